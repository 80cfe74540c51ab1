/** One party as a client sees it: joining, the roster and the chat, a line that is lost and comes back. */

import { gameById } from '../games/index.ts'
import { BadBits } from '../netcode/bits.ts'
import type { Appearance, Emote } from '../protocol/appearance.ts'
import type { Dial } from '../protocol/connection.ts'
import { readHostFrame } from '../protocol/frames.ts'
import { type ClientMessage, type HostMessage, readHostMessage, writeMessage } from '../protocol/messages.ts'
import type { Strength } from '../protocol/strength.ts'
import { chatLength } from '../protocol/text.ts'
import { Admission, type AdmissionSetup } from './admission.ts'
import { Line, type Seen, sinceStamp } from './line.ts'
import { LiveMatch } from './live-match.ts'
import type { LinkFigures, PartyEvent, PartyState } from './party-state.ts'
import { afterMessage, newPartyState } from './roster.ts'

/** What is said of the evening; all but `ballot` and `cheer` by the operator alone. */
export type EveningRequest = Extract<
  ClientMessage,
  { type: 'play' | 'vote' | 'ballot' | 'end' | 'next' | 'restart' | 'pause' | 'handicap' | 'cheer' }
>

export interface PartySetup extends AdmissionSetup {
  dial: Dial
  appearance: Appearance
  /** The time in milliseconds, of the clock that `advance` is told. */
  now(): number
}

export class Party {
  readonly #line: Line
  readonly #admission: Admission
  readonly #watchers = new Set<() => void>()
  readonly #listeners = new Set<(event: PartyEvent) => void>()
  #state: PartyState = newPartyState()
  #match: LiveMatch | null = null
  #appearance: Appearance

