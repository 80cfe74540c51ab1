/** Letting a correction fade instead of showing it: the drawn error shrinks by half every few hundredths of a second. */

import type { Kind } from './kind.ts'

/** Milliseconds in which a visible error halves. */
const halfLife = 40

export class Smoothing<State> {
  readonly #kind: Kind<State>
  #error: State | null = null
  #left = 0
  #at = 0

  constructor(kind: Kind<State>) {
    this.#kind = kind
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
    this.#left *= 0.5 ** ((now - this.#at) / halfLife)
    this.#at = now
    if (this.#left < 1 / 256) this.#error = null
    return this.#error === null ? state : this.#kind.offset(state, this.#error, this.#left)
  }
}
