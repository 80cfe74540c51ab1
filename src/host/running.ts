/** The match that a room is running, at its pace: ticks when they are due, snapshots to whoever watches. */

import type { AnyGame } from '../games/game.ts'
import { Ticker } from '../netcode/ticker.ts'
import { Match, type Viewer } from './match.ts'

export class Running {
  readonly #random: () => number
  #match: Match
  #ticker: Ticker

  /** `random` gives numbers in [0, 1), for the seed. */
  constructor(game: AnyGame, random: () => number) {
    this.#random = random
    this.#match = new Match(game, 0, [], this.#seed())
    this.#ticker = new Ticker(1000 / game.ticksPerSecond)
  }

  get match(): Match {
    return this.#match
  }

  /** Begins another match, with nobody seated yet; its first tick is a period away. */
  begin(game: AnyGame, now: number): void {
    this.#match = new Match(game, (this.#match.number + 1) % 256, [], this.#seed())
    this.#ticker = new Ticker(1000 / game.ticksPerSecond)
    this.#ticker.due(now)
  }

  /** When the next tick is due, in the caller's milliseconds. */
  nextTick(now: number): number {
    return this.#ticker.next(now)
  }

  /** Makes the ticks that are due, and sends what they made. Returns how many they were. */
  advance(viewers: Iterable<Viewer>, now: number): number {
    const due = this.#ticker.due(now)
    for (let i = 0; i < due; i++) this.#match.step(now)
    if (due > 0 && this.#match.isSnapshotDue) this.#match.broadcast(viewers)
    return due
  }

  #seed(): number {
    return Math.floor(this.#random() * 0x1_0000_0000)
  }
}
