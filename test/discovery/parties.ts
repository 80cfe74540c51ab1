/** Parties and packets for the tests of discovery. */

import type { Network } from '../../src/discovery/addresses.ts'
import { serviceName } from '../../src/discovery/packet.ts'
import { type PartyRecord, writeTxt } from '../../src/discovery/txt-record.ts'
import type { RoomSummary } from '../../src/protocol/info.ts'
import { protocolVersion } from '../../src/protocol/version.ts'

/** The network that the tests' lobby is on. */
export const home: Network = {
  ...{ name: 'eth0', address: '192.168.1.5', netmask: '255.255.255.0', device: '02:00:00:00:00:01 2' },
}

export const room: RoomSummary = {
  ...{ room: 'party', name: 'Party', game: 'meadow', phase: 'meadow', players: 0, bots: 0, spectators: 0 },
  ...{ max: 8, locked: false },
}

export function record(changes: Partial<RoomSummary> = {}): PartyRecord {
  return {
    ...{
      protocol: protocolVersion,
      version: '0.1.0',
      hostId: 'host-0001',
      boot: 'boot1',
      hostName: 'laptop',
    },
    party: { ...room, ...changes },
  }
}

export function party(hostId = 'host-0001', changes: Partial<PartyRecord> = {}): PartyRecord {
  return { ...record(), hostId, ...changes }
}

/** A decoded mDNS response, as a host sends it. `ttl` 0 makes it a goodbye. */
export function packetOf(
  of: PartyRecord,
  { instance = 'a1b2c3d4e5', ttl = 120, port = 8765, addresses = [] as string[] } = {},
) {
  const name = `${instance}.${serviceName}`
  const target = `${instance}.local`
  const data = Object.entries(writeTxt(of)).map(([key, value]) => Buffer.from(`${key}=${value}`))
  return {
    answers: [
      { name: serviceName, type: 'PTR', ttl, data: name },
      { name, type: 'SRV', ttl, data: { port, target } },
      { name, type: 'TXT', ttl, data },
      ...addresses.map((address) => ({ name: target, type: 'A', ttl, data: address })),
    ],
    additionals: [],
  }
}
