/** Whoever reads slowly, or not at all: what it costs the others, the host and, once it reads again, itself. */

import { describe, expect, it } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { meadow } from '../../src/games/meadow/game.ts'
import type { Meadow } from '../../src/games/meadow/world.ts'
import { SlowLine } from '../support/slow-line.ts'
import { type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

const open = meadow as unknown as AnyGame
/** A meadow whose states are told, player by player. */
const secret: AnyGame = {
  ...open,
  open: false,
  redact: (copy) => Object.assign(copy as Meadow, { random: 0 }),
}

const roundTrip = 40
const mebibyte = 2 ** 20
const tickOf = (client: VirtualClient) => client.party.match?.truth?.tick ?? -1

/** A lively party with somebody on an ordinary line and somebody on a slow one. */
function partyOf(game: AnyGame) {
  const world = new VirtualParty({ roundTrip }, { game, bots: 24, max: 32 })
  const line = new SlowLine(world.time, world.host, roundTrip)
  const anna = world.join('Anna')
  const slow = world.join('Slow', { dial: line.dial })
  anna.input = { x: 0.5, y: 1, kick: false }
  world.time.pass(3000)
  return { world, line, anna, slow }
}

/** Ticks in which Anna was told nothing. */
function gapsOf({ world, anna }: ReturnType<typeof partyOf>, ms: number): number {
  let gaps = 0
  for (let passed = 0; passed < ms; passed += 1000 / 60) {
    const before = tickOf(anna)
    world.time.pass(1000 / 60)
    if (tickOf(anna) <= before) gaps++
  }
  return gaps
}

describe.each([
  ['an open game', open],
  ['a game with secrets', secret],
])('in %s', (_name, game) => {
  it('BIN-7 who reads 1 kB a second costs the others nothing and the host little, and is in step within a round trip', () => {
    const party = partyOf(game)
    const { world, line, anna, slow } = party
    line.reads = 1000
    expect(gapsOf(party, 30_000)).toBe(0)
    expect(line.mostBacklog).toBeLessThan(mebibyte)
    line.reads = Number.POSITIVE_INFINITY
    // A beat of the reader and a frame of its page, the way there and back, and a tick to be in.
    world.time.pass(5 + 1000 / 60 + roundTrip + 1000 / 60)
    expect(tickOf(anna) - tickOf(slow)).toBeLessThanOrEqual(1)
    expect(slow.party.state.status.phase).toBe('joined')
  })

  it('BIN-7 who stops for two seconds is in step at once', () => {
    const party = partyOf(game)
    const { world, line, anna, slow } = party
    line.reads = 0
    expect(gapsOf(party, 2000)).toBe(0)
    line.reads = Number.POSITIVE_INFINITY
    world.time.pass(roundTrip)
    expect(tickOf(anna) - tickOf(slow)).toBeLessThanOrEqual(1)
  })

  it('BIN-5 who stops for good costs the host no more than a mebibyte, and then its line', () => {
    const party = partyOf(game)
    const { world, line } = party
    line.reads = 0
    expect(gapsOf(party, 20_000)).toBe(0)
    expect(line.mostBacklog).toBeLessThan(mebibyte)
    expect(world.host.metricsText()).toMatch(/romp_backlog_bytes 0/)
  })
})
