/** What a machine of strangers may take of a host, and whom the host believes. Virtual time. */

import { describe, expect, it } from 'vitest'
import { writePing } from '../../src/protocol/frames.ts'
import { passwordKey, passwordProof } from '../../src/protocol/password.ts'
import { knock } from '../support/knock.ts'
import { VirtualParty } from '../support/virtual-party.ts'

const token = (of: string | number) => `${of}-`.padEnd(24, '0')
const ping = () => writePing(1, 0, 0)

function alone(...setup: ConstructorParameters<typeof VirtualParty>) {
  const world = new VirtualParty(...setup)
  world.time.pass(300)
  return world
}

describe('a connection that says nothing', () => {
  it('CON-5 is refused after five seconds where it has not joined, and not before', () => {
    const world = alone()
    const idle = knock(world)
    world.time.pass(4700)
    expect(idle.closed).toBeNull()
    world.time.pass(800)
    expect(idle.closed).toBe('no-greeting')
    expect(idle.heard('refused')).toEqual({ reason: 'no-greeting' })
  })

  it('CON-6 is asked for a sign of life once it has joined, and cut where there is none', () => {
    const world = alone()
    const silent = knock(world)
    silent.join(token('silent'))
    const sleeping = knock(world)
    sleeping.join(token('sleeping'))
    world.time.pass(2000)
    expect(silent.probes).toBe(0)
    for (let second = 0; second < 10; second++) {
      world.time.pass(1000)
      sleeping.session.alive?.()
    }
    expect(silent.probes).toBeGreaterThan(0)
    expect(silent.isCut).toBe(true)
    // The page sleeps, but its machine answers.
    expect(sleeping.probes).toBeGreaterThan(0)
    expect(sleeping.isCut).toBe(false)
    expect(world.host.metricsText()).toContain('romp_refusals_total{reason="silent"} 1')
  })
})

describe('MSG-4 a session that floods', () => {
  it('with inputs or pings ends, and one that plays never does', () => {
    const world = alone()
    const honest = knock(world)
    honest.join(token('honest'))
    for (let frame = 0; frame < 60 * 20; frame++) {
      honest.session.bytes(ping())
      world.time.pass(1000 / 61)
    }
    expect(honest.closed).toBeNull()
    const flood = knock(world)
    flood.join(token('flood'))
    for (let frame = 0; frame < 1000; frame++) flood.session.bytes(ping())
    expect(flood.closed).toBe('too-fast')
  })

  it('with messages ends', () => {
    const world = alone()
    const flood = knock(world)
    flood.join(token('flood'))
    for (let n = 0; n < 60; n++) flood.session.text('{"type":"away","content":{"away":true}}')
    expect(flood.closed).toBe('too-fast')
  })
})

describe('one address', () => {
  it('may join so often, and then has to wait; another one need not', () => {
    const world = alone({ roundTrip: 20 }, { max: 64 })
    const comers = Array.from({ length: 60 }, (_, i) => {
      const comer = knock(world, '', '10.0.0.7')
      comer.join(token(i))
      comer.session.text('{"type":"leave","content":{}}')
      return comer
    })
    const refused = comers.filter(({ closed }) => closed === 'too-many-joins')
    expect(refused.length).toBeGreaterThan(10)
    expect(refused[0]?.heard('refused')?.retryMs).toBeGreaterThan(0)
    const neighbour = knock(world, '', '10.0.0.8')
    neighbour.join(token('neighbour'))
    expect(neighbour.told).toContain('welcome')
    world.time.pass(10_000)
    const again = knock(world, '', '10.0.0.7')
    again.join(token('again'))
    expect(again.told).toContain('welcome')
  })

  it('may hold so many connections open; another one, and this machine itself, still come in', () => {
    const world = alone()
    const open = Array.from({ length: 70 }, () => knock(world, '', '10.0.0.7'))
    expect(open.filter(({ closed }) => closed === 'too-many-connections')).toHaveLength(6)
    expect(knock(world, '', '10.0.0.8').closed).toBeNull()
    expect(knock(world, '', '::ffff:127.0.0.1').closed).toBeNull()
    for (const { session } of open) session.closed(1006)
    expect(knock(world, '', '10.0.0.7').closed).toBeNull()
  })

  it('is not the only thing that is counted: a host takes so many sessions from all together', () => {
    const world = alone()
    for (let i = 0; i < 1024; i++) knock(world, '', `10.0.${i % 200}.9`)
    expect(knock(world, '', '10.1.0.1').closed).toBe('too-many-connections')
  })

  it('may try a few passwords, and then one now and then, whatever it is called', () => {
    const world = alone({ roundTrip: 20 }, { password: 'Sesame 1' })
    const guesses = Array.from({ length: 20 }, (_, i) => {
      const guess = knock(world, '', '10.0.0.7')
      guess.join(token(i), { name: `Guess ${i}`, proof: i.toString(16).padStart(64, '0') })
      return guess.closed
    })
    expect(guesses.filter((reason) => reason === 'wrong-password')).toHaveLength(5)
    expect(guesses.filter((reason) => reason === 'too-many-joins')).toHaveLength(15)
  })
})

