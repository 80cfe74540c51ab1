/** A host that keeps its id when it is started anew, as the desktop app does: `node steady-host.ts HOST_ID NAME`. */

import { startAdvertising } from '../../src/discovery/discovery.ts'
import { startHost } from '../../src/host/server.ts'

const [hostId = '', name = ''] = process.argv.slice(2)
const host = await startHost({
  ...{ hostId, name, port: 8765, portsTried: 8, room: 'party', rooms: 'own', password: '', max: 8, bots: 0 },
  ...{ game: 'meadow', pages: '' },
  nearby: () => ({ discovery: 'off', trouble: null, adverts: [] }),
})
const [party] = host.info().rooms
if (!party) throw new Error('a host has a room of its own')
const advertising = startAdvertising({ hostId, port: host.port, party })
process.once('SIGTERM', () => void Promise.all([advertising.stop(), host.stop()]))
