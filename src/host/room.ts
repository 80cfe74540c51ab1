/** A party: its roster, its chat, its controls, and the match that is being played. */

import type { AnyGame } from '../games/game.ts'
import type { RoomSummary } from '../protocol/info.ts'
import type { ClientMessage, RoomInfo } from '../protocol/messages.ts'
import type { Reason } from '../protocol/reasons.ts'
import type { Strength } from '../protocol/strength.ts'
import { Company } from './company.ts'
import type { Evening } from './evening.ts'
import { Greetings } from './greetings.ts'
import { isOwnMachine, mostHeldSeats, seatHeld } from './limits.ts'
import type { Match } from './match.ts'
import { Player, type PlayerLine } from './player.ts'
import { Playing } from './playing.ts'
import { Roles } from './roles.ts'
import { Seats } from './seats.ts'
import { Talk } from './talk.ts'

type Join = Extract<ClientMessage, { type: 'join' }>['content']
export type Refusal = { reason: Reason; retryMs?: number }

export interface RoomSetup {
  id: string
  name: string
  max: number
  bots: number
  game: AnyGame | null
  locked: boolean
  /** The device that holds the controls; the first human where it is null. */
  owner: string | null
  /** Random text of 22 characters, for keys. */
  randomKey(): string
  /** Numbers in [0, 1), for seeds and bots. */
  random(): number
  /** Something that `summary` tells has changed. */
  changed(): void
}

export class Room {
  readonly id: string
  readonly talk: Talk
  readonly #setup: RoomSetup
  readonly #seats: Seats
  readonly #roles: Roles
  readonly #greetings: Greetings
  readonly #company: Company
  readonly #playing: Playing
  #name: string
  #isUntouched = true
  #emptySince: number | null

