/** Who takes part in the next match: people before bots, and those first who sat out longest. */

import type { Player } from './player.ts'
import type { Seats } from './seats.ts'

export class LineUp {
  readonly #seats: Seats
  /** How many matches in a row somebody has only watched. */
  readonly #satOut = new WeakMap<Player, number>()

  constructor(seats: Seats) {
    this.#seats = seats
  }

  get people(): readonly Player[] {
    return this.#inOrder('human')
  }

  get all(): readonly Player[] {
    return [...this.people, ...this.#inOrder('bot')]
  }

  /** A match began with these. */
  began(seats: readonly number[]): void {
    const taking = new Set(seats)
    for (const player of this.#seats)
      this.#satOut.set(player, taking.has(player.seat) ? 0 : (this.#satOut.get(player) ?? 0) + 1)
  }

  #inOrder(kind: 'human' | 'bot'): Player[] {
    return [...this.#seats]
      .filter(({ identity }) => identity.kind === kind)
      .sort((a, b) => (this.#satOut.get(b) ?? 0) - (this.#satOut.get(a) ?? 0) || a.seat - b.seat)
  }
}
