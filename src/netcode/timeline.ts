/**
 * When things happen for a client, in ticks of the host, judged by arrivals alone: neither clocks that disagree nor a
 * lopsided way matter, because only differences of the client's own clock are used.
 */

/** Arrivals older than this no longer count, in milliseconds. It bounds how long a bad moment is remembered. */
const memory = 2000
/** When everything of the last so many milliseconds came later than ever, the host has let time go. */
const newPaceAfter = 250
/** By so many ticks later; less is for the interpolation delay to bear. */
const newPaceLate = 5
/** The share of arrivals that may be later than the interpolation delay allows for. */
const latestShare = 0.02

interface Arrival {
  readonly at: number
  /** The arrival less the tick's own time: least for the quickest way. */
  readonly offset: number
}

export class Timeline {
  readonly period: number
  readonly #arrivals: Arrival[] = []
  #least = 0
  #lateness = 0
  #newest = -1

  /** `period`: milliseconds of a tick. */
  constructor(period: number) {
    this.period = period
  }

  /** A snapshot of `tick` arrived at `now`. */
  arrived(tick: number, now: number): void {
    if (tick <= this.#newest) return
    this.#newest = tick
    this.#arrivals.push({ at: now, offset: now - tick * this.period })
    this.#forget(now - memory)
    if (this.#isNewPace(now)) this.#forget(now - newPaceAfter)
    const offsets = this.#arrivals.map((arrival) => arrival.offset).sort((a, b) => a - b)
    this.#least = offsets[0] ?? 0
    const late = offsets[Math.floor((offsets.length - 1) * (1 - latestShare))] ?? this.#least
    this.#lateness = late - this.#least
  }

  /** The newest tick that arrived; -1 before the first. */
  get newest(): number {
    return this.#newest
  }

  /** The tick, with its fraction, whose snapshot would be arriving right now on the quickest way. */
  edge(now: number): number {
    return (now - this.#least) / this.period
  }

  /** How much later than on the quickest way snapshots arrive, in ticks: nearly the worst of the last two seconds. */
  get lateness(): number {
    return this.#lateness / this.period
  }

  #forget(before: number): void {
    const first = this.#arrivals.findIndex((arrival) => arrival.at >= before)
    if (first > 0) this.#arrivals.splice(0, first)
  }

  #isNewPace(now: number): boolean {
    const recent = this.#arrivals.filter((arrival) => arrival.at >= now - newPaceAfter)
    const quickest = Math.min(...recent.map((arrival) => arrival.offset))
    return recent.length >= newPaceLate && quickest - this.#least > newPaceLate * this.period
  }
}

/** A place in time that follows its target by going a little faster or slower, so that nothing on screen jumps. */
export class Playhead {
  readonly #most: number
  readonly #jump: number
  #place: number | null = null
  #at = 0

  /** `most`: the largest change of speed, such as 0.1. Beyond `jump` ticks off its target it goes there at once. */
  constructor(most: number, jump: number) {
    this.#most = most
    this.#jump = jump
  }

  /** Goes right to its next target, wherever it was. */
  reset(): void {
    this.#place = null
  }

  /** Moves on to `now` (milliseconds) and returns the place in ticks. Never goes back, but for a jump. */
  follow(target: number, now: number, period: number): number {
    if (this.#place === null || Math.abs(target - this.#place) > this.#jump) {
      this.#place = target
    } else {
      const passed = Math.max(0, now - this.#at) / period
      const off = target - (this.#place + passed)
      const change = Math.max(-this.#most * passed, Math.min(this.#most * passed, off * 0.2))
      this.#place += passed + change
    }
    this.#at = now
    return this.#place
  }
}