  constructor(setup: PartySetup) {
    this.#line = new Line(setup.dial, setup.now, {
      text: (text) => this.#orLose(() => this.#hearText(text)),
      bytes: (bytes) => this.#orLose(() => this.#hearBytes(bytes)),
      closed: (code) => this.#admission.closed(code),
      seen: () => this.#seen(),
    })
    this.#admission = new Admission(setup, this.#line, {
      status: () => this.#state.status,
      change: (change) => this.#change(change),
    })
    this.#appearance = setup.appearance
  }

  get state(): PartyState {
    return this.#state
  }

  /** The match being played, null before the first one; replaced by the next. */
  get match(): LiveMatch | null {
    return this.#match
  }

  /** Calls back after the state was replaced. */
  subscribe(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  /** Things that pass: a line said, an emote. */
  hear(event: (event: PartyEvent) => void): () => void {
    this.#listeners.add(event)
    return () => this.#listeners.delete(event)
  }

  /** The one heartbeat: `now` in milliseconds of any steady clock. Call each frame, and from a timer while hidden. */
  advance(now: number): void {
    this.#line.pass(now)
    this.#admission.advance()
  }

  /** The network is back or the page woke: dial at once, and ask at once whether a silent line still lives. */
  wake(): void {
    this.#admission.wake()
  }

  /** Answers `asking`. */
  answerPassword(password: string): void {
    this.#admission.answerPassword(password)
  }

  /** After `refused` or `over`: begins anew, as a spectator where that is asked; or, while watching, as a player. */
  retry(as: 'player' | 'spectator' = this.#admission.as): void {
    if (as !== this.#admission.as) this.#tell({ type: 'leave', content: {} })
    this.#admission.retry(as)
  }

  /** To everyone, or whispered to one seat. */
  say(text: string, to?: number): void {
    // Far too long is answered like too long: what is beyond need not travel.
    const sent = text.slice(0, chatLength * 8)
    this.#tell({ type: 'say', content: to === undefined ? { text: sent } : { text: sent, to } })
  }

  emote(emote: Emote): void {
    this.#tell({ type: 'emote', content: { emote } })
  }

  appear(appearance: Appearance): void {
    this.#appearance = appearance
    this.#tell({ type: 'appear', content: appearance })
  }

  away(away: boolean): void {
    this.#tell({ type: 'away', content: { away } })
  }

  rename(name: string): void {
    this.#tell({ type: 'rename', content: { name } })
  }

  bots(count: number, strength?: Strength): void {
    this.#tell({ type: 'bots', content: strength === undefined ? { count } : { count, strength } })
  }

  /** Something of the evening: a playlist, a vote, a ballot, a pause, confetti. */
  ask(request: EveningRequest): void {
    this.#tell(request)
  }

  remove(seat: number): void {
    this.#tell({ type: 'remove', content: { seat } })
  }

  /** Gives the seat up and says goodbye. */
  leave(): void {
    this.#tell({ type: 'leave', content: {} })
    this.#admission.end('left')
  }

  figures(): LinkFigures {
    const none = { ping: null, jitter: 0, delay: 0, lead: 0, corrections: 0 }
    return {
      ...(this.#match?.figures() ?? none),
      silence: this.#line.silence,
      bytesIn: this.#line.bytesIn,
      bytesOut: this.#line.bytesOut,
    }
  }

  #seen(): Seen {
    const tick = this.#match?.truth?.tick ?? 0
    const { match } = this.#state
    return { match: match?.number ?? 0, tick, time: (tick * 1000) / (match?.tickRate ?? 1) }
  }

  /** What the host sends must make sense; if it does not, begin with it anew. */
  #orLose(take: () => void): void {
    try {
      take()
    } catch (error) {
      if (!(error instanceof BadBits)) throw error
      this.#line.drop('bad-frame')
      this.#admission.lose()
    }
  }

  #hearText(text: string): void {
    const read = readHostMessage(text)
    if (!('message' in read)) throw new BadBits(read.detail)
    const { message } = read
    switch (message.type) {
      case 'hello':
        this.#admission.greeted(message.content, this.#appearance)
        break
      case 'welcome':
        this.#admission.welcomed(message.content.resume)
        this.#line.startPings()
        this.#take(message)
        this.#play()
        this.#tellLook(message.content)
        break
      case 'refused':
        this.#admission.refused(message.content.reason, message.content.retryMs ?? null)
        break
      case 'bye':
        this.#admission.goodbye(message.content.reason)
        break
      case 'match':
        this.#line.startPings()
        this.#take(message)
        this.#play()
        break
      case 'taking':
        this.#take(message)
        this.#match?.takePart(this.#ownPart())
        break
      default:
        this.#take(message)
    }
  }

  /** A look that was changed while the line was lost. */
  #tellLook({ seat, players }: Extract<HostMessage, { type: 'welcome' }>['content']): void {
    const known = players.find((player) => player.seat === seat)
    const { name, colour, shape } = this.#appearance
    if (known && (known.name !== name || known.colour !== colour || known.shape !== shape))
      this.appear(this.#appearance)
  }

  #hearBytes(bytes: Uint8Array): void {
    const frame = readHostFrame(bytes)
    if (frame.kind === 'pong') this.#match?.answered(sinceStamp(frame.stamp, this.#line.now), frame.margin)
    else this.#match?.receive(frame, this.#line.now)
  }

  #take(message: HostMessage): void {
    const { state, event } = afterMessage(this.#state, message, this.#line.now)
    this.#state = state
    this.#notify()
    if (event) for (const listener of this.#listeners) listener(event)
  }

  /** Begins the match that the state names, unless it is being played already. */
  #play(): void {
    const { match: info } = this.#state
    const game = info === null ? null : gameById(info.game)
    if (info === null || game === null) {
      this.#admission.refused('wrong-version', null)
      return
    }
    // A match that was joined on an earlier line must not speak on a new one before it is joined again.
    const send = (frame: Uint8Array) => {
      if (this.#state.status.phase === 'joined') this.#line.send(frame)
    }
    this.#match = new LiveMatch({ info, game, me: this.#ownPart(), send })
  }

  /** The seat that is ours to play in the match; null for who watches. */
  #ownPart(): number | null {
    const { match, seat, players } = this.#state
    if (match === null || seat === null || players.get(seat)?.kind === 'spectator') return null
    return gameById(match.game)?.endless || match.seats.includes(seat) ? seat : null
  }

  /** Before it is joined, a party hears nothing but the join. */
  #tell(message: ClientMessage): void {
    if (this.#state.status.phase === 'joined') this.#line.send(writeMessage(message))
  }

  #change(change: Partial<PartyState>): void {
    this.#state = { ...this.#state, ...change }
    this.#notify()
  }

  #notify(): void {
    for (const watcher of this.#watchers) watcher()
  }
}
