/** The authority: rooms and the sessions in them. It is told the time, and owns no timer and no socket. */

import type { AnyGame } from '../games/game.ts'
import type { Connection, Receiver } from '../protocol/connection.ts'
import type { HostInfo } from '../protocol/info.ts'
import { roomId, writeMessage } from '../protocol/messages.ts'
import { passwordKey, passwordProof, sameProof } from '../protocol/password.ts'
import { closeCodes, type Reason } from '../protocol/reasons.ts'
import { protocolVersion, version } from '../protocol/version.ts'
import { Faults } from './faults.ts'
import { Addresses, emptyRoomKept, mostRooms, mostSessions } from './limits.ts'
import { Metrics } from './metrics.ts'
import type { PlayerLine } from './player.ts'
import { Room } from './room.ts'
import { Session } from './session.ts'

export interface HostSetup {
  hostId: string
  /** The own room's id and name. */
  room: string
  name: string
  /** Which rooms there may be besides the own one. */
  rooms: 'own' | 'any' | readonly string[]
  /** Empty for an open party. */
  password: string
  /** Most players in a room, bots included. */
  max: number
  bots: number
  /** The game that rooms begin with; the meadow where it is null. */
  game: AnyGame | null
  /** The device that holds the controls; the first to join where it is null. */
  operatorToken: string | null
  /** `bytes` random bytes in hex, unguessable. */
  randomHex(bytes: number): string
  /** Numbers in [0, 1), for play. */
  random(): number
  /** The time in milliseconds, of any steady clock. */
  now(): number
  /** Tells a fault of our own, so that it can be logged. */
  report(error: unknown): void
}

/** How often the slow business is done, in milliseconds. */
const tidyEvery = 250

export class Host {
  readonly metrics = new Metrics()
  readonly #setup: HostSetup
  readonly #rooms = new Map<string, Room>()
  /** Every session, and the room that it came to. */
  readonly #sessions = new Map<Session, Room>()
  readonly #faults: Faults
  readonly #addresses = new Addresses()
  readonly #watchers = new Set<() => void>()
  readonly #passwordKey: Uint8Array | null
  #tidiedAt = Number.NEGATIVE_INFINITY

  constructor(setup: HostSetup) {
    this.#setup = setup
    this.#faults = new Faults(this.metrics, setup.report)
    this.#passwordKey = setup.password === '' ? null : passwordKey(setup.password, setup.hostId)
    this.#make(setup.room)
    if (typeof setup.rooms !== 'string') for (const id of setup.rooms) this.#rooms.get(id) ?? this.#make(id)
  }

