/** How often something may be done: a bucket that fills with time. */

export interface Rate {
  /** How many may come at once. */
  readonly burst: number
  /** Milliseconds until one more may come. */
  readonly every: number
}

export class Bucket {
  readonly #rate: Rate
  #level: number
  #at: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#level = rate.burst
    this.#at = now
  }

  /** Takes one where there is one. Returns 0, or the milliseconds to wait for the next. */
  take(now: number): number {
    this.#fill(now)
    if (this.#level >= 1) {
      this.#level--
      return 0
    }
    return Math.ceil((1 - this.#level) * this.#rate.every)
  }

  /** Whether it is as full as if nothing had ever been taken. */
  full(now: number): boolean {
    this.#fill(now)
    return this.#level >= this.#rate.burst
  }

  #fill(now: number): void {
    this.#level = Math.min(this.#rate.burst, this.#level + (now - this.#at) / this.#rate.every)
    this.#at = now
  }
}
