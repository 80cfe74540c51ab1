/** One connection's life: greeting, joined, gone. What comes in is validated here, and nothing else of it goes on. */

import { BadBits } from '../netcode/bits.ts'
import type { Connection, Receiver } from '../protocol/connection.ts'
import { readClientFrame, writePong } from '../protocol/frames.ts'
import {
  type ClientMessage,
  type HostMessage,
  readClientMessage,
  writeMessage,
} from '../protocol/messages.ts'
import { closeCodes, type Reason, reasonOf } from '../protocol/reasons.ts'
import { greetingTimeout, heartbeat, hopelessBacklog, sessionRates } from './limits.ts'
import type { Player, PlayerLine } from './player.ts'
import { Bucket } from './rate.ts'
import { carryOut } from './requests.ts'
import type { Room } from './room.ts'

type Stage = { phase: 'greeting'; until: number } | { phase: 'joined'; player: Player } | { phase: 'gone' }

type Join = Extract<ClientMessage, { type: 'join' }>['content']

/** What a session needs of the host it came to. */
export interface Door {
  readonly room: Room
  now(): number
  /** Lets someone in, or says why not. */
  join(join: Join, line: PlayerLine): Player | { reason: Reason; retryMs?: number }
  received(bytes: number): void
  sent(bytes: number): void
  /** The session is over; `reason` where we ended it. */
  gone(reason: Reason | null): void
}

export class Session implements PlayerLine, Receiver {
  readonly #connection: Connection
  readonly #door: Door
  readonly #frames: Bucket
  readonly #control: Bucket
  #stage: Stage
  #heardAt: number
  #probedAt = 0

  constructor(connection: Connection, door: Door) {
    const now = door.now()
    this.#connection = connection
    this.#door = door
    this.#frames = new Bucket(sessionRates.frames, now)
    this.#control = new Bucket(sessionRates.control, now)
    this.#stage = { phase: 'greeting', until: now + greetingTimeout }
    this.#heardAt = now
  }

  send(frame: string | Uint8Array): void {
    if (this.#stage.phase === 'gone') return
    this.#door.sent(typeof frame === 'string' ? Buffer.byteLength(frame) : frame.length)
    this.#connection.send(frame)
  }

  backlog(): number {
    return this.#connection.backlog()
  }

  tell(message: HostMessage): void {
    this.send(writeMessage(message))
  }

  /** Says goodbye and closes. The seat, if any, is its caller's business. */
  end(reason: Reason): void {
    if (this.#stage.phase === 'gone') return
    this.tell({ type: 'bye', content: { reason } })
    this.#finish(reason)
  }

  /** Does not let it in. */
  refuse(reason: Reason, retryMs?: number): void {
    if (this.#stage.phase === 'gone') return
    this.tell({ type: 'refused', content: retryMs === undefined ? { reason } : { reason, retryMs } })
    this.#finish(reason)
  }

  text(text: string): void {
    if (!this.#heard(Buffer.byteLength(text), this.#control)) return
    const read = readClientMessage(text)
    if ('message' in read) this.#message(read.message)
    else this.#fault(read.reason)
  }

  bytes(bytes: Uint8Array): void {
    if (!this.#heard(bytes.length, this.#frames)) return
    try {
      this.#frame(bytes)
    } catch (error) {
      if (!(error instanceof BadBits)) throw error
      this.#fault('bad-frame')
    }
  }

  alive(): void {
    this.#heardAt = this.#door.now()
  }

  /** The line is gone. A breach of the carrier's own rules, such as a frame that was too large, is a fault too. */
  closed(code: number): void {
    if (this.#stage.phase === 'gone') return
    const reason = reasonOf(code)
    if (reason === 'too-big' || reason === 'bad-frame') {
      this.#fault(reason)
    } else {
      this.#loseSeat()
      this.#leaveStage(null)
    }
  }

  /** A fault of our own: only this session ends. */
  fail(): void {
    this.#fault('host-error')
  }

  /** A few times a second: who says nothing for too long is asked, and then let go. */
  tidy(now: number): void {
    if (this.#stage.phase === 'greeting' && now > this.#stage.until) this.refuse('no-greeting')
    if (this.#stage.phase !== 'joined') return
    if (now - this.#heardAt > heartbeat * 2 || this.#connection.backlog() > hopelessBacklog) {
      this.#loseSeat()
      this.#leaveStage('silent')
      this.#connection.cut()
    } else if (now - this.#heardAt > heartbeat && now - this.#probedAt > heartbeat) {
      this.#probedAt = now
      this.#connection.probe?.()
    }
  }

  #heard(size: number, bucket: Bucket): boolean {
    if (this.#stage.phase === 'gone') return false
    const now = this.#door.now()
    this.#heardAt = now
    this.#door.received(size)
    if (bucket.take(now) === 0) return true
    this.#fault('too-fast')
    return false
  }

  #message(message: ClientMessage): void {
    switch (this.#stage.phase) {
      case 'greeting':
        if (message.type === 'join') this.#join(message.content)
        else this.#fault('out-of-turn')
        break
      case 'joined': {
        const { player } = this.#stage
        if (message.type === 'join') this.#fault('out-of-turn')
        else if (message.type === 'leave') this.#leave(player)
        else carryOut(message, player, this.#door.room, this.#door.now())
        break
      }
      case 'gone':
        break
    }
  }

  #join(join: Join): void {
    const joined = this.#door.join(join, this)
    if ('reason' in joined) this.refuse(joined.reason, joined.retryMs)
    else this.#stage = { phase: 'joined', player: joined }
  }

  #leave(player: Player): void {
    this.#finish('left')
    this.#door.room.leave(player, this.#door.now())
  }

  #frame(bytes: Uint8Array): void {
    if (this.#stage.phase !== 'joined') {
      this.#fault('out-of-turn')
      return
    }
    const { player } = this.#stage
    const { match } = this.#door.room
    const frame = readClientFrame(bytes)
    const isOfThisMatch = frame.match === match.number
    if (frame.kind === 'ping') {
      if (isOfThisMatch) player.saw(Math.min(frame.seen, match.tick))
      this.send(writePong(frame.stamp, match.margin(player.seat)))
    } else if (!isOfThisMatch) {
      // What is about the match before this one was right when it was sent.
    } else if (frame.kind === 'astray') {
      if (!player.isAstray) player.skip()
      player.isAstray = true
    } else {
      match.input(player.seat, frame.tick, frame.behind, frame.body, this.#door.now())
    }
  }

  /** What the peer sent breaks the protocol: only its own session ends, and its seat is not held for more of it. */
  #fault(reason: Reason): void {
    const stage = this.#stage
    this.end(reason)
    if (stage.phase === 'joined') this.#door.room.leave(stage.player, this.#door.now())
  }

  #loseSeat(): void {
    if (this.#stage.phase === 'joined') this.#door.room.drop(this.#stage.player, this.#door.now())
  }

  #finish(reason: Reason): void {
    this.#connection.close(closeCodes[reason], reason)
    this.#leaveStage(reason)
  }

  #leaveStage(reason: Reason | null): void {
    this.#stage = { phase: 'gone' }
    this.#door.gone(reason)
  }
}
