/** A seat in a room: who sits there, and the line to them while there is one. */

import type { Appearance } from '../protocol/appearance.ts'
import { type HostMessage, type PlayerInfo, writeMessage } from '../protocol/messages.ts'
import type { Reason } from '../protocol/reasons.ts'
import { highBacklog, hopelessBacklog, playerRates, type RateName } from './limits.ts'
import type { Viewer } from './match.ts'
import { Bucket } from './rate.ts'

/** What a player needs of a session. */
export interface PlayerLine {
  send(frame: string | Uint8Array): void
  backlog(): number
  end(reason: Reason): void
}

export interface Identity {
  readonly kind: PlayerInfo['kind']
  /** Random, of the player's device; rights and bans follow it. Empty for bots. */
  readonly token: string
  /** Where the first connection came from; empty for bots. */
  readonly address: string
  /** The key that this seat can be taken up again with. */
  readonly resume: string
}

export class Player implements Viewer {
  readonly seat: number
  readonly identity: Identity
  appearance: Appearance
  away = false
  operator = false
  line: PlayerLine | null = null
  /** When the line was lost; null while it holds. */
  droppedAt: number | null = null
  isAstray = false
  /** The tick of the last snapshot sent; null where the next must be a full one. */
  #sentTick: number | null = null
  /** The same, but kept while nothing is sent. */
  #lastSent = 0
  /** The newest tick that is known to have come there. */
  #seen = 0
  readonly #rates = new Map<RateName, Bucket>()

  constructor(seat: number, identity: Identity, appearance: Appearance) {
    this.seat = seat
    this.identity = identity
    this.appearance = appearance
  }

  get info(): PlayerInfo {
    const { seat, appearance, operator, away } = this
    const { kind } = this.identity
    return { seat, ...appearance, kind, operator, connected: kind === 'bot' || this.line !== null, away }
  }

  get eyes(): number | null {
    return this.identity.kind === 'spectator' ? null : this.seat
  }

  /** Takes on a line, over which nothing was sent yet. */
  connect(line: PlayerLine): void {
    this.line = line
    this.droppedAt = null
    this.isAstray = false
    this.beginAnew()
  }

  disconnect(now: number): void {
    this.line = null
    this.droppedAt = now
  }

  /** What comes next is of another match, or over another line. */
  beginAnew(): void {
    this.#sentTick = null
    this.#lastSent = 0
    this.#seen = 0
  }

  /** The player says that the snapshot of `tick` came. */
  saw(tick: number): void {
    this.#seen = Math.max(this.#seen, tick)
  }

  get sentTick(): number | null {
    return this.#sentTick
  }

  /** Whether snapshots may be sent: not while much is still unsent or unseen, and then not until nearly all of it went. */
  ready(unseen: number): boolean {
    if (!this.line) return false
    if (this.#seen < unseen && this.#seen < this.#lastSent) return false
    const limit = this.#sentTick === null ? highBacklog / 8 : highBacklog
    return this.line.backlog() <= limit
  }

  send(frame: Uint8Array, tick: number): void {
    // The first one gets its time to be seen, like any other.
    if (this.#sentTick === null) this.#seen = tick
    this.#sentTick = tick
    this.#lastSent = tick
    this.line?.send(frame)
  }

  skip(): void {
    this.#sentTick = null
  }

  /** Milliseconds to wait before this may be done again; 0 where it may be now, and then it counts. */
  wait(name: RateName, now: number): number {
    const bucket = this.#rates.get(name) ?? new Bucket(playerRates[name], now)
    this.#rates.set(name, bucket)
    return bucket.take(now)
  }

  tell(message: HostMessage): void {
    this.tellText(writeMessage(message))
  }

  /** A message that is written already, for sending one to many. */
  tellText(text: string): void {
    // A reader that is stuck for good is ended by its session; until then nothing more is piled up for it.
    if (this.line && this.line.backlog() <= hopelessBacklog) this.line.send(text)
  }
}
