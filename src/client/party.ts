/** One party as a client sees it: joining, the roster and the chat, a line that is lost and comes back. */

import { gameById } from '../games/index.ts'
import { BadBits } from '../netcode/bits.ts'
import type { Appearance, Emote } from '../protocol/appearance.ts'
import type { Dial } from '../protocol/connection.ts'
import { readHostFrame } from '../protocol/frames.ts'
import { type ClientMessage, type HostMessage, readHostMessage, writeMessage } from '../protocol/messages.ts'
import { isFinal, type Reason, reasonOf } from '../protocol/reasons.ts'
import type { Strength } from '../protocol/strength.ts'
import { chatLength } from '../protocol/text.ts'
import { protocolVersion } from '../protocol/version.ts'
import { answerTo } from './joining.ts'
import { Line, type Seen, sinceStamp } from './line.ts'
import { LiveMatch } from './live-match.ts'
import type { LinkFigures, PartyEvent, PartyState } from './party-state.ts'
import { retryWait } from './patience.ts'
import { afterMessage, newPartyState } from './roster.ts'

/** What is said of the evening; all but `ballot` and `cheer` by the operator alone. */
export type EveningRequest = Extract<
  ClientMessage,
  { type: 'play' | 'vote' | 'ballot' | 'end' | 'next' | 'restart' | 'pause' | 'handicap' | 'cheer' }
>

export interface PartySetup {
  /** `ws://…/play/ROOM` */
  url: string
  dial: Dial
  /** Random and kept by the device. */
  token: string
  appearance: Appearance
  as: 'player' | 'spectator'
  /** The seat to come back to, from an earlier run of this page. */
  resume: string | null
  /** Kept by the caller, so that a reload finds the seat again; null once the seat is given up. */
  keepResume(key: string | null): void
  /** Numbers in [0, 1), for jittered waits. */
  random(): number
  /** The time in milliseconds, of the clock that `advance` is told. */
  now(): number
}

export class Party {
  readonly #setup: PartySetup
  readonly #line: Line
  readonly #watchers = new Set<() => void>()
  readonly #listeners = new Set<(event: PartyEvent) => void>()
  #state: PartyState = newPartyState()
  #match: LiveMatch | null = null
  #as: 'player' | 'spectator'
  #appearance: Appearance
  #resume: string | null
  #password: string | null = null
  #host: { protocol: number; version: string } | null = null

