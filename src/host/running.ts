/** The match that a room is running, at its pace: ticks when they are due, snapshots to whoever watches. */

import type { AnyGame, Options } from '../games/game.ts'
import { standardOptions } from '../games/options.ts'
import { Ticker } from '../netcode/ticker.ts'
import { Match, type Viewer } from './match.ts'

export interface Beginning {
  /** Who takes part from the start; nobody where absent. */
  seats?: readonly number[]
  /** The standard ones where absent. */
  options?: Options
  /** Seconds until the rules run; none where absent. */
  countdown?: number
}

export class Running {
  readonly #random: () => number
  #match: Match
  #ticker: Ticker

  /** Begins with a world of `game`. `random` gives numbers in [0, 1), for the seed. */
  constructor(game: AnyGame, random: () => number) {
    this.#random = random
    this.#match = this.#made(game, 0, {})
    this.#ticker = new Ticker(1000 / game.ticksPerSecond)
  }

  get match(): Match {
    return this.#match
  }

  /** Begins another match; its first tick is a period away. */
  begin(game: AnyGame, now: number, beginning: Beginning = {}): void {
    this.#match = this.#made(game, (this.#match.number + 1) % 256, beginning)
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

  #made(game: AnyGame, number: number, { seats = [], options, countdown = 0 }: Beginning): Match {
    return new Match(game, number, {
      seats,
      seed: Math.floor(this.#random() * 0x1_0000_0000),
      options: options ?? standardOptions(game),
      begins: Math.round(countdown * game.ticksPerSecond),
    })
  }
}
