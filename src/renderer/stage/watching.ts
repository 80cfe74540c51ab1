/** Whom somebody follows who only watches: one player, or nobody, which shows the whole field. */

import type { Pose } from '../../games/view.ts'
import type { Point } from './camera.ts'

/** A finger is broad: nobody is harder to hit than with so many world units to spare. */
const smallestTarget = 44
/** Seconds that one stays with somebody who cannot be seen any more. */
const waitsFor = 2.5

export class Watching {
  #followed: number | null = null
  #place: Point | null = null
  #unseenFor = 0

  get followed(): number | null {
    return this.#followed
  }

  /** Where the followed one was seen last. */
  get place(): Point | null {
    return this.#place
  }

  /** `seat` null: the whole field. */
  follow(seat: number | null): void {
    if (seat === this.#followed) return
    this.#followed = seat
    this.#place = null
    this.#unseenFor = 0
  }

  /** The next of `seats`, in their order, or with −1 the one before. */
  turn(seats: readonly number[], way: 1 | -1): void {
    this.follow(nextOf(seats, this.#followed, way))
  }

  /** Once a frame: who is gone for a while is not followed any more. `crowd` is where everyone stands. */
  pass(dt: number, crowd: ReadonlyMap<number, Pose>): void {
    if (this.#followed === null) return
    const seen = crowd.get(this.#followed)
    if (seen) {
      this.#place = seen
      this.#unseenFor = 0
    } else {
      this.#unseenFor += dt
      if (this.#unseenFor > waitsFor) this.follow(null)
    }
  }
}

/** From nobody on it begins with the first, or with −1 the last. Null where there is nobody. */
export function nextOf(seats: readonly number[], now: number | null, way: 1 | -1): number | null {
  if (seats.length === 0) return null
  const at = now === null ? -1 : seats.indexOf(now)
  const next = at >= 0 ? at + way : way > 0 ? 0 : -1
  return seats.at(next % seats.length) ?? null
}

/** Who of `seats` stands where somebody pointed; the nearest, and null where that is nobody. */
export function whoIsAt(
  crowd: ReadonlyMap<number, Pose>,
  { x, y }: Point,
  seats: readonly number[],
): number | null {
  let found: number | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const seat of seats) {
    const pose = crowd.get(seat)
    if (!pose) continue
    const far = Math.hypot(pose.x - x, pose.y - y)
    if (far > Math.max(smallestTarget, pose.radius * 1.25) || far >= nearest) continue
    nearest = far
    found = seat
  }
  return found
}
