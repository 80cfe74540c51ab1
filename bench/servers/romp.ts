/** Romp with its real rules: the meadow, on the host that people run. */

import { resolve } from 'node:path'
import { meadow } from '../../src/games/meadow/game.ts'
import { startHost } from '../../src/host/server.ts'
import { answerLines, say, usage } from '../lines.ts'

const rate = Number(process.argv[2])
const host = await startHost({
  port: 0,
  portsTried: 1,
  bind: '127.0.0.1',
  hostId: 'bench-host',
  room: 'bench',
  name: 'Bench',
  rooms: 'own',
  password: '',
  max: 512,
  bots: 0,
  game: meadow.id,
  snapshotEvery: meadow.ticksPerSecond / rate,
  pages: resolve('out/renderer'),
  nearby: () => ({ discovery: 'off', trouble: null, adverts: [] }),
})
say({ port: host.port })
answerLines(usage)
