/** What the matches of an evening came to: the table, the playlist's own, and what was played. */

import type { AnyGame, Outcome } from '../games/game.ts'
import { type EveningInfo, mostPlayed, type Placing, type PlayedGame } from '../protocol/messages.ts'
import type { Player } from './player.ts'
import { Standings } from './standings.ts'

export class Ledger {
  /** Whether those behind earn more. */
  handicap = false
  readonly #standings = new Standings()
  readonly #tally = new Standings()
  #played: readonly PlayedGame[] = []

  /** A playlist begins: it has a table and a champion of its own. */
  open(): void {
    this.#tally.clear()
  }

  /** Books a match that came out. Returns how everyone was placed. */
  book(game: AnyGame, outcome: Outcome, playerAt: (seat: number) => Player | undefined): Placing[] {
    const places = this.#standings.book(outcome, playerAt, this.handicap)
    this.#tally.add(places, playerAt)
    const winners = places.filter(({ rank }) => rank === 1).map(({ name }) => name)
    this.#played = [...this.#played, { game: game.id, winners }].slice(-mostPlayed)
    return places
  }

  get isEmpty(): boolean {
    return this.#standings.isEmpty
  }

  /** `present`: who is in the room now. */
  told(present: Iterable<Player>): Pick<EveningInfo, 'handicap' | 'standings' | 'tally' | 'played'> {
    return {
      handicap: this.handicap,
      standings: this.#standings.table(present),
      tally: this.#tally.table(present),
      played: [...this.#played],
    }
  }
}
