/** What goes wrong on one side and must not hurt the other: faults, ghosts, pauses, doors that are only knocked at. */

import { describe, expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import type { Meadow } from '../../src/games/meadow/world.ts'
import { knock } from '../support/knock.ts'
import { standing, type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

const phase = (client: VirtualClient) => client.party.state.status.phase
const kinds = (client: VirtualClient) => [...client.party.state.players.values()].map(({ kind }) => kind)

describe('BIN-5 a reader that is stuck for good', () => {
  it('loses its line, its seat is held and then freed, and the controls pass on', () => {
    const world = new VirtualParty()
    const ghost = knock(world, '')
    ghost.join('ghost-0000000000000000')
    const anna = world.join('Anna')
    world.time.pass(500)
    ghost.stick(2_000_000)
    world.time.pass(1000)
    expect(anna.party.state.players.get(0)?.connected).toBe(false)
    world.time.pass(61_000)
    expect(anna.party.state.players.size).toBe(1)
    expect(anna.party.state.players.get(1)?.operator).toBe(true)
  })
})

describe('rooms that any visitor makes', () => {
  it('ROOM-2 do not end under someone who is at the door', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { rooms: 'any' })
    const first = world.join('First', {}, '/play/den')
    world.time.pass(300)
    first.party.leave()
    world.time.pass(58_000)
    const late = knock(world, 'den')
    world.time.pass(3000)
    late.join('late-00000000000000000')
    const other = world.join('Other', {}, '/play/den')
    world.time.pass(300)
    expect(other.party.state.players.size).toBe(2)
  })

  it('ROOM-2 go at once where nobody came in', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { rooms: 'any' })
    for (let i = 0; i < 200; i++) knock(world, `room-${i}`).session.closed(1006)
    expect(world.host.info.rooms).toHaveLength(1)
  })
})

describe('seats', () => {
  it('JOIN-4 one address cannot fill a party with held seats', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { max: 8 })
    for (let i = 0; i < 8; i++) {
      const ghost = knock(world, '')
      ghost.join(`ghost-${String(i).padStart(16, '0')}`)
      ghost.session.closed(1006)
    }
    const anna = world.join('Anna')
    world.time.pass(300)
    expect(phase(anna)).toBe('joined')
  })

  it('JOIN-4 who watched comes back as a player on a seat that plays', () => {
    const world = new VirtualParty()
    const watcher = world.join('Anna', { as: 'spectator' })
    world.time.pass(300)
    watcher.vanish()
    world.time.pass(300)
    const player = world.join('Anna')
    world.time.pass(300)
    expect(player.ownBody).toBeDefined()
    expect(kinds(player)).toEqual(['human'])
  })

  it('JOIN-3 a removed bot stays removed where people took the place of others', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { max: 4, bots: 4 })
    const anna = world.join('Anna')
    world.time.pass(300)
    anna.party.remove([...anna.party.state.players.values()].find(({ kind }) => kind === 'bot')?.seat ?? -1)
    world.time.pass(300)
    expect(kinds(anna).sort()).toEqual(['bot', 'bot', 'human'])
  })

  it('a look that was changed while the line was lost is seen afterwards', () => {
    const world = new VirtualParty()
    const [anna, ben] = [world.join('Anna'), world.join('Ben')]
    world.time.pass(300)
    world.network.isCut = true
    world.time.pass(5000)
    anna.party.appear({ name: 'Annabel', colour: 'teal', shape: 'star' })
    world.network.isCut = false
    world.time.pass(10_000)
    expect(ben.party.state.players.get(anna.party.state.seat ?? -1)?.name).toBe('Annabel')
  })

  it('MSG-2 what is said before the join is not sent, and ends nothing', () => {
    const world = new VirtualParty({ roundTrip: 100 })
    const anna = world.join('Anna')
    world.time.pass(60)
    anna.party.emote('wave')
    anna.party.say('too early')
    world.time.pass(500)
    expect(phase(anna)).toBe('joined')
  })
})

