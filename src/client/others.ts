/** Everyone else as they are drawn: a little in the past, and while the network is silent, carried on by the rules. */

import { Extrapolation } from '../netcode/extrapolation.ts'
import { Interpolation } from '../netcode/interpolation.ts'
import type { Kind } from '../netcode/kind.ts'
import { Smoothing } from '../netcode/smoothing.ts'
import { Playhead } from '../netcode/timeline.ts'
import type { Known } from './following.ts'

/** Playback may run this much slower or faster to follow the network; slow is seen sooner than fast. */
const slew = { slower: 0.1, faster: 0.3 }
/** Off by more milliseconds than these, time is not bent but jumps. */
const jumpAfter = 1000
/** Milliseconds beyond the newest snapshot that others are carried on for: further, it would be invention. */
const furthestBeyond = 200
/** Milliseconds in which an error halves that was made by carrying on. */
const halfLife = 100

/** Makes a tick of a state, in place, with what everyone does in it, by seat. */
type Step = (state: unknown, tick: number, inputs: readonly unknown[]) => void

export class Others {
  readonly #kind: Kind<unknown>
  readonly #step: Step
  readonly #period: number
  readonly #playhead: Playhead
  readonly #past: Interpolation<unknown>
  readonly #smoothing: Smoothing<unknown>
  #beyond: Extrapolation<unknown> | null = null
  #seen = 0

  /** `period`: milliseconds of a tick. */
  constructor(kind: Kind<unknown>, period: number, step: Step) {
    this.#kind = kind
    this.#step = step
    this.#period = period
    this.#playhead = new Playhead(slew, jumpAfter / period)
    this.#past = new Interpolation(kind)
    this.#smoothing = new Smoothing(kind, halfLife)
  }

  add({ tick, state }: Known): void {
    this.#past.add(tick, state)
  }

  /** Where in the host's time they were drawn last, in ticks with a fraction. */
  get seen(): number {
    return this.#seen
  }

  /**
   * The picture at `now` milliseconds, as near to the tick `target` as can be. `newest` is the newest that was added;
   * `inputs` is what everyone did there, by seat.
   */
  draw(target: number, now: number, newest: Known, inputs: readonly unknown[]): unknown {
    const before = this.#beyond
    const wasBeyond = before !== null && this.#seen > before.from
    if (before?.from !== newest.tick) this.#beyond = this.#carryOn(newest, inputs)
    const limit = newest.tick + furthestBeyond / this.#period
    this.#seen = this.#playhead.follow(target, now, this.#period, limit)
    const picture = this.#picture(this.#beyond as Extrapolation<unknown>, newest.tick)
    // What was drawn was made up: go on from it to what is true.
    if (wasBeyond && before !== this.#beyond) {
      const shown = this.#smoothing.apply(this.#picture(before, before.from), now)
      this.#smoothing.correct(shown, picture, now)
    }
    return this.#smoothing.apply(picture, now)
  }

  #picture(beyond: Extrapolation<unknown>, newest: number): unknown {
    const furthest = newest + furthestBeyond / this.#period
    const past = this.#seen <= newest ? this.#past.at(this.#seen) : null
    return past ?? beyond.at(Math.min(this.#seen, furthest))
  }

  #carryOn(from: Known, inputs: readonly unknown[]): Extrapolation<unknown> {
    return new Extrapolation(this.#kind, from.tick, from.state, (state, tick) =>
      this.#step(state, tick, inputs),
    )
  }
}