  get info(): HostInfo {
    const rooms = [...this.#rooms.values()].map((room) => room.summary)
    return { product: 'romp', version, protocol: protocolVersion, hostId: this.#setup.hostId, rooms }
  }

  /** Calls back whenever `info` has changed. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  /** Names of the people who are in the own room now, the owner's own device not counted, in the order that they came. */
  get guests(): string[] {
    const here = [...(this.#rooms.get(this.#setup.room)?.players ?? [])]
    return here
      .filter(({ identity, line }) => line !== null && identity.token !== this.#setup.operatorToken)
      .map(({ appearance }) => appearance.name)
  }

  /** Renames the own room. */
  rename(name: string): void {
    this.#rooms.get(this.#setup.room)?.rename(name)
  }

  /**
   * Takes a new connection that wants into `room` (empty for the own one), offering to speak `protocol`. The
   * session that is returned is to be given whatever arrives.
   */
  accept(connection: Connection, visit: { room: string; address: string; protocol: number }): Receiver {
    const { address } = visit
    const now = this.#setup.now()
    const room = this.#visit(visit.room === '' ? this.#setup.room : visit.room, now)
    if (!room) return this.#turnAway(connection, 'room-unknown')
    const welcomeHere = this.#addresses.open(address, now) && this.#sessions.size < mostSessions
    room.visited(now)
    const challenge = this.#setup.randomHex(32)
    const session: Session = new Session(connection, {
      room,
      now: this.#setup.now,
      join: (join, line) => this.#join(room, join, line, { address, challenge }),
      received: (bytes) => {
        this.metrics.bytesIn += bytes
      },
      sent: (bytes) => {
        this.metrics.bytesOut += bytes
      },
      gone: (reason) => {
        this.#addresses.close(address)
        this.#sessions.delete(session)
        if (reason !== null && reason !== 'left') this.metrics.ended(reason)
        this.#endIfUntouched(room)
      },
    })
    this.#sessions.set(session, room)
    const { hostId } = this.#setup
    const { info, isFull: full } = room
    session.tell({
      type: 'hello',
      content: { protocol: protocolVersion, version, hostId, room: info, full, challenge },
    })
    if (visit.protocol !== protocolVersion) session.refuse('wrong-version')
    else if (!welcomeHere) session.refuse('too-many-connections', 5000)
    return this.#guarded(session)
  }

  /** A fault of our own while a session is heard ends that session, and nothing else. */
  #guarded(session: Session): Receiver {
    const guard = (hear: () => void) => {
      if (!this.#faults.attempt(hear)) this.#faults.attempt(() => session.fail())
    }
    return {
      text: (text) => guard(() => session.text(text)),
      bytes: (bytes) => guard(() => session.bytes(bytes)),
      alive: () => session.alive(),
      closed: (code) => guard(() => session.closed(code)),
    }
  }

  /** Milliseconds of the clock when something is next due; null while nobody plays. */
  nextTick(now: number): number | null {
    let next: number | null = null
    for (const room of this.#rooms.values()) {
      const due = room.nextTick(now)
      if (due !== null && (next === null || due < next)) next = due
    }
    return next
  }

  /** Does whatever is due. A room that fails begins anew, and the others never notice. */
  advance(now: number): void {
    const clock = this.#setup.now
    const began = clock()
    let ticks = 0
    for (const room of this.#rooms.values()) {
      try {
        ticks += room.advance(now)
      } catch (error) {
        this.#faults.tell(error)
        this.#mend(room, now)
      }
    }
    this.metrics.ticks += ticks
    if (ticks > 0) this.metrics.tickTook(clock() - began)
    if (now - this.#tidiedAt >= tidyEvery) this.#tidy(now)
  }

  /** The numbers of `GET /metrics`. */
  metricsText(): string {
    let backlogBytes = 0
    let players = 0
    for (const session of this.#sessions.keys()) backlogBytes += session.backlog()
    for (const room of this.#rooms.values()) players += [...room.players].length
    return this.metrics.text({
      rooms: this.#rooms.size,
      sessions: this.#sessions.size,
      players,
      backlogBytes,
    })
  }

  /** Says goodbye to everyone. */
  close(): void {
    for (const session of [...this.#sessions.keys()]) session.end('host-stopped')
  }

  #turnAway(connection: Connection, reason: Reason): Receiver {
    connection.send(writeMessage({ type: 'refused', content: { reason } }))
    connection.close(closeCodes[reason], reason)
    this.metrics.ended(reason)
    return { text: () => {}, bytes: () => {}, closed: () => {} }
  }

  #join(
    room: Room,
    join: Parameters<Room['join']>[0],
    line: PlayerLine,
    from: { address: string; challenge: string },
  ): ReturnType<Room['join']> {
    const now = this.#setup.now()
    const wait = this.#addresses.join(from.address, now)
    if (wait > 0) return { reason: 'too-many-joins', retryMs: wait }
    // Whoever set the password is not asked for it.
    const isOwner = join.token === this.#setup.operatorToken
    if (this.#passwordKey && !isOwner && !room.isComeback(join)) {
      if (join.proof === undefined) return { reason: 'locked' }
      const guessing = this.#addresses.guess(from.address, now)
      if (guessing > 0) return { reason: 'too-many-joins', retryMs: guessing }
      const expected = passwordProof(this.#passwordKey, from.challenge)
      if (!sameProof(expected, join.proof)) return { reason: 'wrong-password' }
      this.#addresses.guessedRight(from.address, now)
    }
    const joined = room.join(join, line, from.address, now)
    if (!('reason' in joined)) this.metrics.joins++
    return joined
  }

  /** The room that a visitor asked for, made now where that is allowed. */
  #visit(id: string, now: number): Room | null {
    const room = this.#rooms.get(id)
    if (room) return room
    if (this.#setup.rooms !== 'any' || !roomId.safeParse(id).success) return null
    if (this.#rooms.size >= mostRooms) this.#tidy(now)
    return this.#rooms.size < mostRooms ? this.#make(id) : null
  }

  #make(id: string): Room {
    const { name, max, bots, game, password, operatorToken, randomHex, random, now } = this.#setup
    const own = id === this.#setup.room
    const setup = {
      id,
      name: own ? name : `${name} · ${id}`,
      max,
      bots,
      game,
      locked: password !== '',
      owner: operatorToken,
      randomKey: () => randomHex(16),
      random,
      changed: () => this.#changed(),
    }
    const room = new Room(setup, now())
    this.#rooms.set(id, room)
    this.#changed()
    return room
  }

  #tidy(now: number): void {
    this.#tidiedAt = now
    for (const session of [...this.#sessions.keys()]) this.#faults.attempt(() => session.tidy(now))
    for (const room of [...this.#rooms.values()]) {
      this.#faults.attempt(() => room.tidy(now))
      const { emptySince } = room
      if (this.#isPassing(room) && emptySince !== null && now - emptySince >= emptyRoomKept) this.#end(room)
    }
    this.#addresses.forget(now)
  }

  #end(room: Room): void {
    room.close('room-closed')
    this.#rooms.delete(room.id)
    this.#changed()
  }

  /** Whether a room was made by a visitor, and goes when nobody is left. */
  #isPassing(room: Room): boolean {
    return this.#setup.rooms === 'any' && room.id !== this.#setup.room
  }

  /** A room that its visitors only looked at goes with the last of them. */
  #endIfUntouched(room: Room): void {
    const wanted = [...this.#sessions.values()].includes(room)
    if (this.#isPassing(room) && room.isUntouched && !wanted) this.#end(room)
  }

  /** After a fault a room begins anew; one that does nothing but fail is closed and made again from nothing. */
  #mend(room: Room, now: number): void {
    if (!this.#faults.isHopeless(room, now) && this.#faults.attempt(() => room.restart(now))) return
    this.#faults.attempt(() => room.close('host-error'))
    this.#rooms.delete(room.id)
    if (!this.#isPassing(room)) this.#faults.attempt(() => this.#make(room.id))
    this.#changed()
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher()
  }
}
