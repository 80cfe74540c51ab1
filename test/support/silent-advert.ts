/** Advertises a party that nobody hosts, and renames it after half a second: all that is known of it is its advert. */

import { startAdvertising } from '../../src/discovery/discovery.ts'
import type { RoomSummary } from '../../src/protocol/info.ts'

const party: RoomSummary = {
  ...{ room: 'party', name: 'Old name', game: 'meadow', phase: 'meadow', players: 0, bots: 0, spectators: 0 },
  ...{ max: 8, locked: false },
}
const advertising = startAdvertising({ hostId: 'silent-host-1', port: 8765, party })
setTimeout(() => advertising.show({ ...party, name: 'New name' }), 500)
process.once('SIGTERM', () => void advertising.stop().then(() => process.exit(0)))
