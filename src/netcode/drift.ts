/** How much faster a client's clock runs than the host's ticks, judged by when the quickest of them arrived. */

/** Each second's quickest arrival counts, in milliseconds. */
const span = 1000
/** Spans that are compared with each other lie so many apart: the further, the less the network's jitter matters. */
const lag = 4
const remembered = 24
/** Differences that an estimate needs. */
const fewest = 4
/** No clock is off by more than this. */
const most = 0.01

interface Quickest {
  readonly begin: number
  at: number
  offset: number
}

export class Drift {
  readonly #spans: Quickest[] = []
  #rate = 0

  /** Something arrived at `at` of the client's clock, `offset` after the host's time for it; both in milliseconds. */
  arrived(at: number, offset: number): void {
    const last = this.#spans.at(-1)
    if (last && at - last.begin < span) {
      if (offset < last.offset) Object.assign(last, { at, offset })
      return
    }
    this.#rate = this.#judge()
    this.#spans.push({ begin: at, at, offset })
    if (this.#spans.length > remembered) this.#spans.shift()
  }

  /** Milliseconds that the clock gains in a millisecond of the host; 0 until that can be told. */
  get rate(): number {
    return this.#rate
  }

  /** The median difference, so that a network that turns worse or better is not taken for a clock. */
  #judge(): number {
    const slopes = this.#spans.slice(lag).map((late, i) => {
      const early = this.#spans[i] as Quickest
      return (late.offset - early.offset) / (late.at - early.at)
    })
    if (slopes.length < fewest) return 0
    slopes.sort((a, b) => a - b)
    const middle = slopes[Math.floor(slopes.length / 2)] ?? 0
    return Math.max(-most, Math.min(most, middle))
  }
}
