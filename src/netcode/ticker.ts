/** How many fixed steps are due: a simulation's pace, told the time by its caller. */

/** After a pause longer than this many steps, time is let go: better a jump than a spiral of catching up. */
export const mostCatchUp = 5

export class Ticker {
  readonly period: number
  #next: number | null = null

  /** `period` in milliseconds. */
  constructor(period: number) {
    this.period = period
  }

  /** Steps to make at `now`, 0 to 5; the first call starts the pace and has one due. */
  due(now: number): number {
    this.#next ??= now
    if (now < this.#next) return 0
    const steps = Math.floor((now - this.#next) / this.period) + 1
    if (steps <= mostCatchUp) {
      this.#next += steps * this.period
      return steps
    }
    this.#next = now + this.period
    return mostCatchUp
  }

  /** When the next step is due, in the caller's milliseconds; at once before the first. */
  next(now: number): number {
    return this.#next ?? now
  }
}
