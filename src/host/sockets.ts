/** Real WebSockets as connections: the upgrade with its rules, and one connection around each socket. */

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { Connection, Receiver } from '../protocol/connection.ts'
import { parseRoomPath } from '../protocol/link.ts'
import { closeCodes } from '../protocol/reasons.ts'
import { subprotocol } from '../protocol/version.ts'
import { framed } from './framing.ts'
import type { Host } from './host.ts'
import { largestFrame } from './limits.ts'
import { isOwnHost, isOwnOrigin } from './origin.ts'

/** Milliseconds that a peer gets to answer a closing handshake. */
const closeTimeout = 1000

/** The declarations of ws lag behind it: `closeTimeout` is documented since 8.18.3. */
const options: ServerOptions & { closeTimeout: number } = {
  noServer: true,
  maxPayload: largestFrame,
  perMessageDeflate: false,
  clientTracking: true,
  closeTimeout,
  // A client of another version is let in just far enough to be told so.
  handleProtocols: (offered) =>
    offered.has(subprotocol)
      ? subprotocol
      : ([...offered].find((name) => protocolIn(name) !== null) ?? false),
}

export class Sockets {
  readonly #host: Host
  readonly #server = new WebSocketServer(options)

  constructor(host: Host) {
    this.#host = host
  }

  /** Takes over an HTTP request that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refuse = (status: string) => {
      // A peer that does not close its end would otherwise stay for ever: nothing else watches an upgraded socket.
      const destroy = () => socket.destroy()
      socket.once('finish', destroy)
      setTimeout(destroy, closeTimeout).unref()
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    }
    // Until ws takes the socket, its errors are ours to hear.
    socket.on('error', destroyIt)
    const { host: name, origin } = request.headers
    if (!isOwnHost(name)) {
      this.#host.metrics.ended('foreign-page')
      refuse('421 Misdirected Request')
    } else if (!isOwnOrigin(origin, name)) {
      this.#host.metrics.ended('foreign-page')
      refuse('403 Forbidden')
    } else {
      const room = roomIn(request.url ?? '')
      if (room === undefined) refuse('404 Not Found')
      else
        this.#server.handleUpgrade(request, socket, head, (opened) => {
          socket.off('error', destroyIt)
          this.#opened(opened, socket, request, room)
        })
    }
  }

  /** Ends what did not end by itself. */
  terminate(): void {
    for (const socket of this.#server.clients) socket.terminate()
  }

  get isEmpty(): boolean {
    return this.#server.clients.size === 0
  }

  #opened(socket: WebSocket, carrier: Duplex, request: IncomingMessage, room: string): void {
    const receiver = this.#host.accept(connectionOver(socket, carrier), {
      room,
      address: request.socket.remoteAddress ?? '',
      protocol: protocolIn(socket.protocol) ?? 0,
    })
    deliver(socket, receiver)
  }
}

function destroyIt(this: Duplex): void {
  this.destroy()
}

/**
 * Frames go past `socket`, right to what carries it: without compression and fragments `ws` writes each frame of its
 * own in one go, so that the two never mix.
 */
function connectionOver(socket: WebSocket, carrier: Duplex): Connection {
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) carrier.write(framed(frame))
    },
    close: (code, why) => socket.close(code, why),
    cut: () => socket.terminate(),
    probe: () => {
      if (socket.readyState === socket.OPEN) socket.ping()
    },
    backlog: () => carrier.writableLength,
  }
}

function deliver(socket: WebSocket, receiver: Receiver): void {
  socket.on('message', (message: RawData, isBinary: boolean) => {
    const bytes = message as Buffer
    if (isBinary) receiver.bytes(bytes)
    else receiver.text(bytes.toString('utf8'))
  })
  socket.on('pong', () => receiver.alive?.())
  // ws answers a frame that breaks its rules with the fitting code itself, and then closes with it.
  let breach: number | null = null
  socket.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') breach = closeCodes['too-big']
    else if (error.code?.startsWith('WS_ERR_')) breach = closeCodes['bad-frame']
  })
  socket.on('close', (code) => receiver.closed(breach ?? code))
}

function protocolIn(name: string): number | null {
  const match = /^romp\.(\d{1,5})$/.exec(name)
  return match ? Number(match[1]) : null
}

/** The room in `/play/ROOM`: empty for the host's own, undefined where the path is another. */
function roomIn(url: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  if (path === '/play' || path === '/play/') return ''
  return path.startsWith('/play/') ? (parseRoomPath(path) ?? path.slice('/play/'.length)) : undefined
}
