/** A WebSocket client on a bare socket: the opening handshake, and frames both ways with as little work as can be. */

import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { clientFrame, type FrameSink, FrameStream, opcodes } from './frame-stream.ts'

/** One for all sockets of the process: each chunk is taken in before the next is read. */
const readBuffer = Buffer.allocUnsafe(256 * 1024)

export interface Target {
  port: number
  path: string
  /** The subprotocol to offer, if any. */
  protocol: string | null
}

export class RawSocket {
  /** Payload bytes of all frames received, and how many times the line ended unasked. */
  bytes = 0
  lost: string | null = null
  readonly #socket: Socket
  readonly #sink: FrameSink
  readonly #frames: FrameStream
  #opening = ''
  #isOpen = false

  constructor({ port, path, protocol }: Target, sink: FrameSink) {
    this.#sink = sink
    this.#frames = new FrameStream({
      wantsWhole: (opcode) => opcode >= opcodes.close || sink.wantsWhole(opcode),
      frame: (opcode, payload, length) => this.#frame(opcode, payload, length),
    })
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length) => {
          this.#read(readBuffer.subarray(0, length))
          return true
        },
      },
    })
    this.#socket.on('error', (error) => {
      this.lost ??= error.message
    })
    this.#socket.on('close', () => {
      this.lost ??= 'closed'
    })
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n` +
        `${protocol === null ? '' : `Sec-WebSocket-Protocol: ${protocol}\r\n`}\r\n`,
    )
  }

  /** Sends a frame that was built with `clientFrame`. */
  send(frame: Buffer): void {
    this.#socket.write(frame)
  }

  end(): void {
    this.lost ??= 'ended'
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    if (this.#isOpen) {
      this.#frames.push(chunk)
      return
    }
    this.#opening += chunk.toString('latin1')
    const end = this.#opening.indexOf('\r\n\r\n')
    if (end < 0) return
    if (!this.#opening.startsWith('HTTP/1.1 101')) {
      this.lost = this.#opening.slice(0, this.#opening.indexOf('\r\n'))
      this.#socket.destroy()
      return
    }
    this.#isOpen = true
    const rest = Buffer.from(this.#opening.slice(end + 4), 'latin1')
    this.#opening = ''
    if (rest.length > 0) this.#frames.push(rest)
  }

  #frame(opcode: number, payload: Buffer, length: number): void {
    this.bytes += length
    if (opcode === opcodes.ping) this.send(clientFrame(opcodes.pong, payload))
    else if (opcode === opcodes.close) this.lost ??= `closed: ${payload.toString('latin1', 2)}`
    else if (opcode !== opcodes.pong) this.#sink.frame(opcode, payload, length)
  }
}
