/** One client of the load: it walks at random, and counts what it hears. */

import { RawSocket, type Target } from './raw-socket.ts'
import type { Direction, Talk, Wire } from './talk.ts'

/** Milliseconds that a direction is held, on average. */
const heldFor = 500

const compass: readonly Direction[] = [
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
]

/** What one client received in a window. */
export interface Heard {
  snapshots: number
  bytes: number
  /** Snapshots a second, between the first and the last. */
  rate: number
}

export class Walker {
  readonly talk: Talk
  /** When the first full snapshot was there. */
  inAt = 0
  readonly #socket: RawSocket
  #direction: Direction = { x: 0, y: 0 }
  #turnAt = 0
  #snapshots = 0
  #first = 0
  #last = 0
  #bytesBefore = 0
  #beganAt = 0

  private constructor(wire: Wire, target: Target, index: number) {
    this.talk = wire.talk(
      {
        send: (frame) => this.#socket.send(frame),
        snapshot: (full) => {
          this.#last = performance.now()
          if (full && this.inAt === 0) this.inAt = this.#last
          if (this.#snapshots++ === 0) this.#first = this.#last
        },
      },
      index,
      target,
    )
    this.#socket = new RawSocket(target, this.talk)
  }

  static async dial(wire: Wire, port: number, index: number): Promise<Walker> {
    return new Walker(wire, await wire.target(port), index)
  }

  get lost(): string | null {
    return this.#socket.lost
  }

  /** Payload bytes received so far. */
  get heardOf(): number {
    return this.#socket.bytes
  }

  walk(now: number): void {
    if (now >= this.#turnAt) {
      this.#turnAt = now + heldFor * (0.5 + Math.random())
      this.#direction = compass[Math.floor(Math.random() * compass.length)] as Direction
    }
    this.talk.speak(now, this.#direction)
  }

  begin(now: number): void {
    this.#snapshots = 0
    this.#bytesBefore = this.#socket.bytes
    this.#beganAt = now
  }

  /** What it heard since `begin`. */
  heard(now: number): Heard {
    const snapshots = this.#snapshots
    const span = (this.#last - this.#first) / 1000
    const whole = (now - this.#beganAt) / 1000
    const period = snapshots > 1 ? span / (snapshots - 1) : whole
    // Counted between arrivals it is exact; but one that fell silent at an end must not hide it.
    const silent = Math.max(now - this.#last, this.#first - this.#beganAt) / 1000 > period * 1.5 + 0.02
    const rate = snapshots > 1 && !silent ? 1 / period : snapshots / whole
    return { snapshots, bytes: this.#socket.bytes - this.#bytesBefore, rate }
  }

  end(): void {
    this.#socket.end()
  }
}