  constructor(setup: RoomSetup, now: number) {
    this.id = setup.id
    this.#setup = setup
    this.#name = setup.name
    this.#seats = new Seats(setup.max)
    this.talk = new Talk(this.#seats)
    this.#roles = new Roles(setup.owner)
    this.#greetings = new Greetings(setup.random)
    this.#company = new Company(this.#seats, setup.bots)
    this.#playing = new Playing({
      seats: this.#seats,
      game: setup.game,
      random: setup.random,
      strength: () => this.#company.strength,
      makeUpTo: (players, at) => {
        this.#company.makeUpTo(players)
        this.#fillWithBots(at)
      },
      tell: (message) => this.talk.tell(message),
      changed: () => this.#gameChanged(),
    })
    this.#emptySince = now
    this.#fillWithBots(now)
  }

  get players(): Iterable<Player> {
    return this.#seats
  }

  get match(): Match {
    return this.#playing.match
  }

  get evening(): Evening {
    return this.#playing.evening
  }

  get info(): RoomInfo {
    const { id: room, locked } = this.#setup
    return {
      room,
      name: this.#name,
      game: this.match.game.id,
      phase: this.evening.phase,
      max: this.#seats.max,
      locked,
    }
  }

  get summary(): RoomSummary {
    const [humans, bots, spectators] = (['human', 'bot', 'spectator'] as const).map((kind) =>
      this.#seats.count(kind),
    )
    return { ...this.info, players: humans ?? 0, bots: bots ?? 0, spectators: spectators ?? 0 }
  }

  get isFull(): boolean {
    return this.#seats.count('human') >= this.#seats.max
  }

  /** Since when nobody but bots is here, held seats included; null while somebody is. */
  get emptySince(): number | null {
    return this.#emptySince
  }

  /** Whether this join takes up a seat that is held for it: then no password is asked for again. */
  isComeback(join: Join): boolean {
    return this.#seats.heldFor(join) !== undefined
  }

  /** Someone is at the door: a room that is empty does not end meanwhile. */
  visited(now: number): void {
    if (this.#emptySince !== null) this.#emptySince = now
  }

  /** Whether nobody but bots was ever here. */
  get isUntouched(): boolean {
    return this.#isUntouched
  }

  /** Lets someone in from an address, or says why not. */
  join(join: Join, line: PlayerLine, address: string, now: number): Player | Refusal {
    const banned = this.#roles.banned(join.token, now)
    if (banned > 0) return { reason: 'banned', retryMs: banned }
    const kind = join.as === 'spectator' ? 'spectator' : 'human'
    const held = this.#seats.heldFor(join)
    if (held?.identity.kind === kind) return this.#comeBack(held, line, now)
    // Who watched and now plays, or the other way round, takes another seat.
    if (held) {
      held.line?.end('replaced')
      this.leave(held, now)
    }
    const seat = this.#freeSeat(kind, now)
    if (seat === null) return { reason: 'full' }
    const { name, colour, shape } = join
    const identity = { kind, token: join.token, address, resume: this.#setup.randomKey() } as const
    const player = new Player(seat, identity, { name, colour, shape })
    player.connect(line)
    this.#seats.take(player)
    if (kind === 'human') this.#playing.sit(player)
    this.#emptySince = null
    this.#isUntouched = false
    const changed = this.#roles.assign(this.#seats)
    this.#welcome(player, now)
    for (const other of new Set([...changed, player])) this.talk.show(other, player)
    this.talk.note(player, { kind: 'joined' })
    this.#playing.companyChanged()
    this.#greetings.expect(player, now)
    this.#setup.changed()
    return player
  }

  /** The line to a player was lost: the seat is held for a while. */
  drop(player: Player, now: number): void {
    if (this.#seats.at(player.seat) !== player) return
    player.disconnect(now)
    this.#playing.dropped(player)
    this.talk.show(player)
    this.talk.note(player, { kind: 'dropped' })
    this.#freeOldestHeld(player.identity.address, now)
    this.#setup.changed()
  }

  /** A player is gone for good. */
  leave(player: Player, now: number, how: 'left' | 'removed' = 'left'): void {
    if (this.#seats.at(player.seat) !== player) return
    player.line = null
    this.#release(player, now)
    this.talk.note(player, { kind: how })
    this.#tellRoles()
    this.#fillWithBots(now)
    this.#playing.companyChanged()
    if (!this.#seats.find(({ identity }) => identity.kind === 'human')) this.evening.deserted(now)
    if (!this.#seats.find(({ identity }) => identity.kind !== 'bot')) this.#emptySince = now
    this.#setup.changed()
  }

  remove(player: Player, now: number): void {
    this.#roles.ban(player, now)
    player.line?.end('removed')
    if (player.identity.kind === 'bot') this.#company.wantOneFewer()
    this.leave(player, now, 'removed')
  }

  /** Whether somebody has something to do in a match. */
  isBusy(player: Player): boolean {
    return this.#playing.isBusy(player)
  }

  appear(player: Player, appearance: Player['appearance']): void {
    this.talk.appear(player, appearance)
    this.#playing.companyChanged()
  }

  rename(name: string): void {
    this.#name = name
    this.talk.tell({ type: 'room', content: this.info })
    this.#setup.changed()
  }

  /** How many bots there shall be, as far as there is room for them. */
  setBots(count: number, strength: Strength | undefined, now: number): void {
    this.#company.want(count)
    if (strength) this.#company.strength = strength
    this.#fillWithBots(now)
    if (strength) this.#playing.changed()
    this.#setup.changed()
  }

  at(seat: number): Player | undefined {
    return this.#seats.at(seat)
  }

  /** When the next tick is due; null while nobody watches and the world can wait. */
  nextTick(now: number): number | null {
    return this.#isWatched ? this.#playing.nextTick(now) : null
  }

  /** Makes the ticks that are due, and sends what they made. Returns how many they were. */
  advance(now: number): number {
    return this.#isWatched ? this.#playing.advance(now) : 0
  }

  /** Slow business, a few times a second: seats that were held long enough, and bots that greet. */
  tidy(now: number): void {
    this.#roles.forget(now)
    for (const player of [...this.#seats]) {
      if (player.droppedAt !== null && now - player.droppedAt >= seatHeld) this.leave(player, now)
    }
    this.#greetings.deliver(this, now)
  }

  /** Begins the world anew after a fault in it, with everyone in their seats. */
  restart(now: number): void {
    this.#playing.restart(now)
  }

  /** Says goodbye to everyone. */
  close(reason: Reason): void {
    for (const player of this.#seats) player.line?.end(reason)
  }

  get #isWatched(): boolean {
    return this.#seats.find(({ line }) => line !== null) !== undefined
  }

  #comeBack(player: Player, line: PlayerLine, now: number): Player {
    player.line?.end('replaced')
    const wasDropped = player.droppedAt !== null
    player.connect(line)
    player.away = false
    this.#playing.returned(player)
    this.#welcome(player, now)
    this.talk.show(player, player)
    if (wasDropped) this.talk.note(player, { kind: 'returned' })
    this.#setup.changed()
    return player
  }

  #welcome(player: Player, now: number): void {
    player.tell({
      type: 'welcome',
      content: {
        seat: player.seat,
        resume: player.identity.resume,
        room: this.info,
        match: this.match.info,
        evening: this.evening.info(now),
        players: [...this.#seats].map(({ info }) => info),
        chat: this.talk.linesFor(player),
      },
    })
  }

  /** A free seat; people come before bots. */
  #freeSeat(kind: 'human' | 'spectator', now: number): number | null {
    const bot = kind === 'human' && !this.isFull ? this.#company.inTheWay() : undefined
    if (bot) this.#release(bot, now)
    return this.#seats.free(kind, now)
  }

  /** Seats are held for people who lost their way, not for a machine that fills the party with nobody. */
  #freeOldestHeld(address: string, now: number): void {
    if (isOwnMachine(address)) return
    const held = this.#seats.heldFrom(address)
    if (held.length > mostHeldSeats && held[0]) this.leave(held[0], now)
  }

  #fillWithBots(now: number): void {
    for (const bot of this.#company.surplus()) this.#release(bot, now)
    for (let bot = this.#company.missing(now); bot; bot = this.#company.missing(now)) {
      this.#seats.take(bot)
      this.#playing.sit(bot)
      this.talk.show(bot)
    }
  }

  #release(player: Player, now: number): void {
    this.#seats.release(player, now)
    this.#playing.stand(player)
    this.talk.tell({ type: 'left', content: { seat: player.seat } })
  }

  /** Another game is played, or another phase of it: the lobby shows it. */
  #gameChanged(): void {
    this.talk.tell({ type: 'room', content: this.info })
    this.#setup.changed()
  }

  #tellRoles(): void {
    for (const player of this.#roles.assign(this.#seats)) this.talk.show(player)
  }
}
