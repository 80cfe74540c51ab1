/** A network in memory: lines from clients to a host, which can be slow, uneven, narrow, stuck and cut. */

import { randomStream } from '../../src/netcode/random.ts'
import type { Connection, Dial, Receiver } from '../../src/protocol/connection.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { VirtualPipe, type Weather } from './virtual-pipe.ts'
import type { VirtualTime } from './virtual-time.ts'

export type { Weather }

interface Listening {
  accept(connection: Connection, visit: { room: string; address: string; protocol: number }): Receiver
}

/** About the bytes of an upgrade to WebSocket, and of a close frame. */
const greeting = 250
const closing = 4

export class VirtualNetwork {
  readonly #time: VirtualTime
  readonly #random: () => number
  weather: Weather
  /** What is sent while the network is cut, in order. */
  #held: (() => void)[] = []
  #isCut = false

  constructor(time: VirtualTime, weather: Weather, random: () => number) {
    this.#time = time
    this.weather = weather
    this.#random = random
  }

  /** While cut, nothing gets through and nobody is told; as TCP has it, what was sent meanwhile comes afterwards. */
  get isCut(): boolean {
    return this.#isCut
  }

  set isCut(isCut: boolean) {
    this.#isCut = isCut
    if (isCut) return
    const held = this.#held
    this.#held = []
    for (const send of held) send()
  }

  /** A way for clients to reach a host, each from an address of its own where one is given. */
  dialTo(host: Listening, address = '127.0.0.1', protocol = protocolVersion): Dial {
    return (url, receiver) => {
      const room = /\/play\/([^/?]*)/.exec(url)?.[1] ?? ''
      const [upPipe, downPipe] = this.#line()
      const way = (pipe: VirtualPipe) => (arrive: () => void, bytes: number) => {
        const send = () => pipe.send(bytes, this.weather, arrive)
        if (this.#isCut) this.#held.push(send)
        else send()
      }
      const up = way(upPipe)
      const down = way(downPipe)
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
        send: (frame) => down(() => clientOpen && deliver(receiver, frame), frame.length),
        close: (code) => {
          hostOpen = false
          down(() => endClient(code), closing)
        },
        cut: () => {
          hostOpen = false
          down(() => endClient(1006), 0)
        },
        probe: () => down(() => clientOpen && up(() => hostOpen && session?.alive?.(), 0), 0),
        backlog: () => downPipe.backlog,
      }
      up(() => {
        if (!clientOpen) return
        session = host.accept(toClient, { room, address, protocol })
        down(() => receiver.opened(), greeting)
      }, greeting)
      return {
        send: (frame) => up(() => hostOpen && session && deliver(session, frame), frame.length),
        close: (code) => {
          clientOpen = false
          up(() => endHost(code), closing)
        },
        cut: () => {
          clientOpen = false
          up(() => endHost(1006), 0)
        },
        backlog: () => upPipe.backlog,
      }
    }
  }

  /** Both ways of a new line, each with a chance of its own. */
  #line(): [VirtualPipe, VirtualPipe] {
    const phase = this.#random()
    const pipe = (up: boolean) =>
      new VirtualPipe(this.#time, up, phase, randomStream(this.#random() * 2 ** 32))
    return [pipe(true), pipe(false)]
  }
}

function deliver(receiver: Receiver, frame: string | Uint8Array): void {
  if (typeof frame === 'string') receiver.text(frame)
  else receiver.bytes(frame)
}
