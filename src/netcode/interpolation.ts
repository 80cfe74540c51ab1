/** Drawing others a little in the past, between two snapshots that have both arrived. */

import type { Kind } from './kind.ts'

interface Kept<State> {
  readonly tick: number
  readonly state: State
}

/** Snapshots kept at most: while nobody draws, what is older will never be looked at. */
const mostKept = 180

export class Interpolation<State> {
  readonly #kind: Kind<State>
  readonly #kept: Kept<State>[] = []

  constructor(kind: Kind<State>) {
    this.#kind = kind
  }

  add(tick: number, state: State): void {
    this.#kept.push({ tick, state })
    if (this.#kept.length > mostKept) this.#kept.splice(0, this.#kept.length - mostKept)
  }

  /** The state at a tick with a fraction; the oldest or newest snapshot beyond them. Forgets what is older. */
  at(tick: number): State | null {
    let passed = 0
    while (passed < this.#kept.length - 2 && (this.#kept[passed + 1]?.tick ?? tick) <= tick) passed++
    if (passed > 0) this.#kept.splice(0, passed)
    const [before, after] = this.#kept
    if (!before) return null
    if (!after || tick <= before.tick) return before.state
    return this.#kind.mix(
      before.state,
      after.state,
      Math.min(1, (tick - before.tick) / (after.tick - before.tick)),
    )
  }
}
