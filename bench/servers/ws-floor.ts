/** The floor for whoever uses `ws`: one frame of 8 + 4N bytes, built once, sent to all; inputs are read and ignored. */

import { WebSocketServer } from 'ws'
import { answerLines, say, usage } from '../lines.ts'
import { pace } from './pacer.ts'

const rate = Number(process.argv[2])
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
  say({ port: (server.address() as { port: number }).port })
})
let frame = Buffer.alloc(8)

server.on('connection', (socket) => {
  frame = Buffer.alloc(8 + 4 * server.clients.size)
  socket.on('message', () => {})
})
pace(rate, () => {
  for (const socket of server.clients) socket.send(frame)
})
answerLines(usage)
