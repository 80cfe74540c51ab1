/** A party's life on the host, as its clients see it: joining, talking, leaving, coming back. Virtual time. */

import { describe, expect, it } from 'vitest'
import type { Meadow } from '../../src/games/meadow/world.ts'
import { type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

const names = (client: VirtualClient) =>
  [...client.party.state.players.values()].map(({ name }) => name).sort()
const phase = (client: VirtualClient) => client.party.state.status.phase
const lines = (client: VirtualClient) =>
  client.party.state.chat.map((line) =>
    line.kind === 'said' ? `${line.name}: ${line.text}` : `${line.name} ${line.kind}`,
  )
const body = (world: VirtualClient, of: VirtualClient) =>
  (world.match()?.truth?.state as Meadow | undefined)?.players[of.party.state.seat ?? -1]

function two(setup: ConstructorParameters<typeof VirtualParty>[1] = {}) {
  const world = new VirtualParty({ roundTrip: 20 }, setup)
  const anna = world.join('Anna')
  world.time.pass(300)
  const ben = world.join('Ben')
  world.time.pass(300)
  return { world, anna, ben }
}

describe('joining', () => {
  it('everyone sees everyone, with who came announced', () => {
    const { anna, ben } = two()
    expect([phase(anna), phase(ben)]).toEqual(['joined', 'joined'])
    expect([names(anna), names(ben)]).toEqual([
      ['Anna', 'Ben'],
      ['Anna', 'Ben'],
    ])
    expect(lines(anna)).toEqual(['Anna joined', 'Ben joined'])
    expect(body(anna, ben)).toBeDefined()
  })

  it('JOIN-3 a full room refuses, and a spectator still fits and sees all', () => {
    const { world, anna } = two({ max: 2 })
    const cleo = world.join('Cleo')
    world.time.pass(300)
    expect(cleo.party.state.status).toMatchObject({ phase: 'refused', reason: 'full' })
    cleo.party.retry('spectator')
    world.time.pass(300)
    expect(phase(cleo)).toBe('joined')
    expect(body(cleo, anna)).toBeDefined()
    expect(cleo.scene?.me).toBeNull()
    expect(body(cleo, cleo)).toBeUndefined()
  })

  it('JOIN-3 bots make way for people, and fill up again', () => {
    const { world, anna, ben } = two({ max: 3, bots: 3 })
    const kinds = () => [...anna.party.state.players.values()].map(({ kind }) => kind).sort()
    expect(kinds()).toEqual(['bot', 'human', 'human'])
    ben.party.leave()
    world.time.pass(1500)
    expect(kinds()).toEqual(['bot', 'bot', 'human'])
  })

  it('JOIN-2 a password lets in who knows it, after asking, and never travels', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { password: 'sesame öpen' })
    const sent: string[] = []
    const dial = world.network.dialTo(world.host)
    const anna = world.join('Anna', {
      dial: (url, receiver) => {
        const connection = dial(url, receiver)
        const send = (frame: string | Uint8Array) => {
          sent.push(String(frame))
          connection.send(frame)
        }
        return { ...connection, send }
      },
    })
    world.time.pass(300)
    expect(anna.party.state.status).toEqual({ phase: 'asking', wrong: false })
    anna.party.answerPassword('guess')
    world.time.pass(300)
    expect(anna.party.state.status).toEqual({ phase: 'asking', wrong: true })
    anna.party.answerPassword('sesame öpen')
    world.time.pass(300)
    expect(phase(anna)).toBe('joined')
    expect(sent.join()).not.toContain('sesame')
    expect(sent.join()).toContain('proof')
  })

  it('JOIN-2 whoever the room belongs to is not asked for its password; a namesake is', () => {
    const world = new VirtualParty(
      { roundTrip: 20 },
      { password: 'secret', operatorToken: 'token-of-Anna-0123456789' },
    )
    const anna = world.join('Anna', { token: 'token-of-Anna-0123456789' })
    const namesake = world.join('Anna', { token: 'token-of-Ben-0123456789' })
    world.time.pass(300)
    expect(phase(anna)).toBe('joined')
    expect(phase(namesake)).toBe('asking')
  })

  it('JOIN-2 guessing is slowed down', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { password: 'secret' })
    const anna = world.join('Anna')
    for (let guess = 0; guess < 6; guess++) {
      world.time.pass(200)
      anna.party.answerPassword(`guess ${guess}`)
    }
    world.time.pass(200)
    expect(phase(anna)).toBe('lost')
    expect(world.host.metricsText()).toContain('romp_refusals_total{reason="too-many-joins"} 1')
  })

  it('JOIN-6 the first is operator; the role moves on when it leaves; nobody else may rename', () => {
    const { world, anna, ben } = two()
    const operator = () => [...ben.party.state.players.values()].find((player) => player.operator)?.name
    expect(operator()).toBe('Anna')
    ben.party.rename('Mine now')
    world.time.pass(100)
    expect(ben.party.state.notice).toMatchObject({ about: 'rename', notice: 'not-allowed' })
    expect(ben.party.state.room?.name).toBe('Test party')
    anna.party.rename('Anna’s \u202eparty')
    world.time.pass(100)
    expect(ben.party.state.room?.name).toBe('Anna’s party')
    expect(world.host.info.rooms[0]?.name).toBe('Anna’s party')
    anna.party.leave()
    world.time.pass(100)
    expect(operator()).toBe('Ben')
  })

  it('JOIN-7 whoever is removed stays out for five minutes', () => {
    const { world, anna, ben } = two()
    anna.party.remove(ben.party.state.seat ?? -1)
    world.time.pass(200)
    expect(ben.party.state.status).toEqual({ phase: 'over', reason: 'removed' })
    ben.party.retry()
    world.time.pass(200)
    expect(ben.party.state.status).toMatchObject({ phase: 'refused', reason: 'banned' })
    world.time.pass(300_000)
    ben.party.retry()
    world.time.pass(200)
    expect(phase(ben)).toBe('joined')
  })
})

