/** How far ahead of the host's snapshots a client must run, so that its inputs are there in time. */

/** The host should find an input waiting this long before its tick, in ticks. */
const wantedMargin = 0.6
/** Beyond this margin the lead may shrink. */
const ampleMargin = 1.6
const mostCushion = 30
/** One bad moment adds so many ticks at most. */
const mostAtOnce = 4
/** Round trips remembered: about as many seconds. */
const remembered = 6

export class Lead {
  readonly #period: number
  readonly #trips: number[] = []
  #ping: number | null = null
  #cushion = 1

  /** `period`: milliseconds of a tick. */
  constructor(period: number) {
    this.#period = period
  }

  /**
   * An answer came back after `trip` milliseconds. `margin`: the least time, in ticks, by which inputs were early at
   * the host since the last answer (negative: late), or null where it heard none. `ran`: how far ahead of the arriving
   * edge those inputs were given, in ticks.
   */
  answered(trip: number, margin: number | null, ran: number): void {
    this.#trips.push(trip)
    if (this.#trips.length > remembered) this.#trips.shift()
    this.#ping = this.#ping === null ? trip : this.#ping + (trip - this.#ping) * 0.3
    if (margin === null) return
    // Measured from where it ran, not from where it shall run: what is on its way already is not asked for again.
    const needed = ran - this.#quickest + wantedMargin - margin
    if (margin < wantedMargin)
      this.#cushion = Math.max(this.#cushion, Math.min(needed, this.#cushion + mostAtOnce))
    else if (margin > ampleMargin) this.#cushion -= Math.min(1, (margin - ampleMargin) * 0.5)
    this.#cushion = Math.max(0, Math.min(mostCushion, this.#cushion))
  }

  /** Ticks ahead of the arriving edge. */
  get ticks(): number {
    return this.#quickest + this.#cushion
  }

  /** Smoothed round trip in milliseconds; null before the first answer. */
  get ping(): number | null {
    return this.#ping
  }

  /** Ticks that a word takes one way, about. */
  get oneWay(): number {
    return this.#quickest / 2
  }

  get #quickest(): number {
    return this.#trips.length === 0 ? 0 : Math.min(...this.#trips) / this.#period
  }
}
