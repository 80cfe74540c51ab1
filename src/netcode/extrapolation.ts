/** The world beyond the newest snapshot: what the rules make of it while nobody does anything else than before. */

import type { Kind } from './kind.ts'

export class Extrapolation<State> {
  readonly #kind: Kind<State>
  readonly #step: (state: State, tick: number) => void
  readonly #from: number
  readonly #states: State[]

  /** Goes on from `state`, which is of `tick` and is left alone; `step` makes a tick of a state, in place. */
  constructor(kind: Kind<State>, tick: number, state: State, step: (state: State, tick: number) => void) {
    this.#kind = kind
    this.#step = step
    this.#from = tick
    this.#states = [state]
  }

  /** The tick that it goes on from. */
  get from(): number {
    return this.#from
  }

  /** The state at a tick with a fraction, from `from` on; makes whatever ticks are missing. Not to be changed. */
  at(tick: number): State {
    const ticks = Math.max(0, tick - this.#from)
    const whole = Math.floor(ticks)
    const before = this.#made(whole)
    return ticks === whole ? before : this.#kind.mix(before, this.#made(whole + 1), ticks - whole)
  }

  #made(ticks: number): State {
    let last = this.#states[this.#states.length - 1] as State
    while (this.#states.length <= ticks) {
      last = this.#kind.copy(last)
      this.#step(last, this.#from + this.#states.length)
      this.#kind.quantise(last)
      this.#states.push(last)
    }
    return this.#states[ticks] as State
  }
}
