/** The links that are offered to guests: never one that means something else on their own device. */

import { describe, expect, it } from 'vitest'
import type { HostedParty } from '../../src/platform/platform.ts'
import type { Advert, Nearby } from '../../src/protocol/advert.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { hostedAt, isThisDevice, waysTo } from '../../src/renderer/session/invitations.ts'

const hosted: HostedParty = {
  hostId: 'hosthost',
  room: 'party',
  name: 'Anna’s party',
  locked: false,
  port: 8766,
  operatorToken: 'o'.repeat(22),
  own: { host: 'localhost', port: 8766, room: 'party' },
  invitations: [
    { url: 'http://192.168.1.20:8766/', address: '192.168.1.20', port: 8766, network: 'wlan0' },
    { url: 'http://10.0.0.7:8766/', address: '10.0.0.7', port: 8766, network: 'eth0' },
  ],
  players: 1,
  guests: [],
}

function seen(own: boolean, address: string): Nearby {
  const advert: Advert = {
    ...{ hostId: 'hosthost', hostName: 'laptop', room: 'party', name: 'A', game: 'meadow', phase: 'meadow' },
    ...{
      players: 0,
      bots: 0,
      spectators: 0,
      max: 16,
      locked: false,
      version: '0.1.0',
      protocol: protocolVersion,
    },
    ...{ at: { address, port: 8766 }, ping: 1, liveness: 'live', own },
  }
  return { discovery: 'on', trouble: null, adverts: [advert] }
}

describe('whoever hosts', () => {
  it('offers the host’s own addresses, best first', () => {
    const ways = waysTo({ host: 'localhost', port: 8766, room: 'party' }, hosted, null)
    expect(ways.map(({ url }) => url)).toEqual(['http://192.168.1.20:8766/', 'http://10.0.0.7:8766/'])
  })

  it('is known by any of its addresses, and by no other party', () => {
    expect(hostedAt(hosted, { host: '127.0.0.1', port: 8766, room: null })).toBe(hosted)
    expect(hostedAt(hosted, { host: '10.0.0.7', port: 8766, room: null })).toBe(hosted)
    expect(hostedAt(hosted, { host: '10.0.0.8', port: 8766, room: null })).toBeNull()
    expect(hostedAt(hosted, { host: 'localhost', port: 8765, room: null })).toBeNull()
  })
})

describe('a guest', () => {
  it('passes on the address that worked, with the room', () => {
    const ways = waysTo({ host: '192.168.1.20', port: 8766, room: 'blue' }, null, null)
    expect(ways.map(({ url }) => url)).toEqual(['http://192.168.1.20:8766/r/blue'])
  })

  it('on the host’s own computer passes on what the network sees instead', () => {
    const here = { host: 'localhost', port: 8766, room: 'party' }
    expect(waysTo(here, null, null)).toEqual([])
    const told = {
      discovery: 'off',
      trouble: null,
      adverts: [],
      addresses: [{ address: '10.0.0.7', port: 8766 }],
    } as const
    expect(waysTo(here, null, { ...told, adverts: [], addresses: [...told.addresses] })[0]?.url).toContain(
      '10.0.0.7:8766',
    )
    expect(waysTo(here, null, seen(true, '192.168.1.20')).map(({ address }) => address)).toEqual([
      '192.168.1.20:8766',
    ])
    expect(waysTo(here, null, seen(false, '192.168.1.99'))).toEqual([])
    expect(waysTo(here, null, seen(true, '127.0.0.1'))).toEqual([])
  })

  it.each([
    ['localhost', true],
    ['127.0.0.2', true],
    ['::1', true],
    ['192.168.1.20', false],
    ['localhost.example', false],
  ])('%s means this device: %s', (host, own) => {
    expect(isThisDevice(host)).toBe(own)
  })
})