describe('talking', () => {
  it('SAY-3 reaches all, and the last fifty lines reach whoever comes late', () => {
    const { world, anna, ben } = two()
    for (let i = 0; i < 60; i++) {
      anna.party.say(`line ${i}`)
      world.time.pass(1000)
    }
    expect(lines(ben).at(-1)).toBe('Anna: line 59')
    const late = world.join('Late')
    world.time.pass(300)
    expect(late.party.state.chat).toHaveLength(50)
    expect(lines(late).slice(-2)).toEqual(['Anna: line 59', 'Late joined'])
  })

  it('SAY-3 a whisper reaches its receiver and nobody else, then or later', () => {
    const { world, anna, ben } = two()
    const cleo = world.join('Cleo')
    world.time.pass(300)
    anna.party.say('psst', ben.party.state.seat ?? -1)
    world.time.pass(200)
    expect(lines(anna)).toContain('Anna: psst')
    expect(lines(ben)).toContain('Anna: psst')
    expect(lines(cleo)).not.toContain('Anna: psst')
    const late = world.join('Late')
    world.time.pass(300)
    expect(lines(late)).not.toContain('Anna: psst')
  })

  it('SAY-1 SAY-2 empty, over-long and too fast are refused, to the sender only', () => {
    const { world, anna, ben } = two()
    const told = (text: string) => {
      anna.party.say(text)
      world.time.pass(100)
      return anna.party.state.notice?.notice
    }
    const before = lines(ben).length
    expect(told(' \u200b\u202e\n ')).toBe('empty')
    expect(told('x'.repeat(241))).toBe('too-long')
    expect(lines(ben)).toHaveLength(before)
    for (let i = 0; i < 5; i++) anna.party.say(`fast ${i}`)
    world.time.pass(100)
    expect(anna.party.state.notice).toMatchObject({ about: 'say', notice: 'too-fast' })
    expect(anna.party.state.notice?.retryMs).toBeGreaterThan(0)
    expect(lines(ben)).toHaveLength(before + 4)
    expect(ben.party.state.notice).toBeNull()
  })

  it('emotes are seen by all, and a new look is too', () => {
    const { world, anna, ben } = two()
    const heard: string[] = []
    ben.party.hear((event) =>
      heard.push(event.type === 'emoted' ? `${event.seat} ${event.emote}` : event.type),
    )
    anna.party.emote('heart')
    anna.party.appear({ name: 'Annabel', colour: 'teal', shape: 'star' })
    world.time.pass(100)
    expect(heard).toEqual(['0 heart', 'line'])
    expect(ben.party.state.players.get(0)).toMatchObject({ name: 'Annabel', colour: 'teal', shape: 'star' })
    expect(lines(ben).at(-1)).toBe('Annabel renamed')
  })

  it('bots greet whoever comes', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { bots: 2 })
    const anna = world.join('Anna')
    world.time.pass(4000)
    expect(lines(anna).some((line) => /: .*Anna/.test(line))).toBe(true)
  })
})

