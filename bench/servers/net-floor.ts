/** The floor of floors: bare sockets, a handshake by hand, and a frame of 8 + 4N bytes with its header already on. */

import { createHash } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { answerLines, say, usage } from '../lines.ts'
import { pace } from './pacer.ts'

const rate = Number(process.argv[2])
const sockets = new Set<Socket>()
let framed = frameOf(8)

const server = createServer({ noDelay: true }, (socket) => {
  let opening = ''
  const open = (chunk: Buffer) => {
    opening += chunk.toString('latin1')
    const key = /sec-websocket-key: (\S+)/i.exec(opening)?.[1]
    if (!opening.includes('\r\n\r\n') || key === undefined) return
    socket.off('data', open)
    socket.on('data', () => {})
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(key)}\r\n\r\n`,
    )
    sockets.add(socket)
    framed = frameOf(8 + 4 * sockets.size)
  }
  socket.on('data', open)
  socket.on('error', () => {})
  socket.on('close', () => sockets.delete(socket))
})
server.listen(0, '127.0.0.1', () => say({ port: (server.address() as { port: number }).port }))
pace(rate, () => {
  for (const socket of sockets) socket.write(framed)
})
answerLines(usage)

function accept(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
}

function frameOf(length: number): Buffer {
  const long = length >= 126
  const frame = Buffer.alloc((long ? 4 : 2) + length)
  frame[0] = 0x82
  frame[1] = long ? 126 : length
  if (long) frame.writeUInt16BE(length, 2)
  return frame
}