describe('JOIN-2 a party with a password', () => {
  it('lets nobody in who brings no proof of it', () => {
    const world = alone({ roundTrip: 20 }, { password: 'Sesame 1' })
    for (const as of ['player', 'spectator']) {
      const stranger = knock(world)
      stranger.join(token('stranger'), { as })
      expect(stranger.closed).toBe('locked')
      expect(stranger.told).not.toContain('welcome')
    }
  })
})

describe('JOIN-2 a proof that somebody overheard', () => {
  it('opens nothing: every connection has a challenge of its own', () => {
    const world = alone({ roundTrip: 20 }, { password: 'Sesame 1' })
    const key = passwordKey('Sesame 1', 'virtual-host')
    const friend = knock(world)
    const challenge = String(friend.heard('hello')?.challenge)
    const proof = passwordProof(key, challenge)
    friend.join(token('friend'), { proof })
    expect(friend.told).toContain('welcome')
    const thief = knock(world)
    expect(thief.heard('hello')?.challenge).not.toBe(challenge)
    thief.join(token('thief'), { proof })
    expect(thief.closed).toBe('wrong-password')
  })
})

describe('the controls', () => {
  const operators = (world: VirtualParty) => {
    const watcher = knock(world, '', '10.0.9.9')
    watcher.join(token('watcher'), { as: 'spectator' })
    const { players } = watcher.heard('welcome') as { players: { name: string; operator: boolean }[] }
    watcher.session.text('{"type":"leave","content":{}}')
    return players.filter(({ operator }) => operator).map(({ name }) => name)
  }

  it('JOIN-6 follow the token that the party was made with, never a name or an address', () => {
    const world = alone({ roundTrip: 20 }, { operatorToken: token('owner') })
    const namesake = knock(world)
    namesake.join(token('namesake'), { name: 'Owner' })
    const owner = knock(world)
    owner.join(token('owner'), { name: 'Anybody' })
    expect(operators(world)).toEqual(['Anybody'])
    owner.session.closed(1006)
    const next = knock(world)
    next.join(token('next'), { name: 'Anybody' })
    const back = knock(world, '', '10.0.0.77')
    back.join(token('owner'), { name: 'Under another name' })
    expect(operators(world)).toHaveLength(1)
    next.session.text('{"type":"rename","content":{"name":"Mine now"}}')
    expect(world.host.info.rooms[0]?.name).toBe('Test party')
    back.session.text('{"type":"rename","content":{"name":"Still mine"}}')
    expect(world.host.info.rooms[0]?.name).toBe('Still mine')
  })

  it('are turned down to everybody else, each of them', () => {
    const world = alone({ roundTrip: 20 }, { operatorToken: token('owner'), bots: 1 })
    const owner = knock(world)
    owner.join(token('owner'))
    const guest = knock(world)
    guest.join(token('guest'))
    for (const request of [
      '{"type":"rename","content":{"name":"Mine"}}',
      '{"type":"bots","content":{"count":5}}',
      '{"type":"remove","content":{"seat":0}}',
      '{"type":"play","content":{"playlist":[{"game":"sumo","options":{}}]}}',
      '{"type":"vote","content":{}}',
      '{"type":"end","content":{}}',
      '{"type":"next","content":{}}',
      '{"type":"restart","content":{}}',
      '{"type":"pause","content":{"paused":true}}',
      '{"type":"handicap","content":{"handicap":true}}',
    ]) {
      const before = guest.told.filter((type) => type === 'notice').length
      guest.session.text(request)
      expect(guest.closed, request).toBeNull()
      expect(
        guest.told.filter((type) => type === 'notice'),
        request,
      ).toHaveLength(before + 1)
      expect(guest.heard('notice'), request).toMatchObject({ notice: 'not-allowed' })
    }
    expect(world.host.info.rooms[0]).toMatchObject({ name: 'Test party', phase: 'meadow', players: 2 })
  })

  it('JOIN-7 a ban follows the device as well, under any name and from any address', () => {
    const world = alone({ roundTrip: 20 }, { operatorToken: token('owner') })
    const owner = knock(world)
    owner.join(token('owner'))
    const pest = knock(world)
    pest.join(token('pest'))
    const seat = Number(pest.heard('welcome')?.seat)
    owner.session.text(JSON.stringify({ type: 'remove', content: { seat } }))
    expect(pest.closed).toBe('removed')
    for (const as of ['player', 'spectator']) {
      const again = knock(world, '', '10.0.3.3')
      again.join(token('pest'), { name: 'Somebody else', as })
      expect(again.closed).toBe('banned')
    }
    const innocent = knock(world)
    innocent.join(token('innocent'))
    expect(innocent.told).toContain('welcome')
  })
})
