/** The tutorial's server on socket.io: an event with the whole state, emitted on a timer. */

import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { answerLines, say, usage } from '../lines.ts'
import { head, newWalker, stepsPerSecond, walk } from '../servers/walk.ts'

const rate = Number(process.argv[2])
const server = createServer()
const io = new Server(server)
const players = new Map()

io.on('connection', (socket) => {
  const player = { id: socket.id, ...newWalker() }
  players.set(socket.id, player)
  socket.on('input', ({ x, y }) => head(player, x, y))
  socket.on('disconnect', () => players.delete(socket.id))
})

setInterval(() => {
  for (const player of players.values()) walk(player)
}, 1000 / stepsPerSecond)

setInterval(() => {
  io.emit('state', { players: [...players.values()] })
}, 1000 / rate)

server.listen(0, '127.0.0.1', () => say({ port: server.address().port }))
answerLines(usage)
