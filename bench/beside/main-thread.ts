/** A host in the thread that is blocked, as it is without a process of its own: `node main-thread.ts`. */

import { resolve } from 'node:path'
import { startHost } from '../../src/host/server.ts'
import { answerLines, say } from '../lines.ts'
import { type Block, blockThread } from './blocking.ts'

const host = await startHost({
  ...{ port: 0, portsTried: 1, bind: '127.0.0.1', hostId: 'bench-host', room: 'party', name: 'Bench' },
  ...{ rooms: 'own', password: '', max: 8, bots: 0, game: 'meadow', pages: resolve('out/renderer') },
  nearby: () => ({ discovery: 'off', trouble: null, adverts: [] }),
})
say({ port: host.port })
answerLines((how) => {
  blockThread(null, how as unknown as Block)
  return {}
})
