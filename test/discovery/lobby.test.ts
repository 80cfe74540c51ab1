/** The lobby list as its watcher sees it, on a network in memory and in virtual time. */

import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { advertise } from '../../src/discovery/advertiser.ts'
import type { Answer } from '../../src/discovery/ask.ts'
import { createLobby, type Lobby } from '../../src/discovery/lobby.ts'
import type { Line, LineEvents, OpenLine } from '../../src/discovery/mdns-line.ts'
import type { Nearby } from '../../src/protocol/advert.ts'
import type { RoomSummary } from '../../src/protocol/info.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { home, packetOf, party, room } from './parties.ts'

let interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>
let ears: Set<LineEvents>
let asked: number
let answers: Map<string, Answer | null>
let lobby: Lobby
let list: Nearby
let close: () => void

const eth0 = (address = home.address, mac = '02:00:00:00:00:01'): NetworkInterfaceInfo[] => [
  { address, netmask: home.netmask, mac, family: 'IPv4', internal: false, cidr: null },
]
const openLine: OpenLine = (_network, events) => {
  ears.add(events)
  const silent: Line = { ask: () => void asked++, publish: () => {}, retext: () => {}, close: async () => {} }
  return { ...silent, close: async () => void ears.delete(events) }
}
const say = (packet: unknown, source = '192.168.1.20') => {
  for (const ear of [...ears]) ear.response(packet, source)
}
const answer = (hostId = 'host-0001', rooms: RoomSummary[] = [room], protocol = protocolVersion): Answer => {
  const greeting = { product: 'romp', version: '0.1.0', protocol, hostId } as const
  return { kind: 'romp', greeting, info: { ...greeting, rooms }, ping: 1.23 }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const livenesses = () => list.adverts.map(({ liveness }) => liveness)

beforeEach(() => {
  vi.useFakeTimers()
  interfaces = { eth0: eth0() }
  ears = new Set()
  asked = 0
  answers = new Map([['192.168.1.20:8765', answer()]])
  lobby = createLobby({
    isOwn: (hostId) => hostId === 'own-host-1',
    choice: {},
    open: openLine,
    read: () => interfaces,
    // An answer takes 2 ms; no answer takes the whole patience.
    ask: async ({ address, port }) => {
      const found = answers.get(`${address}:${port}`)
      await new Promise((later) => setTimeout(later, found ? 2 : 1500))
      return found ?? { kind: 'silent' }
    },
  })
  list = lobby.current()
  close = lobby.watch((nearby) => {
    list = nearby
  })
})

afterEach(async () => {
  close()
  await lobby.close()
  vi.useRealTimers()
})

describe('a party', () => {
  it('is listed the moment it is heard, and live as soon as it answered', async () => {
    await pass(200)
    say(packetOf(party()))
    expect(list.adverts).toMatchObject([{ liveness: 'found', ping: null, hostName: 'laptop', own: false }])
    await pass(150)
    expect(list.adverts).toMatchObject([{ liveness: 'live', ping: 1.2 }])
  })

  it('shows what the host answers, every room of it', async () => {
    answers.set(
      '192.168.1.20:8765',
      answer('host-0001', [
        { ...room, players: 5 },
        { ...room, room: 'red' },
      ]),
    )
    say(packetOf(party()))
    await pass(150)
    expect(list.adverts.map(({ room, players }) => [room, players])).toEqual([
      ['party', 5],
      ['red', 0],
    ])
  })

  it('greys after two questions without an answer, leaves after four, all within ten seconds', async () => {
    say(packetOf(party()))
    await pass(150)
    answers.clear()
    await pass(4000)
    expect(livenesses()).toEqual(['live'])
    await pass(1600)
    expect(livenesses()).toEqual(['fading'])
    await pass(2500)
    expect(livenesses()).toEqual(['fading'])
    await pass(1600)
    expect(list.adverts).toEqual([])
  })

  it('is live again after one answer', async () => {
    say(packetOf(party()))
    await pass(150)
    answers.clear()
    await pass(6000)
    expect(livenesses()).toEqual(['fading'])
    answers.set('192.168.1.20:8765', answer())
    await pass(2000)
    expect(livenesses()).toEqual(['live'])
  })

  it('that is announced but never answers does not come and go', async () => {
    answers.clear()
    say(packetOf(party()))
    await pass(9000)
    expect(list.adverts).toEqual([])
    say(packetOf(party()))
    await pass(3000)
    expect(list.adverts).toEqual([])
    // The sign of life has it asked for a while, so that an answer that comes late is not missed.
    answers.set('192.168.1.20:8765', answer())
    await pass(2500)
    expect(livenesses()).toEqual(['live'])
  })

  it('leaves with its goodbye at once', async () => {
    say(packetOf(party()))
    await pass(150)
    say(packetOf(party(), { ttl: 0 }))
    await pass(100)
    expect(list.adverts).toEqual([])
  })

  it('stays when another machine says goodbye in its name', async () => {
    say(packetOf(party()))
    await pass(150)
    say(packetOf(party(), { ttl: 0 }), '192.168.1.66')
    await pass(3000)
    expect(livenesses()).toEqual(['live'])
  })

  it('stays when its sibling on the same machine says goodbye', async () => {
    answers.set('192.168.1.20:8766', answer('host-0002'))
    say(packetOf(party()))
    say(packetOf(party('host-0002'), { instance: 'sibling000', port: 8766 }))
    await pass(150)
    expect(list.adverts.map(({ name }) => name)).toEqual(['Party', 'Party'])
    say(packetOf(party('host-0002'), { instance: 'sibling000', port: 8766, ttl: 0 }))
    await pass(3000)
    expect(list.adverts.map(({ hostId }) => hostId)).toEqual(['host-0001'])
  })

  it('found over two networks is one entry; a goodbye on one of them is checked', async () => {
    interfaces.wlan0 = eth0('10.0.0.5', '02:00:00:00:00:02')
    await pass(3100)
    say(packetOf(party()))
    say(packetOf(party(), { instance: 'other-card' }), '10.0.0.20')
    await pass(150)
    expect(list.adverts).toHaveLength(1)
    say(packetOf(party(), { instance: 'other-card', ttl: 0 }), '10.0.0.20')
    await pass(3000)
    expect(livenesses()).toEqual(['live'])
    say(packetOf(party(), { instance: 'other-card' }), '10.0.0.20')
    answers.clear()
    say(packetOf(party(), { instance: 'other-card', ttl: 0 }), '10.0.0.20')
    await pass(1700)
    expect(list.adverts).toEqual([])
  })

  it('is reached at another of its addresses where the first does not answer', async () => {
    answers = new Map([['192.168.1.21:8765', answer()]])
    say(packetOf(party(), { addresses: ['192.168.1.21'] }))
    await pass(150)
    expect(list.adverts).toMatchObject([{ liveness: 'live', at: { address: '192.168.1.21', port: 8765 } }])
  })

  it('that came back after a crash is one entry, at its new port', async () => {
    say(packetOf(party()))
    await pass(150)
    answers = new Map([['192.168.1.20:8766', answer()]])
    say(packetOf(party('host-0001', { boot: 'boot2' }), { instance: 'newnewnew0', port: 8766 }))
    await pass(150)
    expect(list.adverts).toMatchObject([{ liveness: 'live', at: { port: 8766 } }])
  })

  it('cannot be taken over by another machine while it answers', async () => {
    say(packetOf(party()))
    await pass(150)
    answers.set('192.168.1.66:8765', answer())
    say(packetOf(party('host-0001', { boot: 'boot2' }), { instance: 'intruder00' }), '192.168.1.66')
    await pass(5000)
    expect(list.adverts).toMatchObject([{ at: { address: '192.168.1.20' } }])
  })

  it('whose address is answered by another host is not shown as live', async () => {
    answers.set('192.168.1.20:8765', answer('somebody-else'))
    say(packetOf(party()))
    await pass(150)
    expect(livenesses()).toEqual(['found'])
    await pass(10_000)
    expect(list.adverts).toEqual([])
  })

  it('of another version is listed after those that can be joined', async () => {
    const newer: Answer = {
      kind: 'romp',
      greeting: { product: 'romp', version: '9.0.0', protocol: 9, hostId: 'host-0009' },
      ...{ info: null, ping: 1 },
    }
    answers.set('192.168.1.29:8765', newer)
    say(packetOf(party('host-0009', { protocol: 9, version: '9.0.0' })), '192.168.1.29')
    say(packetOf(party('own-host-1'), { instance: 'mine000000' }))
    await pass(150)
    expect(list.adverts.map(({ hostId, own }) => [hostId, own])).toEqual([
      ['own-host-1', true],
      ['host-0009', false],
    ])
    expect(list.adverts[1]).toMatchObject({ version: '9.0.0', protocol: 9, liveness: 'live' })
  })
})

describe('looking', () => {
  it('asks at once, after 1, 3 and 9 seconds, and then every so often, while watched', async () => {
    expect(asked).toBe(1)
    const times: number[] = []
    for (let second = 1; second <= 36; second++) {
      const before = asked
      await pass(1000)
      if (asked > before) times.push(second)
    }
    expect(times.slice(0, 3)).toEqual([1, 3, 9])
    expect(times.slice(3).every((time, i) => time - (times[i + 2] ?? 0) >= 10)).toBe(true)
    close()
    const before = asked
    await pass(60_000)
    expect(asked).toBe(before)
    expect(ears.size).toBe(0)
  })

  it('goes on for a while after a glance', async () => {
    close()
    await pass(10_000)
    lobby.glance()
    say(packetOf(party()))
    await pass(500)
    expect(lobby.glance().adverts).toHaveLength(1)
    await pass(21_000)
    expect(ears.size).toBe(0)
  })

  it('does not keep a party that ended while nobody looked for a moment', async () => {
    say(packetOf(party()))
    await pass(500)
    expect(livenesses()).toEqual(['live'])
    close()
    answers.clear()
    await pass(2000)
    close = lobby.watch((nearby) => {
      list = nearby
    })
    await pass(2000)
    expect(livenesses()).toEqual([])
  })

  it('does not show a list of yesterday', async () => {
    say(packetOf(party()))
    await pass(150)
    close()
    await pass(60_000)
    close = lobby.watch(() => {})
    expect(lobby.current().adverts).toEqual([])
  })

  it('moves to networks as they come, and blames nobody after a sleep', async () => {
    interfaces = {}
    await pass(3100)
    expect(list).toMatchObject({ discovery: 'blocked', trouble: expect.stringContaining('not on a network') })
    interfaces = { eth0: eth0() }
    await pass(3100)
    expect(list).toMatchObject({ discovery: 'on', trouble: null })
    say(packetOf(party()))
    await pass(150)
    answers.clear()
    await pass(7000)
    expect(livenesses()).toEqual(['fading'])
    lobby.wake()
    await pass(200)
    expect(livenesses()).toEqual(['live'])
  })

  it('says in words what keeps it from working, and mends itself', async () => {
    for (const ear of ears) ear.trouble('EADDRINUSE')
    await pass(200)
    expect(list.discovery).toBe('blocked')
    expect(list.trouble).toContain('Another program')
    await pass(12_500)
    expect(list).toMatchObject({ discovery: 'on', trouble: null })
  })
})

describe('advertising', () => {
  it('announces a rename at once and other changes about once a second, the last one in any case', async () => {
    const announced: { name: string; players: string }[] = []
    const names: string[] = []
    const advertising = advertise({
      ...{ hostId: 'host-0001', port: 8765, party: room, hostName: 'laptop', choice: {} },
      read: () => interfaces,
      open: () => ({
        ask: () => {},
        publish: ({ name }) => void names.push(name),
        retext: ({ name = '', players = '' }) => void announced.push({ name, players }),
        close: async () => {},
      }),
    })
    expect(names).toEqual([expect.stringMatching(/^[a-z0-9]{8,12}$/)])
    for (let players = 1; players <= 50; players++) {
      advertising.show({ ...room, players })
      await pass(50)
    }
    await pass(1000)
    expect(announced.length).toBeLessThanOrEqual(4)
    expect(announced.at(-1)?.players).toBe('50')
    advertising.show({ ...room, players: 51 })
    advertising.show({ ...room, players: 51, name: 'New name' })
    expect(announced.at(-1)).toEqual({ name: 'New name', players: '51' })
    await advertising.stop()
    expect(advertising.state.discovery).toBe('off')
  })
})