  constructor(setup: PartySetup) {
    this.#setup = setup
    this.#line = new Line(setup.dial, setup.now, {
      text: (text) => this.#orLose(() => this.#hearText(text)),
      bytes: (bytes) => this.#orLose(() => this.#hearBytes(bytes)),
      closed: (code) => this.#closed(code),
      seen: () => this.#seen(),
    })
    this.#as = setup.as
    this.#appearance = setup.appearance
    this.#resume = setup.resume
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
    const { status } = this.#state
    switch (status.phase) {
      case 'connecting':
        if (!this.#line.isUp) this.#line.dial(this.#setup.url)
        else if (this.#line.isOverdue) this.#lose()
        break
      case 'lost':
        if (this.#line.isOverdue) this.#lose()
        else if (!this.#line.isUp && this.#line.now >= status.retryAt) this.#line.dial(this.#setup.url)
        break
      case 'joined':
        if (this.#line.isDead) this.#lose()
        else this.#line.pingIfDue()
        break
      case 'asking':
      case 'refused':
      case 'over':
        break
    }
  }

  /** The network is back or the page woke: dial at once, and ask at once whether a silent line still lives. */
  wake(): void {
    const { status } = this.#state
    if (status.phase === 'joined') {
      this.#line.doubt()
    } else if (status.phase === 'lost' && !this.#line.isFresh) {
      // A try that began while there was no network will not notice that there is one.
      this.#line.cut()
      this.#change({ status: { ...status, retryAt: this.#line.now } })
    }
  }

  /** Answers `asking`. */
  answerPassword(password: string): void {
    if (this.#state.status.phase !== 'asking') return
    this.#password = password
    this.#begin()
  }

  /** After `refused` or `over`: begins anew, as a spectator where that is asked; or, while watching, as a player. */
  retry(as: 'player' | 'spectator' = this.#as): void {
    if (as !== this.#as) {
      // Who watched must not come back to the watcher's seat.
      this.#tell({ type: 'leave', content: {} })
      this.#forgetSeat()
    }
    this.#as = as
    this.#begin()
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
    this.#end('left')
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

  #begin(): void {
    this.#line.drop('left')
    this.#change({ status: { phase: 'connecting' } })
  }

  /** What the host sends must make sense; if it does not, begin with it anew. */
  #orLose(take: () => void): void {
    try {
      take()
    } catch (error) {
      if (!(error instanceof BadBits)) throw error
      this.#line.drop('bad-frame')
      this.#lose()
    }
  }

  #hearText(text: string): void {
    const read = readHostMessage(text)
    if (!('message' in read)) throw new BadBits(read.detail)
    const { message } = read
    switch (message.type) {
      case 'hello':
        this.#greet(message.content)
        break
      case 'welcome':
        this.#resume = message.content.resume
        this.#setup.keepResume(this.#resume)
        this.#line.startPings()
        this.#take(message)
        this.#play()
        this.#tellLook(message.content)
        break
      case 'refused':
        this.#refused(message.content.reason, message.content.retryMs ?? null)
        break
      case 'bye':
        this.#goodbye(message.content.reason)
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

  #greet(hello: Extract<HostMessage, { type: 'hello' }>['content']): void {
    this.#host = { protocol: hello.protocol, version: hello.version }
    this.#change({ room: hello.room })
    if (hello.protocol !== protocolVersion) {
      this.#refused('wrong-version', null)
      return
    }
    const join = answerTo(hello, {
      appearance: this.#appearance,
      token: this.#setup.token,
      as: this.#as,
      resume: this.#resume,
      password: this.#password,
    })
    if (join) this.#line.send(writeMessage({ type: 'join', content: join }))
    else this.#ask(false)
  }

  #ask(wrong: boolean): void {
    this.#password = null
    this.#line.drop('left')
    this.#change({ status: { phase: 'asking', wrong } })
  }

  #refused(reason: Reason, retryMs: number | null): void {
    if (reason === 'locked' || reason === 'wrong-password') {
      this.#forgetSeat()
      this.#ask(reason === 'wrong-password')
      return
    }
    this.#line.drop('left')
    if (isFinal(reason)) this.#change({ status: { phase: 'refused', reason, host: this.#host, retryMs } })
    else this.#lose(retryMs ?? undefined)
  }

  #goodbye(reason: Reason): void {
    if (isFinal(reason)) this.#end(reason)
    else this.#lose()
  }

  #closed(code: number): void {
    const reason = reasonOf(code)
    if (reason !== null && isFinal(reason)) this.#end(reason)
    else this.#lose()
  }

  #end(reason: Reason): void {
    // Another tab took the seat over: its key is not ours to forget.
    if (reason !== 'replaced') this.#forgetSeat()
    this.#line.drop('left')
    this.#change({ status: { phase: 'over', reason } })
  }

  #forgetSeat(): void {
    this.#resume = null
    this.#setup.keepResume(null)
  }

  /** The line is gone: dial again after a wait that grows with every try. */
  #lose(wait?: number): void {
    this.#line.cut()
    const { status } = this.#state
    const attempt = status.phase === 'lost' ? status.attempt + 1 : 1
    const since = status.phase === 'lost' ? status.since : this.#line.now
    const retryAt = this.#line.now + (wait ?? retryWait(attempt, this.#setup.random()))
    this.#change({ status: { phase: 'lost', since, attempt, retryAt } })
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
      this.#refused('wrong-version', null)
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
