/** Brings the camera softly from what it shows to what it should show. */

import type { Camera } from './camera.ts'

/** How fast it follows: the greater, the closer. */
const following = 8
/** Whoever watches is moved more gently. */
const strolling = 4.5
/** Nearer than this, it has arrived: a share of the scale, and CSS pixels. */
const arrived = { scale: 0.002, place: 0.3 }

interface Gaze {
  readonly scale: number
  /** What is in the middle of the screen, in world units. */
  readonly x: number
  readonly y: number
}

export class CameraWork {
  #now: Camera | null = null

  /** One frame nearer to `goal`; at once where motion is reduced, and where the screen changed its size. */
  look(goal: Camera, { dt, still, gently }: { dt: number; still: boolean; gently: boolean }): Camera {
    const now = this.#now
    this.#now = !now || still || !isSameScreen(now, goal) ? goal : step(now, goal, dt, gently)
    return this.#now
  }
}

function step(now: Camera, goal: Camera, dt: number, gently: boolean): Camera {
  const share = 1 - Math.exp(-dt * (gently ? strolling : following))
  const from = gazeOf(now)
  const to = gazeOf(goal)
  const ratio = to.scale / from.scale
  // Pictures are put down pixel for pixel only at exactly the scale they were painted for.
  const scale = Math.abs(ratio - 1) < arrived.scale ? to.scale : from.scale * ratio ** share
  const far = Math.hypot(to.x - from.x, to.y - from.y) * to.scale
  if (scale === to.scale && far < arrived.place) return goal
  const x = from.x + (to.x - from.x) * share
  const y = from.y + (to.y - from.y) * share
  return { ...goal, scale, left: goal.width / 2 - x * scale, top: goal.height / 2 - y * scale }
}

function gazeOf({ width, height, scale, left, top }: Camera): Gaze {
  return { scale, x: (width / 2 - left) / scale, y: (height / 2 - top) / scale }
}

function isSameScreen(one: Camera, other: Camera): boolean {
  return one.width === other.width && one.height === other.height && one.sharpness === other.sharpness
}
