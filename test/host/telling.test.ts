/** What viewers are told of a match: steps, worlds and states, each to whom they fit. */

import { describe, expect, it } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { meadow } from '../../src/games/meadow/game.ts'
import type { Meadow } from '../../src/games/meadow/world.ts'
import type { Connection } from '../../src/protocol/connection.ts'
import { readHostFrame, writeAstray, writePing } from '../../src/protocol/frames.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { VirtualParty } from '../support/virtual-party.ts'

const open = meadow as unknown as AnyGame

/** A viewer made by hand, which keeps every binary frame. */
function look(world: VirtualParty, token = 'looker-000000000000000') {
  const frames: Uint8Array[] = []
  const connection: Connection = {
    send: (frame) => {
      if (typeof frame !== 'string') frames.push(frame)
    },
    close: () => {},
    cut: () => {},
    backlog: () => 0,
  }
  const session = world.host.accept(connection, { room: '', address: '127.0.0.1', protocol: protocolVersion })
  const content = { name: 'Raw', colour: 'sky', shape: 'star', token, as: 'spectator' }
  session.text(JSON.stringify({ type: 'join', content }))
  return { frames, session, kinds: () => frames.map((frame) => readHostFrame(frame).kind) }
}

/** The meadow of a host whose arithmetic differs a little from that of its guests. */
function elsewhere() {
  const hosted = { tick: 0, state: meadow.state.fresh() }
  const game: AnyGame = {
    ...open,
    step(state, moment) {
      open.step(state, moment)
      const { ball } = state as Meadow
      if (moment.tick % 60 === 0) ball.y += 1
      hosted.tick = moment.tick
      hosted.state = meadow.state.quantise(meadow.state.copy(state as Meadow))
    },
  }
  return { game, hosted }
}

describe('BIN-4 a viewer', () => {
  it('is told a world first and then steps, the very same bytes as everyone else', () => {
    const world = new VirtualParty({ roundTrip: 20 })
    const [one, other] = [look(world), look(world, 'other-0000000000000000')]
    world.time.pass(500)
    const late = look(world, 'late-00000000000000000')
    world.time.pass(500)
    for (const { kinds } of [one, other, late]) {
      expect(kinds()[0]).toBe('world')
      expect(new Set(kinds().slice(1))).toEqual(new Set(['steps']))
    }
    expect(one.frames.length).toBeGreaterThan(50)
    expect(late.frames.at(-1)).toBe(one.frames.at(-1))
    expect(other.frames.at(-1)).toBe(one.frames.at(-1))
  })

  it('of a game with secrets is told states', () => {
    const secret: AnyGame = {
      ...open,
      open: false,
      redact: (copy) => Object.assign(copy as Meadow, { random: 0 }),
    }
    const world = new VirtualParty({ roundTrip: 20 }, { game: secret })
    const viewer = look(world)
    const anna = world.join('Anna')
    anna.input = { x: 1, y: 0, kick: false }
    world.time.pass(1000)
    expect(viewer.kinds()[0]).toBe('full')
    expect(new Set(viewer.kinds().slice(1))).toEqual(new Set(['delta']))
    const truth = anna.party.match?.truth?.state as Meadow
    expect(truth.random).toBe(0)
    expect(truth.players[anna.party.state.seat ?? -1]?.vx).toBeGreaterThan(300)
  })
})

describe('STEP-5 a client that the steps lead astray', () => {
  it('says so once, and is told states from then on', () => {
    const { game, hosted } = elsewhere()
    const world = new VirtualParty({ roundTrip: 20 }, { game })
    const anna = world.join('Anna')
    anna.input = { x: 0.5, y: 1, kick: false }
    const told = () => anna.party.match?.truth
    const isRight = () =>
      told()?.tick === hosted.tick && meadow.state.same(told()?.state as Meadow, hosted.state)
    world.time.pass(950)
    world.network.weather = { roundTrip: 0 }
    let wrong = 0
    for (let i = 0; i < 300; i++) {
      world.time.pass(1000 / 60)
      if (told()?.tick === hosted.tick && !isRight()) wrong++
    }
    // Wrong only from the tick that differed to the state that it was told at once.
    expect(wrong).toBeGreaterThan(0)
    expect(wrong).toBeLessThan(5)
    expect(isRight()).toBe(true)
    expect(anna.party.state.status.phase).toBe('joined')
  })

  it('changes nothing for others, and cannot ask for whole states again and again', () => {
    const world = new VirtualParty({ roundTrip: 20 })
    const [one, other] = [look(world), look(world, 'other-0000000000000000')]
    world.time.pass(500)
    for (let i = 0; i < 30; i++) {
      one.session.bytes(writeAstray(0))
      world.time.pass(1000 / 60)
    }
    expect(one.kinds().filter((kind) => kind === 'full')).toHaveLength(1)
    expect(one.kinds().at(-1)).toBe('delta')
    expect(other.kinds().filter((kind) => kind !== 'steps')).toEqual(['world'])
  })
})

describe('BIN-7 a viewer that reads nothing', () => {
  it('gets no more after three seconds, and a world as soon as it says what came', () => {
    const world = new VirtualParty({ roundTrip: 20 })
    const viewer = look(world)
    const beat = () => viewer.session.alive?.()
    for (let i = 0; i < 8; i++) {
      world.time.pass(1000)
      beat()
    }
    const sent = viewer.frames.length
    expect(sent).toBeGreaterThan(170)
    expect(sent).toBeLessThan(190)
    // It has read up to a tick that is not the last one sent.
    viewer.session.bytes(writePing(1, 0, 150))
    world.time.pass(100)
    expect(viewer.kinds().slice(sent)).toEqual(['pong'])
    viewer.session.bytes(writePing(1, 0, 100_000))
    world.time.pass(100)
    expect(viewer.kinds().slice(sent, sent + 4)).toEqual(['pong', 'pong', 'world', 'steps'])
  })

  it('is no honest client, however still it stands and however slow its line', () => {
    const world = new VirtualParty({ roundTrip: 900, jitter: 300 })
    const anna = world.join('Anna')
    world.time.pass(20_000)
    const before = anna.party.match?.truth?.tick ?? 0
    world.time.pass(5000)
    expect((anna.party.match?.truth?.tick ?? 0) - before).toBeGreaterThan(280)
  })
})
