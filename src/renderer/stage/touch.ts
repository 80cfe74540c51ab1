/** Fingers, mouse and pen on the stage: a drag of a finger is a thumb stick, a short touch a tap, a held one points. */

import type { Point } from './camera.ts'

/** CSS pixels that a finger may tremble and still be tapping. */
const tremble = 12
/** Milliseconds: a shorter touch is a tap, a longer one that stays put points. */
const tapAtMost = 280
/** CSS pixels from the stick's middle to its full throw. */
export const stickReach = 52
const stickDeadZone = 0.14

export type PointerKind = 'touch' | 'mouse' | 'pen'

interface Finger {
  readonly since: number
  readonly from: Point
  at: Point
}

/** Everything in CSS pixels of the stage; times in milliseconds. */
export class Touch {
  #stick: { id: number; middle: Point; at: Point } | null = null
  #fingers = new Map<number, Finger>()
  #mouse: { at: Point; held: boolean } | null = null
  #tap: Point | null = null

  down(id: number, kind: PointerKind, at: Point, now: number): void {
    if (kind === 'touch') {
      this.#mouse = null
      this.#fingers.set(id, { since: now, from: at, at })
    } else {
      this.#mouse = { at, held: true }
      this.#tap = at
    }
  }

  move(id: number, kind: PointerKind, at: Point): void {
    if (kind !== 'touch') {
      this.#mouse = { at, held: this.#mouse?.held ?? false }
      return
    }
    if (this.#stick?.id === id) {
      this.#stick = { id, at, middle: dragAlong(this.#stick.middle, at) }
      return
    }
    const finger = this.#fingers.get(id)
    if (!finger) return
    finger.at = at
    if (this.#stick || distance(finger.from, at) <= tremble) return
    // The stick's middle is where the thumb landed.
    this.#fingers.delete(id)
    this.#stick = { id, at, middle: dragAlong(finger.from, at) }
  }

  up(id: number, kind: PointerKind, now: number): void {
    if (kind !== 'touch') {
      if (this.#mouse) this.#mouse = { ...this.#mouse, held: false }
      return
    }
    const finger = this.#fingers.get(id)
    if (finger && now - finger.since <= tapAtMost && distance(finger.from, finger.at) <= tremble) {
      this.#tap = finger.at
    }
    this.cancel(id)
  }

  /** The system took the finger away: it was neither a tap nor is it a stick any more. */
  cancel(id: number): void {
    this.#fingers.delete(id)
    if (this.#stick?.id === id) this.#stick = null
  }

  /** The mouse left the stage. */
  leave(): void {
    if (this.#mouse && !this.#mouse.held) this.#mouse = null
  }

  releaseAll(): void {
    this.#stick = null
    this.#fingers.clear()
    this.#mouse = null
    this.#tap = null
  }

  /** The stick's throw, length at most 1; null while no thumb is on it. */
  get throw(): Point | null {
    if (!this.#stick) return null
    const x = (this.#stick.at.x - this.#stick.middle.x) / stickReach
    const y = (this.#stick.at.y - this.#stick.middle.y) / stickReach
    return withDeadZone(x, y, stickDeadZone) ?? { x: 0, y: 0 }
  }

  /** Where to draw the stick. */
  get stick(): { readonly middle: Point; readonly at: Point } | null {
    return this.#stick
  }

  pointer(now: number): { at: Point; held: boolean } | null {
    for (const finger of this.#fingers.values()) {
      if (now - finger.since > tapAtMost) return { at: finger.at, held: true }
    }
    return this.#mouse
  }

  get tap(): Point | null {
    return this.#tap
  }

  forgetTap(): void {
    this.#tap = null
  }
}

/** A stick's or pad's place, length at most 1; null inside the dead zone, and from 0 on outside of it. */
export function withDeadZone(x: number, y: number, zone: number): Point | null {
  const length = Math.hypot(x, y)
  if (!(length > zone)) return null
  const scale = Math.min(1, (length - zone) / (1 - zone)) / length
  return { x: x * scale, y: y * scale }
}

/** A thumb that goes too far takes the stick along, so that turning back answers at once. */
function dragAlong(middle: Point, at: Point): Point {
  const far = distance(middle, at)
  if (far <= stickReach) return middle
  const share = (far - stickReach) / far
  return { x: middle.x + (at.x - middle.x) * share, y: middle.y + (at.y - middle.y) * share }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
