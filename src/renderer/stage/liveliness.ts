/** What makes one character alive between two frames: springs for lean and squash, steps, blinks and glances. */

import { scattered } from './seeded.ts'

export interface Mind {
  readonly asleep: boolean
  /** What holds its attention, relative to itself, in world units; null for nothing in particular. */
  readonly attention: { readonly x: number; readonly y: number } | null
}

const blinkFor = 0.13
/** Losing this much speed within one frame is a bump, in world units a second. */
const bump = 130
const fastWalk = 320

export class Liveliness {
  /** Radians; a body leans into its run. */
  lean = 0
  /** Positive is flat and wide, negative tall and thin. */
  squash = 0
  /** Radians of the walk: the feet swing by it. */
  stride = 0
  /** 0 standing, 1 at a full run. */
  pace = 0
  gazeX = 0
  gazeY = 0
  /** 1 is wide open, 0 shut. */
  open = 1
  /** 0 awake, 1 fast asleep. */
  sleep = 0
  /** True in the frame in which a foot met the ground. */
  stepped = false
  readonly #seed: number
  #leanSpeed = 0
  #squashSpeed = 0
  #vx = 0
  #vy = 0
  #blinkAt: number
  #seen = 0

  constructor(seed: number, time: number) {
    this.#seed = seed
    this.#blinkAt = time + 0.5 + scattered(seed, 1) * 3
    this.#seen = time
  }

  /** Seconds since it was last drawn. */
  unseenFor(time: number): number {
    return time - this.#seen
  }

  /** A push from within: a hop, a greeting, a kick. */
  pop(strength: number): void {
    this.#squashSpeed -= strength
  }

  live(time: number, vx: number, vy: number, mind: Mind, still: boolean): void {
    const dt = Math.min(0.05, Math.max(0, time - this.#seen))
    this.#seen = time
    const speed = Math.hypot(vx, vy)
    this.#feel(vx, vy, speed, still)
    this.#spring(dt, vx, still)
    this.#walk(dt, speed)
    this.#look(dt, time, vx, vy, speed, mind)
    this.#blink(time, mind.asleep)
    this.sleep += ((mind.asleep ? 1 : 0) - this.sleep) * Math.min(1, dt * 3)
    this.#vx = vx
    this.#vy = vy
  }

  #feel(vx: number, vy: number, speed: number, still: boolean): void {
    if (still) return
    const change = Math.hypot(vx - this.#vx, vy - this.#vy)
    if (change > bump) this.#squashSpeed += Math.min(9, change / 60)
    else if (this.pace > 0.45 && speed < fastWalk * 0.12) this.#squashSpeed += 0.35
  }

  #spring(dt: number, vx: number, still: boolean): void {
    const aim = still ? 0 : Math.max(-0.3, Math.min(0.3, (vx / fastWalk) * 0.24))
    this.#leanSpeed += ((aim - this.lean) * 180 - this.#leanSpeed * 15) * dt
    this.lean += this.#leanSpeed * dt
    this.#squashSpeed += (-this.squash * 320 - this.#squashSpeed * 14) * dt
    this.squash = Math.max(-0.35, Math.min(0.4, this.squash + this.#squashSpeed * dt))
  }

  #walk(dt: number, speed: number): void {
    const pace = Math.min(1, speed / fastWalk)
    this.pace += (pace - this.pace) * Math.min(1, dt * 14)
    const before = Math.floor(this.stride / Math.PI)
    if (speed > 12) this.stride += dt * (7 + 9 * pace)
    else this.stride -= (this.stride - Math.round(this.stride / Math.PI) * Math.PI) * Math.min(1, dt * 12)
    this.stepped = Math.floor(this.stride / Math.PI) !== before && speed > 40
  }

  #look(dt: number, time: number, vx: number, vy: number, speed: number, { attention, asleep }: Mind): void {
    let x = 0
    let y = 0.1
    if (asleep) y = 0.3
    else if (attention) {
      const far = Math.hypot(attention.x, attention.y) || 1
      const turn = Math.min(1, far / 60)
      x = (attention.x / far) * turn
      y = (attention.y / far) * turn
    } else if (speed > 25) {
      x = vx / Math.max(speed, 160)
      y = vy / Math.max(speed, 160)
    } else {
      // Nothing going on: the eyes wander, each character's in its own time.
      const moment = Math.floor(time / 1.7 + scattered(this.#seed, 2) * 7)
      if (scattered(this.#seed, moment, 3) > 0.45) {
        x = scattered(this.#seed, moment, 4) * 1.6 - 0.8
        y = scattered(this.#seed, moment, 5) - 0.4
      }
    }
    const quick = Math.min(1, dt * 16)
    this.gazeX += (x - this.gazeX) * quick
    this.gazeY += (y - this.gazeY) * quick
  }

  #blink(time: number, asleep: boolean): void {
    if (asleep) {
      this.open = Math.max(0, 1 - this.sleep * 1.5)
      return
    }
    const since = time - this.#blinkAt
    if (since > blinkFor) {
      const wait = scattered(this.#seed, Math.floor(time * 10), 6)
      // Now and then two blinks follow each other.
      this.#blinkAt = time + (wait < 0.2 ? 0.12 : 1.2 + wait * 3.6)
      this.open = 1
    } else this.open = since < 0 ? 1 : Math.abs(since / blinkFor - 0.5) * 2
  }
}
