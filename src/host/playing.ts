/** What a room plays: the match that runs, who takes part in it, and the evening that it belongs to. */

import type { AnyGame } from '../games/game.ts'
import { freeRoam } from '../games/index.ts'
import type { HostMessage } from '../protocol/messages.ts'
import type { Strength } from '../protocol/strength.ts'
import { Evening, type Stage } from './evening.ts'
import { LineUp } from './line-up.ts'
import type { Match } from './match.ts'
import type { Player } from './player.ts'
import { type Beginning, Running } from './running.ts'
import type { Seats } from './seats.ts'

export interface PlayingSetup {
  seats: Seats
  /** The world of the room where it has no end, else the game that is played again and again; the meadow where null. */
  game: AnyGame | null
  /** Numbers in [0, 1). */
  random(): number
  strength(): Strength
  /** Sees to it that so many players are there, with bots where people are missing; 0 where none is needed. */
  makeUpTo(players: number, now: number): void
  tell(message: HostMessage): void
  /** The game or the phase is another one. */
  changed(): void
}

export class Playing implements Stage {
  readonly evening: Evening
  readonly #setup: PlayingSetup
  readonly #lineUp: LineUp
  readonly #running: Running
  readonly #home: AnyGame
  #now = 0

  constructor(setup: PlayingSetup) {
    const { game, seats, random } = setup
    this.#setup = setup
    this.#home = game?.endless ? game : freeRoam
    this.#lineUp = new LineUp(seats)
    this.#running = new Running(this.#home, random)
    this.evening = new Evening(this, game && !game.endless ? { game: game.id, options: {} } : null)
  }

  get match(): Match {
    return this.#running.match
  }

  get strength(): Strength {
    return this.#setup.strength()
  }

  get players(): Iterable<Player> {
    return this.#setup.seats
  }

  voters(): readonly Player[] {
    return this.#lineUp.people.filter(({ line }) => line !== null)
  }

  contestants(game: AnyGame): readonly Player[] {
    this.#setup.makeUpTo(game.seats.min, this.#now)
    return this.#lineUp.all
  }

  random(): number {
    return this.#setup.random()
  }

  changed(): void {
    this.#tellEvening()
    this.#setup.changed()
  }

  /** Somebody came, left, or looks otherwise: the table names who is here. */
  companyChanged(): void {
    if (this.evening.hasTable) this.#tellEvening()
  }

  begin(game: AnyGame | null, now: number, beginning: Beginning = {}): void {
    this.#running.begin(game ?? this.#home, now, beginning)
    if (game) this.#lineUp.began(beginning.seats ?? [])
    else this.#setup.makeUpTo(0, now)
    for (const player of this.#setup.seats) {
      player.beginAnew()
      if (this.#takesPart(player)) this.#hold(player)
    }
    this.#setup.tell({ type: 'match', content: this.match.info })
  }

  /** Whether somebody has something to do in a match: not who watches, is out, or walks about in the meadow. */
  isBusy({ seat }: Player): boolean {
    const { phase } = this.evening
    if (phase !== 'playing' && phase !== 'countdown') return false
    return this.match.has(seat) && !this.match.isOut(seat)
  }

  /** Somebody came, and takes part where that is possible. */
  sit(player: Player): void {
    const { game } = this.match
    const isLate = !game.endless && !this.match.has(player.seat)
    if (isLate && (!game.join || this.match.seats.length >= game.seats.max || this.evening.isSettled)) return
    this.#hold(player)
    if (!game.endless) this.evening.joined(player)
    this.#tellTaking()
  }

  /** Somebody is gone. */
  stand(player: Player): void {
    this.evening.left(player)
    if (!this.match.has(player.seat)) return
    this.match.stand(player.seat)
    this.#tellTaking()
  }

  /** Somebody's line is lost: where the game wants it, a bot plays on for them. */
  dropped(player: Player): void {
    if (this.match.game.botHolds && this.match.has(player.seat)) this.#hold(player)
  }

  /** They are back. */
  returned(player: Player): void {
    if (player.identity.kind === 'human') this.match.releaseBot(player.seat)
  }

  nextTick(now: number): number {
    return this.#running.nextTick(now)
  }

  /** Makes the ticks that are due, and sends what they made. Returns how many they were. */
  advance(now: number): number {
    this.#now = now
    const ticks = this.#running.advance(this.#setup.seats, now)
    this.evening.advance(now)
    return ticks
  }

  /** Begins the world anew after a fault in it, with everyone in their seats. */
  restart(now: number): void {
    this.evening.reset()
    this.begin(null, now)
    this.changed()
  }

  #takesPart(player: Player): boolean {
    if (player.identity.kind === 'spectator') return false
    return this.match.game.endless || this.match.has(player.seat)
  }

  /** A seat in the match, played by its player or by a bot. */
  #hold(player: Player): void {
    const { match } = this
    const isBots = player.identity.kind === 'bot' || (player.line === null && match.game.botHolds)
    if (isBots) match.sitBot(player.seat, () => this.random(), this.#setup.strength())
    else match.sit(player.seat)
  }

  #tellEvening(): void {
    this.#setup.tell({ type: 'evening', content: this.evening.info(this.#now) })
  }

  #tellTaking(): void {
    const { game, seats } = this.match
    if (!game.endless) this.#setup.tell({ type: 'taking', content: { seats: [...seats] } })
  }
}
