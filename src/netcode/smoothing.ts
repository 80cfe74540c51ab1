/** Letting a correction fade instead of showing it: the drawn error shrinks by half, and by half again. */

import type { Kind } from './kind.ts'

export class Smoothing<State> {
  readonly #kind: Kind<State>
  readonly #halfLife: number
  #error: State | null = null
  #left = 0
  #at = 0

  /** `halfLife`: milliseconds in which a visible error halves. */
  constructor(kind: Kind<State>, halfLife: number) {
    this.#kind = kind
    this.#halfLife = halfLife
  }

  /** What was `shown` turned out to be `real`: go on from what was shown. Replaces what was still fading. */
  correct(shown: State, real: State, now: number): void {
    this.#error = this.#kind.same(shown, real) ? null : this.#kind.error(shown, real)
    this.#left = 1
    this.#at = now
  }

  /** The state to draw at `now` milliseconds. */
  apply(state: State, now: number): State {
    if (this.#error === null) return state
    this.#left *= 0.5 ** ((now - this.#at) / this.#halfLife)
    this.#at = now
    if (this.#left < 1 / 256) this.#error = null
    return this.#error === null ? state : this.#kind.offset(state, this.#error, this.#left)
  }
}
