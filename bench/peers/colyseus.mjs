/** Colyseus: the same information as a schema state, patched at the rate that is asked for. */

import { createServer } from 'node:http'
import { Room, Server } from '@colyseus/core'
import { Encoder, schema, t } from '@colyseus/schema'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { answerLines, say, usage } from '../lines.ts'
import { head, newWalker, stepsPerSecond, walk } from '../servers/walk.ts'

const rate = Number(process.argv[2])

/** A full state of 400 players is larger than the default buffer; it says so itself. */
Encoder.BUFFER_SIZE = 64 * 1024

const Player = schema(
  {
    x: t.float32(),
    y: t.float32(),
    vx: t.float32(),
    vy: t.float32(),
    mx: t.int8(),
    my: t.int8(),
    kick: t.uint8(),
    score: t.uint16(),
  },
  'Player',
)
const State = schema({ players: t.map(Player) }, 'State')

class BenchRoom extends Room {
  maxClients = 512
  patchRate = 1000 / rate
  state = new State()

  onCreate() {
    this.onMessage('input', (client, { x, y }) => {
      const player = this.state.players.get(client.sessionId)
      if (player) head(player, x, y)
    })
    this.setFixedTimestep(() => {
      for (const player of this.state.players.values()) walk(player)
    }, stepsPerSecond)
  }

  onJoin(client) {
    this.state.players.set(client.sessionId, new Player(newWalker()))
  }

  onLeave(client) {
    this.state.players.delete(client.sessionId)
  }
}

const http = createServer()
const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false })
server.define('bench', BenchRoom)
await server.listen(0, '127.0.0.1')
say({ port: http.address().port })
answerLines(usage)