describe('dropping and coming back', () => {
  it('JOIN-4 a cut of five seconds keeps seat, place, name, colour and score', () => {
    const { world, anna, ben } = two()
    ben.input = { x: 1, y: 0, kick: false }
    world.time.pass(1000)
    ben.input = { x: 0, y: 0, kick: false }
    world.time.pass(1000)
    const [seat, place] = [ben.party.state.seat, body(anna, ben)]
    world.network.isCut = true
    world.time.pass(5000)
    expect(phase(ben)).toBe('lost')
    world.network.isCut = false
    world.time.pass(9000)
    expect([phase(anna), phase(ben)]).toEqual(['joined', 'joined'])
    expect(ben.party.state.seat).toBe(seat)
    expect(body(ben, ben)).toEqual(place)
    expect(lines(ben)).toContain('Ben returned')
  })

  it('comes back at once when the page wakes, else after waits that grow, endlessly', () => {
    const { world, ben } = two()
    world.network.isCut = true
    world.time.pass(600_000)
    const { status } = ben.party.state
    expect(status).toMatchObject({ phase: 'lost' })
    expect(status.phase === 'lost' && status.attempt).toBeGreaterThan(30)
    world.network.isCut = false
    ben.party.wake()
    world.time.pass(200)
    expect(phase(ben)).toBe('joined')
  })

  it('JOIN-4 a seat that is not reclaimed within a minute is freed', () => {
    const { world, anna, ben } = two()
    ben.vanish()
    world.time.pass(58_000)
    expect(names(anna)).toEqual(['Anna', 'Ben'])
    expect(anna.party.state.players.get(1)?.connected).toBe(false)
    world.time.pass(12_000)
    expect(names(anna)).toEqual(['Anna'])
    expect(lines(anna).slice(-2)).toEqual(['Ben dropped', 'Ben left'])
  })

  it('JOIN-4 a page that was closed finds its held seat by the key, and by its token', () => {
    for (const resumes of [true, false]) {
      const { world, anna, ben } = two()
      const { seat } = ben.party.state
      ben.vanish()
      world.time.pass(10_000)
      const again = world.join('Ben', resumes ? { resume: ben.kept, token: 'another-device-000000' } : {})
      world.time.pass(300)
      expect(again.party.state.seat).toBe(seat)
      expect(names(anna)).toEqual(['Anna', 'Ben'])
    }
  })

  it('JOIN-5 a second tab with the same key takes over, and the first says so', () => {
    const { world, anna, ben } = two()
    const tab = world.join('Ben', { resume: ben.kept })
    world.time.pass(300)
    expect(tab.party.state.seat).toBe(ben.party.state.seat)
    expect(ben.party.state.status).toEqual({ phase: 'over', reason: 'replaced' })
    expect(names(anna)).toEqual(['Anna', 'Ben'])
  })

  it('a goodbye of the host ends it for everyone', () => {
    const { world, anna, ben } = two()
    world.host.close()
    world.time.pass(100)
    for (const { party } of [anna, ben])
      expect(party.state.status).toEqual({ phase: 'over', reason: 'host-stopped' })
  })

  it('whoever leaves is gone at once, and the round goes on', () => {
    const { world, anna, ben } = two()
    ben.party.leave()
    world.time.pass(100)
    expect(names(anna)).toEqual(['Anna'])
    expect(body(anna, ben)).toBeUndefined()
    const before = anna.match()?.truth?.tick ?? 0
    world.time.pass(1000)
    expect(anna.match()?.truth?.tick).toBeGreaterThan(before + 55)
  })
})

describe('rooms', () => {
  it('ROOM-1 ROOM-2 never see each other; one that any visitor made ends when it was empty for a minute', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { rooms: 'any' })
    const anna = world.join('Anna')
    const ben = world.join('Ben', {}, '/play/den')
    world.time.pass(500)
    anna.party.say('hello here')
    world.time.pass(500)
    expect([names(anna), names(ben)]).toEqual([['Anna'], ['Ben']])
    expect(lines(ben)).toEqual(['Ben joined'])
    expect(world.host.info.rooms.map(({ room }) => room)).toEqual(['party', 'den'])
    ben.party.leave()
    world.time.pass(58_000)
    expect(world.host.info.rooms).toHaveLength(2)
    world.time.pass(3000)
    expect(world.host.info.rooms).toHaveLength(1)
    expect(phase(anna)).toBe('joined')
  })

  it('ROOM-2 without that, another room is unknown; with a list, its rooms are there', () => {
    const [own, listed] = [
      new VirtualParty(),
      new VirtualParty({ roundTrip: 20 }, { rooms: ['red', 'blue'] }),
    ]
    const visit = (world: VirtualParty, room: string) => {
      const client = world.join('Anna', {}, `/play/${room}`)
      world.time.pass(300)
      return client.party.state.status
    }
    expect(visit(own, 'den')).toMatchObject({ phase: 'refused', reason: 'room-unknown' })
    expect(visit(listed, 'blue').phase).toBe('joined')
    expect(visit(listed, 'green')).toMatchObject({ phase: 'refused', reason: 'room-unknown' })
  })
})
