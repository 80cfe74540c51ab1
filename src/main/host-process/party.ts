/** The party that this process hosts: advertised for as long as it runs, and looking around for guests who ask. */

import { type Advertising, addressesOf, openLobby, startAdvertising } from '../../discovery/discovery.ts'
import { findSingleFile } from '../../host/offers/single-file.ts'
import { type RunningHost, startHost } from '../../host/server.ts'
import type { RoomSummary } from '../../protocol/info.ts'
import { portsTried } from '../../protocol/link.ts'
import type { Hosted, Opening } from './messages.ts'

export interface Party {
  wake(): void
  /** Says goodbye to the guests and to the network, within a second. */
  close(): Promise<void>
}

/** Opens it and tells how it is, now and whenever that changes. Rejects with a HostError where it cannot be opened. */
export async function openParty(
  { hostId, room, name, password, max, bots, operatorToken, port, pages }: Opening,
  tell: (party: Hosted) => void,
): Promise<Party> {
  const lobby = openLobby({ isOwn: (id) => id === hostId })
  const host: RunningHost = await startHost({
    ...{ port, portsTried, room, rooms: 'own', game: 'meadow', pages },
    ...{ hostId, name, password, max, bots, operatorToken },
    singleFile: await findSingleFile(),
    nearby: () => ({
      ...lobby.glance(),
      addresses: addressesOf().map(({ address }) => ({ address, port: host.port })),
    }),
  })
  const party = (): RoomSummary => {
    const own = host.info().rooms.find((candidate) => candidate.room === room)
    if (!own) throw new Error('the host has lost its own room')
    return own
  }
  const show = () => tell({ port: host.port, room: party(), guests: host.guests() })
  const advertising: Advertising = startAdvertising({ hostId, port: host.port, party: party() })
  const forget = host.watch(() => {
    advertising.show(party())
    show()
  })
  show()
  return {
    wake() {
      advertising.wake()
      lobby.wake()
    },
    async close() {
      forget()
      await Promise.all([host.stop(), advertising.stop(), lobby.close()])
    },
  }
}
