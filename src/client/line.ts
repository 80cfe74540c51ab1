/** The line to a host as a client keeps it: dialled, watched for silence, cut and dialled again. */

import type { Connection, Dial } from '../protocol/connection.ts'
import { writePing } from '../protocol/frames.ts'
import { closeCodes, type Reason } from '../protocol/reasons.ts'
import { Silence } from './patience.ts'

/** A host that takes longer than this to let us in is dialled anew, in milliseconds. */
const greetingTimeout = 6000
/** A try younger than this may well succeed. */
const freshDial = 500
const pingEvery = 1000
/** The first few pings follow quickly: a good estimate matters most at the start. */
const eagerPings = 5
const eagerPingEvery = 150

/** When so many milliseconds of play came in less time than they last, what was stuck is through: the host should know. */
const catchingUp = 500

/** Who hears what comes over the line. */
export interface LineEar {
  text(text: string): void
  bytes(bytes: Uint8Array): void
  /** Closed by the other end, or lost. Not called for what we end ourselves. */
  closed(code: number): void
  /** The newest snapshot that came. */
  seen(): Seen
}

export interface Seen {
  readonly match: number
  readonly tick: number
  /** The tick's time since the match began, in milliseconds. */
  readonly time: number
}

export class Line {
  bytesIn = 0
  bytesOut = 0
  readonly #dial: Dial
  readonly #clock: () => number
  readonly #ear: LineEar
  readonly #silence = new Silence()
  #connection: Connection | null = null
  #dialledAt: number | null = null
  #now = 0
  #pings = 0
  #pingAt = 0
  /** What the host was told last of what came, and when. */
  #told: { seen: Seen; at: number } | null = null

  /** `clock` tells the time at any moment, in milliseconds: what arrives is stamped with it. */
  constructor(dial: Dial, clock: () => number, ear: LineEar) {
    this.#dial = dial
    this.#clock = clock
    this.#ear = ear
  }

  get now(): number {
    return this.#now
  }

  get isUp(): boolean {
    return this.#connection !== null
  }

  /** Whether the host takes too long to let us in. */
  get isOverdue(): boolean {
    return this.#dialledAt !== null && this.#now - this.#dialledAt > greetingTimeout
  }

  /** Whether a try is under way that began just now. */
  get isFresh(): boolean {
    return this.#dialledAt !== null && this.#now - this.#dialledAt < freshDial
  }

  /** Whether a line that should be talking says nothing any more. */
  get isDead(): boolean {
    return this.#silence.tooLong(this.#now)
  }

  /** Milliseconds since the last word. */
  get silence(): number {
    return this.#silence.since(this.#now)
  }

  /** Time never goes back, even where a frame's clock and a timer's differ by a little. */
  pass(clock: number): void {
    const now = Math.max(clock, this.#now)
    this.#silence.passed(this.#now, now)
    this.#now = now
  }

  dial(url: string): void {
    this.#dialledAt = this.#now
    // What an earlier connection still delivers must not reach the new one.
    const live = () => this.#connection === connection
    const hear = (size: number, take: () => void) => {
      if (!live()) return
      this.bytesIn += size
      this.pass(this.#clock())
      this.#silence.broken(this.#now)
      take()
    }
    const connection = this.#dial(url, {
      opened: () => {},
      text: (text) => hear(text.length, () => this.#ear.text(text)),
      bytes: (bytes) => hear(bytes.length, () => this.#ear.bytes(bytes)),
      closed: (code) => {
        if (!live()) return
        this.#connection = null
        this.#ear.closed(code)
      },
    })
    this.#connection = connection
  }

  /** The page woke: a silent line must show life soon. */
  doubt(): void {
    this.#silence.doubt(this.#now)
    this.#ping()
  }

  /** From now on pings are due, quickly at first. */
  startPings(): void {
    this.#pings = 0
    this.#pingAt = this.#now
  }

  pingIfDue(): void {
    if (this.#now >= this.#pingAt || this.#isCatchingUp) this.#ping()
  }

  get #isCatchingUp(): boolean {
    const seen = this.#ear.seen()
    if (this.#told?.seen.match !== seen.match) return false
    return seen.time - this.#told.seen.time - (this.#now - this.#told.at) > catchingUp
  }

  send(frame: string | Uint8Array): void {
    if (this.#connection === null) return
    this.bytesOut += frame.length
    this.#connection.send(frame)
  }

  /** Ends it politely. */
  drop(reason: Reason): void {
    this.#connection?.close(closeCodes[reason], reason)
    this.#forget()
  }

  /** Ends it at once. */
  cut(): void {
    this.#connection?.cut()
    this.#forget()
  }

  #forget(): void {
    this.#told = null
    this.#connection = null
    this.#dialledAt = null
  }

  #ping(): void {
    this.#pings++
    this.#pingAt = this.#now + (this.#pings < eagerPings ? eagerPingEvery : pingEvery)
    const seen = this.#ear.seen()
    this.#told = { seen, at: this.#now }
    this.send(writePing(stampOf(this.#now), seen.match, seen.tick))
  }
}

/** A stamp counts 16ths of a millisecond, modulo 2^32: three days. */
function stampOf(now: number): number {
  return Math.floor(now * 16) >>> 0
}

/** Milliseconds since a stamp was given. */
export function sinceStamp(stamp: number, now: number): number {
  return ((stampOf(now) - stamp) >>> 0) / 16
}
