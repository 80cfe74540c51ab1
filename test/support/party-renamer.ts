/** Joins a party as its first guest, gives it another name, and leaves: `node party-renamer.ts URL NAME`. */

import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'

const [url = '', name = ''] = process.argv.slice(2)
const party = new Party({
  ...{ url, dial, token: 'renamer-of-parties-0001', resume: null, as: 'player' },
  appearance: { name: 'Operator', colour: 'sky', shape: 'star' },
  keepResume: () => {},
  random: Math.random,
  now: () => performance.now(),
})
const beat = setInterval(() => {
  party.advance(performance.now())
  const { status, room } = party.state
  if (status.phase === 'joined' && room?.name !== name) party.rename(name)
  if (room?.name !== name) return
  clearInterval(beat)
  party.leave()
}, 100)