describe('faults of our own', () => {
  it('a room that does nothing but fail is ended with its reason, and does not spin', () => {
    const broken = {
      ...meadow,
      step() {
        throw new Error('a fault in every tick')
      },
    }
    const world = new VirtualParty({ roundTrip: 20 }, { game: broken })
    const anna = world.join('Anna')
    world.time.pass(10_000)
    expect(world.reported.length).toBeLessThan(200)
    expect(['lost', 'connecting', 'joined']).toContain(phase(anna))
    expect(world.host.metricsText()).toContain('reason="host-error"')
  })

  it('a fault while one player is heard ends that session alone', () => {
    const fragile = {
      ...meadow,
      join(state: Meadow, seat: number) {
        if (seat === 1) throw new Error('a fault in a join')
        meadow.join?.(state, seat)
      },
    }
    const world = new VirtualParty({ roundTrip: 20 }, { game: fragile })
    const anna = world.join('Anna')
    world.time.pass(300)
    world.join('Ben')
    world.time.pass(1000)
    expect(phase(anna)).toBe('joined')
    expect(world.reported.length).toBeGreaterThan(0)
  })
})

describe('time that is lost', () => {
  it('after a pause of the host, own input counts again at once', () => {
    for (const pause of [600, 900, 2000]) {
      const world = new VirtualParty({ roundTrip: 40 })
      const anna = world.join('Anna')
      world.time.pass(4000)
      const held = world.host.advance.bind(world.host)
      world.host.advance = () => {}
      world.time.pass(pause)
      world.host.advance = held
      world.time.pass(600)
      anna.input = { x: 1, y: 0, kick: false }
      const before = anna.ownBody?.x ?? Number.NaN
      world.time.pass(150)
      const state = anna.match()?.truth?.state as Meadow
      expect(state.players[0]?.mx, `the host has heard it, after a pause of ${pause} ms`).toBe(1)
      expect(anna.ownBody?.x).toBeGreaterThan(before + 5)
    }
  })

  it('after a stall, a stick in motion is not late for good', () => {
    const world = new VirtualParty({ roundTrip: 40 })
    const anna = world.join('Anna')
    world.time.every(1000 / 60, () => {
      const turn = (world.time.now / 500) * Math.PI * 2
      anna.input = { x: Math.cos(turn), y: Math.sin(turn), kick: false }
    })
    world.time.pass(4000)
    world.network.weather = { roundTrip: 40, stall: { every: 1e9, lasts: 0 } }
    const pipe = world.network.weather
    world.network.weather = { ...pipe, stall: { every: 100_000, lasts: world.time.now + 500 } }
    world.time.pass(10)
    world.network.weather = { roundTrip: 40 }
    world.time.pass(4000)
    const before = anna.party.figures().corrections
    world.time.pass(3000)
    expect(anna.party.figures().corrections - before).toBeLessThan(10)
  })

  it('a page that was hidden for long is there again within a frame', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { bots: 3 })
    const anna = world.join('Anna')
    world.time.pass(1000)
    anna.stop()
    world.time.every(1000, () => anna.party.advance(world.time.now))
    world.time.pass(300_000)
    const began = performance.now()
    anna.frame(world.time.now)
    // It went through every snapshot of the pause before: many seconds, not a fraction of one.
    expect(performance.now() - began).toBeLessThan(500)
    expect(anna.ownBody).toBeDefined()
  })

  it('CON-6 a page whose timers sleep still notices that its line is dead', () => {
    for (const every of [1001, 5000, 60_000]) {
      const world = new VirtualParty()
      const anna = world.join('Anna')
      world.time.pass(1000)
      anna.stop()
      world.time.every(every, () => anna.party.advance(world.time.now))
      world.network.isCut = true
      world.time.pass(every * 4 + 5000)
      expect(phase(anna)).toBe('lost')
    }
  })
})

it('a ball that was kicked comes to rest', () => {
  const state = meadow.state.quantise(meadow.start([], 1, {}))
  Object.assign(state.ball, { x: 800, y: 200, vx: -300, vy: 41 })
  const step = (ticks: number) => {
    for (let tick = 1; tick <= ticks; tick++) {
      meadow.step(state, { tick, dt: 1 / 60, inputs: {}, behind: () => 0 })
      meadow.state.quantise(state)
    }
  }
  step(600)
  const { x, y } = state.ball
  step(600)
  expect(state.ball).toEqual({ x, y, vx: 0, vy: 0, away: 0 })
  expect(standing.kick).toBe(false)
})
