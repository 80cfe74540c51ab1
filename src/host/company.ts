/** The bots of a room: as many as are wanted, as far as people leave seats. */

import { botAppearance } from './bot-names.ts'
import { Player } from './player.ts'
import type { Seats } from './seats.ts'

export class Company {
  readonly #seats: Seats
  #wanted: number

  constructor(seats: Seats, wanted: number) {
    this.#seats = seats
    this.#wanted = Math.min(wanted, seats.max)
  }

  /** How many bots there shall be; takes effect with `surplus` and `missing`. */
  want(count: number): void {
    this.#wanted = Math.max(0, Math.min(count, this.#seats.max))
  }

  /** One bot fewer than there are. */
  wantOneFewer(): void {
    this.want(this.#bots().length - 1)
  }

  /** Bots that nobody wants any more. */
  surplus(): Player[] {
    return this.#bots().slice(this.#wanted)
  }

  /** One more bot in a free seat; null where there are enough, or no seat is left. */
  missing(now: number): Player | null {
    if (this.#bots().length >= this.#wanted) return null
    const seat = this.#seats.free('bot', now)
    if (seat === null) return null
    const taken = new Set([...this.#seats].map(({ appearance }) => appearance.name))
    const identity = { kind: 'bot', token: '', address: '', resume: '' } as const
    return new Player(seat, identity, botAppearance(seat, taken), now)
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
