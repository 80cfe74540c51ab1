/** The states that one kind of viewer is told of a match: encoded once for each baseline, and shared by all in step. */

import type { AnyGame } from '../games/game.ts'
import { oldestBaseline, writeDelta, writeFull } from '../protocol/frames.ts'

interface Kept {
  readonly tick: number
  readonly state: unknown
}

export class Snapshots {
  readonly #game: AnyGame
  readonly #match: number
  #before: Kept | null = null
  #now: Kept | null = null
  #full: Uint8Array | null = null
  #delta: Uint8Array | null = null

  constructor(game: AnyGame, match: number) {
    this.#game = game
    this.#match = match
  }

  /** The tick that was taken last; null before the first. */
  get tick(): number | null {
    return this.#now?.tick ?? null
  }

  /** Takes a state of its own to keep, as of `tick`. */
  take(tick: number, state: unknown): void {
    this.#before = this.#now
    this.#now = { tick, state }
    this.#full = null
    this.#delta = null
  }

  /** The frame for someone whose last one was of `sent`; null before the first. */
  frame(sent: number | null): Uint8Array {
    const now = this.#now
    if (!now) throw new Error('no snapshot was taken yet')
    const before = this.#before
    if (!before || sent !== before.tick || now.tick - before.tick > oldestBaseline) {
      this.#full ??= writeFull(this.#game.state, this.#match, now.tick, now.state)
      return this.#full
    }
    this.#delta ??= writeDelta(this.#game.state, this.#match, now.tick, now.state, before.tick, before.state)
    return this.#delta
  }
}
