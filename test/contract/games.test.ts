/** The contract suite: what every registered game must keep to. */

import { describe, expect, it } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { games } from '../../src/games/index.ts'
import { standardOptions } from '../../src/games/options.ts'
import { BitReader } from '../../src/netcode/bits.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { readSteps, StepsWriter } from '../../src/netcode/steps.ts'
import { World } from '../../src/netcode/world.ts'
import { readHostFrame, writeDelta, writeFull, writeSteps, writeWorld } from '../../src/protocol/frames.ts'
import { BotMatch, stepWith } from '../support/bot-match.ts'

function hostedWorld(game: AnyGame, seats: readonly number[], seed: number): World<unknown, unknown> {
  return new World(game, 0, game.state.quantise(game.start(seats, seed, standardOptions(game))), { seats })
}

/** For what a game of this sort has nothing to do with. */
const none = (_name: string, _test: () => void) => {}

const seatsOf = (count: number) => Array.from({ length: count }, (_, i) => i)

describe.each(games.map((game) => [game.id, game] as const))('GAME %s', (_id, game) => {
  const some = Math.max(game.seats.min, Math.min(8, game.seats.max))
  const twenty = game.ticksPerSecond * 20
  /** A match may last twice as long as its game says. */
  const longest = game.ticksPerSecond * (game.endless ? 30 : game.lasts * 2)

  it('says who it is', () => {
    expect(game.id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(game.title.length).toBeGreaterThan(0)
    expect(game.rule, 'one sentence').toMatch(/^[A-Z][^.]+\.$/)
    expect(game.seats.min).toBeLessThanOrEqual(game.seats.max)
  })

  it('gives the same state for the same seed and inputs', () => {
    const [one, other] = [new BotMatch(game, seatsOf(some), 42), new BotMatch(game, seatsOf(some), 42)]
    for (let i = 0; i < twenty; i++) {
      one.step()
      other.step()
    }
    expect(one.state).toEqual(other.state)
    expect(new BotMatch(game, seatsOf(some), 43).state).not.toEqual(
      new BotMatch(game, seatsOf(some), 42).state,
    )
  })

  it('replays from any snapshot to the bit', () => {
    const match = new BotMatch(game, seatsOf(some), 7)
    let snapshot: { tick: number; state: unknown } | null = null
    for (let i = 0; i < twenty; i++) {
      match.step()
      if (i === 100) {
        // Through the wire and back, as a client has it.
        const frame = readHostFrame(writeFull(game.state, 0, match.tick, match.state))
        snapshot = { tick: match.tick, state: game.state.read((frame as { body: BitReader }).body) }
      }
      if (snapshot && i > 100 && i <= 160) {
        stepWith(game, snapshot.state, match.tick, match.given[match.tick - 1] ?? {})
        expect(snapshot.state).toEqual(match.state)
      }
    }
  })

  const inTheOpen = game.open ? it : none

  inTheOpen('is stepped along by who is only told what players do, to the bit', () => {
    expect(game.redact, 'an open game has no secrets').toBeUndefined()
    const random = randomStream(31)
    const world = hostedWorld(game, seatsOf(some), 29)
    const steps = new StepsWriter(game, world)
    const bots = new Map(seatsOf(some).map((seat) => [seat, game.bot.play(seat, random, 'fair')]))
    const from = readHostFrame(writeWorld(0, world)) as { body: BitReader }
    let client = World.read(game, { tick: 0, begins: 0 }, from.body)
    for (let tick = 1; tick <= twenty; tick++) {
      const seat = Math.floor(random() * some * 2)
      if (random() < 0.02 && !world.isTaken(seat) && game.join && bots.size < game.seats.max) {
        steps.sit(seat)
        bots.set(seat, game.bot.play(seat, random, 'fair'))
      } else if (random() < 0.02 && world.isTaken(seat) && bots.size > game.seats.min) {
        steps.stand(seat)
        bots.delete(seat)
      }
      for (const [at, brain] of bots) steps.hold(at, game.input.quantise(brain.next(world.state, tick)), 0)
      steps.step()
      if (tick % 3 > 0) continue
      const frame = readHostFrame(writeSteps(0, client.tick, steps.finish(true))) as { body: BitReader }
      const { worlds, isRight } = readSteps(game, client, frame.body)
      frame.body.end()
      expect(isRight).toBe(true)
      expect(worlds.length).toBe(3)
      client = worlds.at(-1) ?? client
      expect(client.tick).toBe(tick)
      expect(client.state).toEqual(world.state)
      expect(client.inputs).toEqual(world.inputs)
    }
  })

  it('quantises to itself and never holds what is not a number', () => {
    const match = new BotMatch(game, seatsOf(some), 3)
    for (let i = 0; i < twenty; i++) {
      match.step()
      if (i % 50 > 0) continue
      expect(game.state.quantise(game.state.copy(match.state))).toEqual(match.state)
      expect(JSON.stringify(match.state)).not.toMatch(/NaN|Infinity/)
    }
  })

  it('takes inputs at the edges of what is declared, from anyone, without harm', () => {
    const match = new BotMatch(game, seatsOf(some), 5)
    const random = randomStream(9)
    for (let tick = 1; tick <= twenty; tick++) {
      const inputs = Object.fromEntries(
        seatsOf(some + 3).map((seat) => {
          const bytes = Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256))
          let input = game.idle
          try {
            input = game.input.read(new BitReader(bytes))
          } catch {
            // These bytes are no input; the host would have refused them.
          }
          return [seat, game.input.quantise(input)]
        }),
      )
      stepWith(game, match.state, tick, inputs)
    }
    expect(game.state.quantise(game.state.copy(match.state))).toEqual(match.state)
  })

  it('keeps its snapshots within its budget of bytes', () => {
    const match = new BotMatch(game, seatsOf(some), 11)
    const world = hostedWorld(game, seatsOf(some), 11)
    const steps = new StepsWriter(game, world)
    let bytes = 0
    let frames = 0
    let base = { tick: 0, state: game.state.copy(match.state) }
    for (let i = 0; i < twenty; i++) {
      match.step()
      for (const [seat, input] of Object.entries(match.given.at(-1) ?? {})) steps.hold(Number(seat), input, 0)
      steps.step()
      if (match.tick % game.snapshotEvery !== 0) continue
      const told = writeSteps(0, base.tick, steps.finish(false))
      const changes = writeDelta(game.state, 0, match.tick, match.state, base.tick, base.state)
      bytes += (game.open ? told : changes).length
      frames++
      base = { tick: match.tick, state: game.state.copy(match.state) }
    }
    expect(bytes / frames / some).toBeLessThanOrEqual(game.bytesPerPlayer)
  })

  it('lets players join and leave at any tick', () => {
    const match = new BotMatch(game, seatsOf(some), 13)
    const random = randomStream(17)
    const here = new Set(seatsOf(some))
    for (let i = 0; i < twenty; i++) {
      match.step()
      if (random() > 0.1) continue
      const seat = Math.floor(random() * some * 2)
      if (here.has(seat) && here.size > game.seats.min) {
        match.leave(seat)
        here.delete(seat)
      } else if (!here.has(seat) && game.join && here.size < game.seats.max) {
        match.join(seat)
        here.add(seat)
      }
      expect(game.state.quantise(game.state.copy(match.state))).toEqual(match.state)
    }
  })

  it('has options of which one is the standard, and can be played with each', () => {
    expect(new Set(game.options.map(({ id }) => id)).size).toBe(game.options.length)
    for (const { id, choices, standard } of game.options) {
      expect(choices.map(({ value }) => value)).toContain(standard)
      expect(choices.length).toBeGreaterThan(1)
      for (const { value } of choices) {
        const options = { ...standardOptions(game), [id]: value }
        const match = new BotMatch(game, seatsOf(some), 37, { options })
        for (let i = 0; i < game.ticksPerSecond * 5; i++) match.step()
        expect(game.state.quantise(game.state.copy(match.state))).toEqual(match.state)
      }
    }
  })

  const ending = game.endless ? none : it

  ending('comes to an end though nobody lifts a finger', () => {
    const state = game.state.quantise(game.start(seatsOf(some), 41, standardOptions(game)))
    let tick = 0
    while (!game.result(state) && tick < longest) stepWith(game, state, ++tick, {})
    expect(game.result(state)).not.toBeNull()
  })

  ending('comes to an end though all but one leave', () => {
    const match = new BotMatch(game, seatsOf(some), 43)
    for (const seat of seatsOf(some).slice(1)) {
      for (let i = 0; i < game.ticksPerSecond; i++) match.step()
      match.leave(seat)
    }
    while (!game.result(match.state) && match.tick < longest) match.step()
    const outcome = game.result(match.state)
    expect(outcome?.ranks.flat().sort((a, b) => a - b)).toEqual(seatsOf(some))
  })

  it('is not changed by a bot that looks at it', () => {
    const match = new BotMatch(game, seatsOf(some), 19)
    const brain = game.bot.play(0, randomStream(1), 'fair')
    for (let i = 0; i < 200; i++) {
      match.step()
      const before = game.state.copy(match.state)
      brain.next(match.state, match.tick + 1)
      expect(match.state).toEqual(before)
    }
  })

  it(game.endless ? 'has no end' : 'comes to a result among bots alone', () => {
    const match = new BotMatch(game, seatsOf(some), 23)
    while (match.tick < longest && game.result(match.state) === null) match.step()
    const outcome = game.result(match.state)
    if (game.endless) expect(outcome).toBeNull()
    else expect(outcome?.ranks.flat().sort((a, b) => a - b)).toEqual(seatsOf(some))
  })
})
