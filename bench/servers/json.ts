/** The tutorial's server: the whole state as JSON on `ws`, on a timer. */

import { WebSocketServer } from 'ws'
import { answerLines, say, usage } from '../lines.ts'
import { head, newWalker, stepsPerSecond, type Walking, walk } from './walk.ts'

const rate = Number(process.argv[2])
const players = new Map<number, Walking & { id: number }>()
let nextId = 1

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => {
  say({ port: (server.address() as { port: number }).port })
})
server.on('connection', (socket) => {
  const id = nextId++
  const player = { id, ...newWalker() }
  players.set(id, player)
  socket.send(JSON.stringify({ id }))
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString())
    if (message.type === 'input') head(player, message.x, message.y)
  })
  socket.on('close', () => players.delete(id))
})

setInterval(() => {
  for (const player of players.values()) walk(player)
}, 1000 / stepsPerSecond)

setInterval(() => {
  const text = JSON.stringify({ players: [...players.values()] })
  for (const socket of server.clients) socket.send(text)
}, 1000 / rate)

answerLines(usage)
