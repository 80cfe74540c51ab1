/** Where in its phase a royale is, smoothly: the state knows it in ticks, of which there are few. */

import { type Phase, type Royale, ticksPerSecond } from './world.ts'

/** Seconds that the smooth time may be off. */
const off = 0.13

export class Moment {
  /** Seconds since the phase began. */
  age = 0
  phase: Phase = 'gather'
  #key = ''
  #began = 0

  pass({ clock, royale, round }: Royale, time: number): void {
    const told = (clock.of - clock.left) / ticksPerSecond
    const key = `${royale} ${round} ${clock.phase}`
    this.phase = clock.phase
    const isOff = clock.phase !== 'over' && Math.abs(time - this.#began - told) > off
    if (key !== this.#key || isOff) this.#began = time - told
    this.#key = key
    // A match that pauses stands still; one that is over is so for good.
    const most = clock.phase === 'over' ? Number.POSITIVE_INFINITY : told + off
    this.age = Math.max(0, Math.min(time - this.#began, most))
  }
}

/** From 0 to 1 while `age` goes from `from` to `to`, slower at both ends. */
export function ease(age: number, from: number, to: number): number {
  const share = Math.max(0, Math.min(1, (age - from) / (to - from)))
  return share * share * (3 - 2 * share)
}

/** The same, shooting a little beyond 1 before it rests there. */
export function spring(age: number, from: number, to: number): number {
  const share = Math.max(0, Math.min(1, (age - from) / (to - from)))
  const back = share - 1
  return 1 + 2.4 * back * back * back + 1.4 * back * back
}
