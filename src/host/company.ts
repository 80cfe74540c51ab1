/** The bots of a room: as many as are wanted, as far as people leave seats. */

import type { Strength } from '../protocol/strength.ts'
import { botAppearance } from './bot-names.ts'
import { Player } from './player.ts'
import type { Seats } from './seats.ts'

export class Company {
  readonly #seats: Seats
  #wanted: number
  /** Bots beyond those that were wanted, for a game that needs more players than there are. */
  #makeUp = 0
  strength: Strength = 'fair'

  constructor(seats: Seats, wanted: number) {
    this.#seats = seats
    this.#wanted = Math.min(wanted, seats.max)
  }

  /** How many bots there shall be; takes effect with `surplus` and `missing`. */
  want(count: number): void {
    this.#wanted = Math.max(0, Math.min(count, this.#seats.max))
    this.#makeUp = 0
  }

  /** As many more as it takes for so many players; none for 0. */
  makeUpTo(players: number): void {
    this.#makeUp = Math.max(0, players - this.#seats.count('human') - this.#wanted)
  }

  /** One bot fewer than there are. */
  wantOneFewer(): void {
    this.want(this.#bots().length - 1)
  }

  /** Bots that nobody wants any more. */
  surplus(): Player[] {
    return this.#bots().slice(this.#wanted + this.#makeUp)
  }

  /** One more bot in a free seat; null where there are enough, or no seat is left. */
  missing(now: number): Player | null {
    if (this.#bots().length >= this.#wanted + this.#makeUp) return null
    const seat = this.#seats.free('bot', now)
    if (seat === null) return null
    const taken = new Set([...this.#seats].map(({ appearance }) => appearance.name))
    const identity = { kind: 'bot', token: '', address: '', resume: '' } as const
    return new Player(seat, identity, botAppearance(seat, taken))
  }

  /** The bot that makes way for the next person, where every seat is taken. */
  inTheWay(): Player | undefined {
    const taken = this.#seats.count('human') + this.#seats.count('bot')
    return taken < this.#seats.max ? undefined : this.#bots().at(-1)
  }

  #bots(): Player[] {
    return [...this.#seats].filter(({ identity }) => identity.kind === 'bot')
  }
}
