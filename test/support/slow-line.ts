/** A line whose reader takes its time: the system's buffers fill first, and then the host's backlog. */

import type { Host } from '../../src/host/host.ts'
import type { Connection, Dial } from '../../src/protocol/connection.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What two systems take off a sender's hands before it notices that nobody reads. */
const systemBuffers = 256 * 1024
const beat = 5

export class SlowLine {
  /** Bytes a second that are read; all there is where it is infinite, nothing where it is 0. */
  reads = Number.POSITIVE_INFINITY
  readonly #time: VirtualTime
  readonly #host: Host
  readonly #oneWay: number
  readonly #unread: (string | Uint8Array)[] = []
  #unreadBytes = 0
  #mayRead = 0
  #mostBacklog = 0

  constructor(time: VirtualTime, host: Host, roundTrip: number) {
    this.#time = time
    this.#host = host
    this.#oneWay = roundTrip / 2
  }

  get backlog(): number {
    return Math.max(0, this.#unreadBytes - systemBuffers)
  }

  /** The most that the host ever had to keep for it. */
  get mostBacklog(): number {
    return this.#mostBacklog
  }

  readonly dial: Dial = (_url, receiver) => {
    const later = (what: () => void) => this.#time.at(this.#time.now + this.#oneWay, what)
    const read = (frame: string | Uint8Array) =>
      typeof frame === 'string' ? receiver.text(frame) : receiver.bytes(frame)
    const toClient: Connection = {
      send: (frame) =>
        later(() => {
          this.#unread.push(frame)
          this.#unreadBytes += frame.length
          this.#mostBacklog = Math.max(this.#mostBacklog, this.backlog)
        }),
      close: (code) => later(() => receiver.closed(code)),
      cut: () => later(() => receiver.closed(1006)),
      backlog: () => this.backlog,
    }
    const session = this.#host.accept(toClient, {
      room: '',
      address: '127.0.0.1',
      protocol: protocolVersion,
    })
    this.#time.every(beat, () => {
      this.#mayRead = Math.min(this.#unreadBytes, this.#mayRead + (this.reads * beat) / 1000)
      for (let frame = this.#unread[0]; frame && frame.length <= this.#mayRead; frame = this.#unread[0]) {
        this.#unread.shift()
        this.#unreadBytes -= frame.length
        this.#mayRead -= frame.length
        read(frame)
      }
    })
    return {
      send: (frame) => later(() => (typeof frame === 'string' ? session.text(frame) : session.bytes(frame))),
      close: (code) => later(() => session.closed(code)),
      cut: () => later(() => session.closed(1006)),
      backlog: () => 0,
    }
  }
}
