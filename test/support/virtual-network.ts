/** A network in memory: round trip, jitter, stalls and cuts, delivered in order as TCP does. */

import type { Connection, Dial, Receiver } from '../../src/protocol/connection.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface Weather {
  /** Milliseconds there and back. */
  roundTrip: number
  /** Each way takes up to so much longer, at random. */
  jitter?: number
  /** Every `every` milliseconds nothing gets through for `lasts`. */
  stall?: { every: number; lasts: number }
}

interface Listening {
  accept(connection: Connection, visit: { room: string; address: string; protocol: number }): Receiver
}

export class VirtualNetwork {
  readonly #time: VirtualTime
  readonly #random: () => number
  weather: Weather
  /** While cut, nothing gets through and nobody is told. */
  isCut = false

  constructor(time: VirtualTime, weather: Weather, random: () => number) {
    this.#time = time
    this.weather = weather
    this.#random = random
  }

  /** A way for clients to reach a host, each from an address of its own where one is given. */
  dialTo(host: Listening, address = '127.0.0.1', protocol = protocolVersion): Dial {
    return (url, receiver) => {
      const room = /\/play\/([^/?]*)/.exec(url)?.[1] ?? ''
      const up = this.#pipe()
      const down = this.#pipe()
      // As with TCP, what was sent before a close still arrives.
      let clientOpen = true
      let hostOpen = true
      let session: Receiver | null = null
      const endClient = (code: number) => {
        if (!clientOpen) return
        clientOpen = false
        receiver.closed(code)
      }
      const endHost = (code: number) => {
        if (!hostOpen) return
        hostOpen = false
        session?.closed(code)
      }
      const toClient: Connection = {
        send: (frame) => down(() => clientOpen && deliver(receiver, frame)),
        close: (code) => {
          hostOpen = false
          down(() => endClient(code))
        },
        cut: () => {
          hostOpen = false
          down(() => endClient(1006))
        },
        probe: () => down(() => clientOpen && up(() => hostOpen && session?.alive?.())),
        backlog: () => 0,
      }
      up(() => {
        if (this.isCut) return
        session = host.accept(toClient, { room, address, protocol })
        down(() => receiver.opened())
      })
      return {
        send: (frame) => up(() => hostOpen && session && deliver(session, frame)),
        close: (code) => {
          clientOpen = false
          up(() => endHost(code))
        },
        cut: () => {
          clientOpen = false
          up(() => endHost(1006))
        },
        backlog: () => 0,
      }
    }
  }

  /** One direction of one line. */
  #pipe(): (arrive: () => void) => void {
    let last = 0
    return (arrive) => {
      if (this.isCut) return
      const { roundTrip, jitter = 0, stall } = this.weather
      let at = this.#time.now + roundTrip / 2 + this.#random() * jitter
      if (stall && at % stall.every < stall.lasts) at += stall.lasts - (at % stall.every)
      last = Math.max(last, at)
      this.#time.at(last, arrive)
    }
  }
}

function deliver(receiver: Receiver, frame: string | Uint8Array): void {
  if (typeof frame === 'string') receiver.text(frame)
  else receiver.bytes(frame)
}
