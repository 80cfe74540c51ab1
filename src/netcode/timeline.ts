/**
 * When things happen for a client, in ticks of the host, judged by arrivals alone: neither clocks that disagree nor a
 * lopsided way matter, because only differences of the client's own clock are used.
 */

import { Drift } from './drift.ts'

/** Arrivals older than this no longer count, in milliseconds. It bounds how long a bad moment is remembered. */
const memory = 2000
/** When everything of the last so many milliseconds came later than ever, the host has let time go. */
const newPaceAfter = 250
/** By so many ticks later; less is for the interpolation delay to bear. */
const newPaceLate = 5
/** Lateness is judged by moments of so many milliseconds: all that a stall held back arrives in one, and is one. */
const moment = 100
/** The share of moments that may be later than the interpolation delay allows for. */
const latestShare = 0.1

interface Arrival {
  readonly at: number
  /** The arrival less the tick's own time: least for the quickest way. */
  readonly offset: number
}

export class Timeline {
  readonly period: number
  readonly #arrivals: Arrival[] = []
  readonly #drift = new Drift()
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
    const offset = now - tick * this.period
    this.#drift.arrived(now, offset)
    this.#arrivals.push({ at: now, offset })
    this.#forget(now - memory)
    if (this.#isNewPace(now)) this.#forget(now - newPaceAfter)
    const moments = this.#moments(now)
    this.#least = Math.min(...moments.map(({ first }) => first))
    const lasts = moments.map(({ last }) => last).sort((a, b) => a - b)
    const late = lasts[Math.floor((lasts.length - 1) * (1 - latestShare))] ?? this.#least
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

  /**
   * How much later than on the quickest way snapshots arrive, in ticks: nearly the worst of the last two seconds, but
   * for a stall or two.
   */
  get lateness(): number {
    return this.#lateness / this.period
  }

  /** The least and the most offset of each moment, as they would be by a clock that ran true until `now`. */
  #moments(now: number): { first: number; last: number }[] {
    const moments = new Map<number, { first: number; last: number }>()
    for (const { at, offset } of this.#arrivals) {
      const steady = offset + this.#drift.rate * (now - at)
      const here = moments.get(Math.floor(at / moment))
      if (!here) moments.set(Math.floor(at / moment), { first: steady, last: steady })
      else if (steady < here.first) here.first = steady
      else if (steady > here.last) here.last = steady
    }
    return [...moments.values()]
  }

  #forget(before: number): void {
    const first = this.#arrivals.findIndex((arrival) => arrival.at >= before)
    if (first > 0) this.#arrivals.splice(0, first)
  }

  #isNewPace(now: number): boolean {
    const recent = this.#arrivals.filter((arrival) => arrival.at >= now - newPaceAfter)
    // What a stall held back comes late too, but all at once.
    const spread = now - (recent[0]?.at ?? now)
    if (recent.length < newPaceLate || spread < newPaceAfter / 2) return false
    const quickest = Math.min(...recent.map((arrival) => arrival.offset))
    return quickest - this.#least > newPaceLate * this.period
  }
}

/** A place in time that follows its target by going a little faster or slower, so that nothing on screen jumps. */
export class Playhead {
  readonly #most: { slower: number; faster: number }
  readonly #jump: number
  #place: number | null = null
  #at = 0

  /** `most`: the largest changes of speed, such as 0.1. Beyond `jump` ticks off its target it goes there at once. */
  constructor(most: { slower: number; faster: number }, jump: number) {
    this.#most = most
    this.#jump = jump
  }

  /** Goes right to its next target, wherever it was. */
  reset(): void {
    this.#place = null
  }

  /**
   * Moves on to `now` (milliseconds) and returns the place in ticks. Never goes back, but for a jump, and does not
   * move beyond `limit`.
   */
  follow(target: number, now: number, period: number, limit = Number.POSITIVE_INFINITY): number {
    if (this.#place === null || Math.abs(target - this.#place) > this.#jump) {
      this.#place = Math.min(target, limit)
    } else {
      const passed = Math.max(0, now - this.#at) / period
      const off = target - (this.#place + passed)
      const change = Math.max(-this.#most.slower * passed, Math.min(this.#most.faster * passed, off * 0.2))
      this.#place = Math.max(this.#place, Math.min(limit, this.#place + passed + change))
    }
    this.#at = now
    return this.#place
  }
}
