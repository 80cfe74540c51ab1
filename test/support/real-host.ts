/** A real host on loopback for a test, and raw sockets to it. */

import { fileURLToPath } from 'node:url'
import WebSocket from 'ws'
import { type HostSettings, type RunningHost, startHost } from '../../src/host/server.ts'
import { reasonOf } from '../../src/protocol/reasons.ts'
import { subprotocol } from '../../src/protocol/version.ts'

export const pages = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** Listens on a port that the system picks. */
export function startTestHost(settings: Partial<HostSettings> = {}): Promise<RunningHost> {
  return startHost({
    port: 0,
    portsTried: 1,
    bind: '127.0.0.1',
    hostId: 'test-host-1',
    room: 'party',
    name: 'Test party',
    rooms: 'own',
    password: '',
    max: 32,
    bots: 0,
    game: 'meadow',
    pages,
    nearby: () => ({ discovery: 'off', trouble: null, adverts: [] }),
    ...settings,
  })
}

export interface RawOptions {
  path?: string
  protocol?: string
  headers?: Record<string, string>
}

/** A socket that sends what it likes, and remembers what it heard. */
export class RawSocket {
  readonly socket: WebSocket
  readonly messages: { type: string; content: Record<string, unknown> }[] = []
  frames = 0
  #waiting: (() => void)[] = []
  #closed: number | null = null

  constructor(port: number, { path = '/play/', protocol = subprotocol, headers = {} }: RawOptions = {}) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocol, {
      headers,
      perMessageDeflate: false,
    })
    this.socket.on('message', (message, isBinary) => {
      if (isBinary) this.frames++
      else this.messages.push(JSON.parse(String(message)))
      this.#wake()
    })
    this.socket.on('error', () => {})
    this.socket.on('close', (code) => {
      this.#closed = code
      this.#wake()
    })
  }

  /** Settles once the condition holds; rejects after five seconds. */
  async until(holds: () => boolean): Promise<void> {
    const end = performance.now() + 5000
    while (!holds()) {
      if (performance.now() > end)
        throw new Error(`it did not happen; heard ${JSON.stringify(this.messages).slice(0, 500)}`)
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, 100)
        this.#waiting.push(() => {
          clearTimeout(timer)
          wake()
        })
      })
    }
  }

  heard(type: string) {
    return this.messages.find((message) => message.type === type)?.content
  }

  async join(more: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    await this.until(() => this.heard('hello') !== undefined)
    const content = {
      name: 'Raw',
      colour: 'sky',
      shape: 'star',
      token: `raw-${'0'.repeat(20)}`,
      as: 'player',
      ...more,
    }
    this.socket.send(JSON.stringify({ type: 'join', content }))
    await this.until(() => this.heard('welcome') !== undefined || this.#closed !== null)
    return this.heard('welcome') ?? {}
  }

  /** The reason it was closed with. */
  async ended(): Promise<string | number> {
    await this.until(() => this.#closed !== null)
    return reasonOf(this.#closed ?? 0) ?? this.#closed ?? 0
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }
}
