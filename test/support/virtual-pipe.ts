/** One direction of a line in memory: its bytes wait their turn, take their way, and arrive in order as TCP has them. */

import type { VirtualTime } from './virtual-time.ts'

export interface Weather {
  /** Milliseconds there and back, at the quickest. */
  roundTrip: number
  /** Each way takes up to so much longer, at random and each on its own. */
  jitter?: number
  /** The share of the round trip that the way to the host takes; half of it where none is given. */
  wayUp?: number
  /** Every `every` milliseconds nothing gets through for `lasts`; then all of it at once. `apart`: not all lines together. */
  stall?: { every: number; lasts: number; apart?: boolean }
  /** Bits a second, each way; without a limit where none is given. */
  bandwidth?: { up: number; down: number }
}

/** What each frame costs beyond its own bytes: the headers of Ethernet, IP, TCP with its stamps, and WebSocket. */
const overhead = 14 + 20 + 32 + 4

export class VirtualPipe {
  readonly #time: VirtualTime
  readonly #up: boolean
  readonly #random: () => number
  /** Where in its period this line's stall begins, as a share. */
  readonly #phase: number
  readonly #waiting: { until: number; bytes: number }[] = []
  #freeAt = 0
  #last = 0

  /** `up`: towards the host. `random` is this pipe's own, so that what one line sends changes nothing for another. */
  constructor(time: VirtualTime, up: boolean, phase: number, random: () => number) {
    this.#time = time
    this.#up = up
    this.#phase = phase
    this.#random = random
  }

  send(bytes: number, weather: Weather, arrive: () => void): void {
    const { roundTrip, jitter = 0, wayUp = 0.5, stall } = weather
    const left = this.#leave(bytes, weather)
    let at = left + roundTrip * (this.#up ? wayUp : 1 - wayUp) + this.#random() * jitter
    if (stall) {
      const into = (at + (stall.apart ? this.#phase * stall.every : 0)) % stall.every
      if (into < stall.lasts) at += stall.lasts - into
    }
    this.#last = Math.max(this.#last, at)
    this.#time.at(this.#last, arrive)
  }

  /** Bytes that were given and did not leave yet. */
  get backlog(): number {
    while (this.#waiting.length > 0 && (this.#waiting[0] as { until: number }).until <= this.#time.now)
      this.#waiting.shift()
    return this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** When the last bit of a frame is on its way. */
  #leave(bytes: number, { bandwidth }: Weather): number {
    const { now } = this.#time
    if (!bandwidth) return Math.max(now, this.#freeAt)
    const bits = (bytes + overhead) * 8
    this.#freeAt = Math.max(now, this.#freeAt) + (bits / (this.#up ? bandwidth.up : bandwidth.down)) * 1000
    this.#waiting.push({ until: this.#freeAt, bytes })
    return this.#freeAt
  }
}
