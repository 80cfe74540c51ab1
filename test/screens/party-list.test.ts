/** The order of the lobby list, and which party a guest's page puts first. */

import { describe, expect, it } from 'vitest'
import type { Advert } from '../../src/protocol/advert.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { homeAdvert, isFull, listed } from '../../src/renderer/session/nearby.ts'

function advert(name: string, more: Partial<Advert> = {}): Advert {
  return {
    ...{
      hostId: `host-${name}`,
      hostName: 'pc',
      room: 'party',
      name,
      game: 'meadow',
      phase: 'meadow' as const,
    },
    ...{
      players: 1,
      bots: 0,
      spectators: 0,
      max: 4,
      locked: false,
      version: '0.1.0',
      protocol: protocolVersion,
    },
    ...{ at: { address: '192.168.1.9', port: 8765 }, ping: 4, liveness: 'live' as const, own: false },
    ...more,
  }
}

describe('the list', () => {
  it('has own parties first, then those one can join, then other versions', () => {
    const adverts = [
      advert('Zoe'),
      advert('Old', { protocol: 9 }),
      advert('Mine', { own: true }),
      advert('Anna'),
    ]
    expect(listed(adverts, protocolVersion).map(({ name }) => name)).toEqual(['Mine', 'Anna', 'Zoe', 'Old'])
  })

  it('keeps two hosts of one name apart, in a lasting order', () => {
    const twins = [advert('Anna', { hostId: 'bbb' }), advert('Anna', { hostId: 'aaa' })]
    expect(listed(twins, 1).map(({ hostId }) => hostId)).toEqual(['aaa', 'bbb'])
    expect(listed(twins.toReversed(), 1).map(({ hostId }) => hostId)).toEqual(['aaa', 'bbb'])
  })
})

describe('a party', () => {
  it('is full of people, not of bots', () => {
    expect(isFull(advert('A', { players: 4 }))).toBe(true)
    expect(isFull(advert('A', { players: 3, bots: 1 }))).toBe(false)
  })
})

describe('the page’s own party', () => {
  const near = (...adverts: Advert[]) => ({ discovery: 'on' as const, trouble: null, adverts })
  const home = (room: string | null) => ({ host: '192.168.1.2', port: 8765, room })

  it('is the room of its address, or the host’s first', () => {
    const own = [advert('A', { own: true, room: 'a' }), advert('B', { own: true, room: 'b' })]
    expect(homeAdvert(home('b'), near(...own))?.name).toBe('B')
    expect(homeAdvert(home(null), near(...own))?.name).toBe('A')
  })

  it('is never another host’s party of the same room', () => {
    expect(homeAdvert(home('party'), near(advert('Other')))).toBeNull()
    expect(homeAdvert(null, near(advert('Mine', { own: true })))).toBeNull()
  })
})
