/** Anyone on the network can send anything: nothing crashes, nothing grows without end, nothing is believed blindly. */

import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FoundHosts, mostAdverts, mostHostsOfOneSource } from '../../src/discovery/found-hosts.ts'
import { readPacket } from '../../src/discovery/packet.ts'
import { readTxt, txtBytes, writeTxt } from '../../src/discovery/txt-record.ts'
import { advert, nearby } from '../../src/protocol/advert.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { home, packetOf, party, record } from './parties.ts'

const wire = createRequire(createRequire(import.meta.url).resolve('multicast-dns'))('dns-packet') as {
  encode(packet: unknown): Buffer
  decode(bytes: Buffer): unknown
}
const nobody = () => false

describe('the TXT record', () => {
  it('reads back what it wrote', () => {
    const written = record({ name: 'Anna’s party 🎉', players: 3, max: 12, locked: true, phase: 'playing' })
    const pairs = Object.entries(writeTxt(written)).map(([key, value]) => Buffer.from(`${key}=${value}`))
    expect(readTxt(pairs)).toEqual(written)
  })

  it('keeps every limit for any names, and never cuts a character in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/),
        (hostName, name, hostId) => {
          const pairs = writeTxt({
            ...record({
              name,
              room: 'a'.repeat(32),
              game: 'g'.repeat(40),
              players: 512,
              bots: 512,
              max: 512,
            }),
            ...{ hostName, hostId, version: '9'.repeat(40) },
          })
          expect(txtBytes(pairs)).toBeLessThanOrEqual(400)
          for (const [key, value] of Object.entries(pairs)) {
            expect(Buffer.byteLength(`${key}=${value}`)).toBeLessThanOrEqual(255)
            expect(value).toBe(Buffer.from(value).toString())
          }
        },
      ),
    )
  })

  it('survives any bytes, and what it does read fits the list', () => {
    const bytes = fc.uint8Array({ maxLength: 300 })
    const pair = fc
      .tuple(
        fc.constantFrom('protocol', 'host', 'room', 'name', 'players', 'phase', '__proto__', 'constructor'),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('1', 'abcdefgh', 'party', '99999', '-1', 'NaN'),
        ),
      )
      .map(([key, value]) => Buffer.from(`${key}=${value}`))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.oneof(bytes, pair, fc.anything()))), (data) => {
        const heard = readTxt(data)
        if (heard) advert.shape.max.parse(heard.party.max)
      }),
      { numRuns: 500 },
    )
  })

  it('takes control and direction-changing characters out of names', () => {
    const heard = readTxt(
      ['protocol=1', 'host=abcdefgh', 'room=party', 'name=\u202eevil\u0007\n<b>', 'machine=\u2066box'].map(
        (text) => Buffer.from(text),
      ),
    )
    expect(heard).toMatchObject({ hostName: 'box', party: { name: 'evil <b>' } })
  })
})

describe('packets', () => {
  it('are read whatever is in them', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (packet, source) => {
        readPacket(packet, source, [home])
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(199), fc.nat(255), (noise, at, byte) => {
        const bytes = Buffer.concat([wire.encode({ type: 'response', ...packetOf(party()) }), noise])
        bytes[at] = byte
        let packet: unknown
        try {
          packet = wire.decode(bytes)
        } catch {
          return
        }
        const hosts = new FoundHosts()
        hosts.hear(readPacket(packet, '192.168.1.20', [home]), 0)
        nearby.shape.adverts.parse(hosts.adverts(nobody, 1))
      }),
      { numRuns: 1000 },
    )
  })

  it('from a machine on none of our networks say nothing', () => {
    expect(readPacket(packetOf(party()), '203.0.113.9', [home]).sightings).toEqual([])
    expect(readPacket(packetOf(party()), '127.0.0.1', [home]).sightings).toEqual([])
  })

  it('are believed about where they came from before what they say', () => {
    const packet = packetOf(party(), { addresses: ['8.8.8.8', '127.0.0.1', '192.168.1.77', '169.254.1.1'] })
    expect(readPacket(packet, '192.168.1.20', [home]).sightings).toMatchObject([
      { addresses: ['192.168.1.20', '192.168.1.77'], port: 8765 },
    ])
  })
})

describe('three thousand hostile adverts', () => {
  it('from one machine fill only its own share', () => {
    const hosts = new FoundHosts()
    hosts.hear(readPacket(packetOf(party('honest-one')), '192.168.1.20', [home]), 0)
    for (let i = 0; i < 3000; i++) {
      const packet = packetOf(party(`intruder-${i}`), { instance: `i${i}` })
      hosts.hear(readPacket(packet, '192.168.1.66', [home]), i)
    }
    const list = hosts.adverts(nobody, 1)
    expect(list.length).toBeLessThanOrEqual(mostHostsOfOneSource + 1)
    expect(list.map(({ hostId }) => hostId)).toContain('honest-one')
  })

  it('from everywhere at once stay within the list, which goes on to be valid', () => {
    const hosts = new FoundHosts()
    for (let i = 0; i < 3000; i++) {
      const packet = packetOf(party(`intruder-${i}`), { instance: `i${i}` })
      hosts.hear(readPacket(packet, `192.168.1.${1 + (i % 250)}`, [home]), i)
    }
    const adverts = hosts.adverts(nobody, 1)
    expect(adverts).toHaveLength(mostAdverts)
    expect(() => nearby.parse({ discovery: 'on', trouble: null, adverts })).not.toThrow()
  })

  it('give way to a party that comes later, once they did not answer', () => {
    const hosts = new FoundHosts()
    for (let i = 0; i < 3000; i++) {
      const packet = packetOf(party(`intruder-${i}`), { instance: `i${i}` })
      hosts.hear(readPacket(packet, `192.168.1.${1 + (i % 250)}`, [home]), 0)
    }
    for (const question of hosts.due(0)) hosts.settle(question, null, 1500)
    hosts.hear(readPacket(packetOf(party('latecomer')), '192.168.1.252', [home]), 1600)
    expect(hosts.adverts(nobody, 1).map(({ hostId }) => hostId)).toContain('latecomer')
  })

  it('do not make one host own a hundred rooms of the list', () => {
    const hosts = new FoundHosts()
    hosts.hear(readPacket(packetOf(party('many-rooms')), '192.168.1.66', [home]), 0)
    const rooms = Array.from({ length: 256 }, (_, i) => ({ ...party('many-rooms').party, room: `room-${i}` }))
    const greeting = {
      product: 'romp',
      version: '0.1.0',
      protocol: protocolVersion,
      hostId: 'many-rooms',
    } as const
    const at = { address: '192.168.1.66', port: 8765 }
    const [question] = hosts.due(0)
    hosts.settle(
      question!,
      { at, answer: { kind: 'romp', greeting, info: { ...greeting, rooms }, ping: 2 } },
      3,
    )
    expect(hosts.adverts(nobody, 1)).toHaveLength(32)
  })
})
