import { describe, expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import type { Meadow, MeadowInput } from '../../src/games/meadow/world.ts'
import { BadBits, BitReader, BitWriter } from '../../src/netcode/bits.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { mostSteps, readSteps, StepsWriter } from '../../src/netcode/steps.ts'
import { World } from '../../src/netcode/world.ts'

const still: MeadowInput = { x: 0, y: 0, kick: false }
const right: MeadowInput = { x: 1, y: 0, kick: false }

function meadowWith(count: number): World<Meadow, MeadowInput> {
  const seats = Array.from({ length: count }, (_, seat) => seat)
  return new World(meadow, 0, meadow.state.quantise(meadow.start(seats, 1, {})), { seats })
}

function bitsOf(write: (bits: BitWriter) => void): BitReader {
  const bits = new BitWriter()
  write(bits)
  return new BitReader(bits.finish())
}

describe('steps', () => {
  it('cost two bits and a filling while everyone goes on as before', () => {
    const steps = new StepsWriter(meadow, meadowWith(100))
    for (let seat = 0; seat < 100; seat++) steps.hold(seat, right, 0)
    steps.step()
    steps.finish(false)
    for (let tick = 0; tick < 30; tick++) {
      for (let seat = 0; seat < 100; seat++) steps.hold(seat, { ...right }, 0)
      steps.step()
      expect(steps.finish(false).length).toBe(1)
    }
  })

  it('say where they lead, and so show who went astray', () => {
    const world = meadowWith(3)
    const astray = meadowWith(4)
    const steps = new StepsWriter(meadow, world)
    steps.hold(1, right, 0)
    steps.step()
    const told = steps.finish(true)
    expect(readSteps(meadow, meadowWith(3), new BitReader(told)).isRight).toBe(true)
    expect(readSteps(meadow, astray, new BitReader(told)).isRight).toBe(false)
  })

  it('leave the world that they are read onto as it was', () => {
    const base = meadowWith(3)
    const before = meadow.state.copy(base.state)
    const steps = new StepsWriter(meadow, base.copy())
    steps.sit(7)
    steps.hold(1, right, 0)
    steps.step()
    readSteps(meadow, base, new BitReader(steps.finish(false)))
    expect(base.state).toEqual(before)
    expect(base.inputs).toEqual([still, still, still])
    expect(base.tick).toBe(0)
  })

  it('of a seat that nobody has, or that is taken twice, are refused', () => {
    const hold = (seat: number) => (bits: BitWriter) => {
      bits.flag(true)
      bits.flag(false)
      bits.unsigned(seat, 2)
      meadow.input.write(bits, right)
      for (let i = 0; i < 3; i++) bits.flag(false)
    }
    const seat = (taken: boolean, at: number) => (bits: BitWriter) => {
      bits.flag(true)
      bits.flag(true)
      bits.flag(false)
      bits.flag(taken)
      bits.small(at, 5)
      for (let i = 0; i < 3; i++) bits.flag(false)
    }
    expect(readSteps(meadow, meadowWith(3), bitsOf(hold(2))).worlds).toHaveLength(1)
    for (const bad of [hold(3), seat(true, 1), seat(false, 3), seat(true, 5000)])
      expect(() => readSteps(meadow, meadowWith(3), bitsOf(bad))).toThrow(BadBits)
  })

  it('are told so many at once at most, and never without an end', () => {
    const ticks = (count: number) =>
      bitsOf((bits) => {
        for (let tick = 0; tick < count; tick++) {
          bits.flag(false)
          bits.flag(tick < count - 1)
        }
        bits.flag(false)
      })
    expect(readSteps(meadow, meadowWith(1), ticks(mostSteps)).worlds).toHaveLength(mostSteps)
    expect(() => readSteps(meadow, meadowWith(1), ticks(mostSteps + 1))).toThrow(BadBits)
  })

  it('of any bits at all are either a world or BadBits', () => {
    const random = randomStream(5)
    const base = meadowWith(4)
    let read = 0
    for (let round = 0; round < 2000; round++) {
      const bytes = Uint8Array.from({ length: 1 + random() * 12 }, () => random() * 256)
      try {
        const { worlds } = readSteps(meadow, base, new BitReader(bytes))
        for (const { state } of worlds) expect(JSON.stringify(state)).not.toMatch(/NaN|Infinity/)
        read++
      } catch (error) {
        expect(error).toBeInstanceOf(BadBits)
      }
    }
    expect(read).toBeGreaterThan(100)
  })
})

describe('a world', () => {
  it('counts down, and pauses, for whoever is told of it', () => {
    const state = () => meadow.state.quantise(meadow.start([0], 1, {}))
    const world = new World(meadow, 0, state(), { seats: [0], begins: 3 })
    let client = world.copy()
    const steps = new StepsWriter(meadow, world)
    const xs: number[] = []
    steps.hold(0, right, 0)
    for (let tick = 1; tick <= 9; tick++) {
      if (tick === 6) steps.pause(true)
      if (tick === 8) steps.pause(false)
      steps.step()
      const told = readSteps(meadow, client, new BitReader(steps.finish(true)))
      expect(told.isRight).toBe(true)
      client = told.worlds.at(-1) ?? client
      xs.push(client.state.players[0]?.x ?? Number.NaN)
    }
    const moved = xs.map((x, i) => x !== (xs[i - 1] ?? xs[0]))
    expect(moved).toEqual([false, false, false, true, true, false, false, true, true])
  })

  it('comes whole over the wire, empty seats and all', () => {
    const world = meadowWith(2)
    world.sit(5)
    world.hold(5, right, 3)
    world.stand(0)
    world.step()
    const read = World.read(
      meadow,
      { tick: world.tick, begins: 0 },
      bitsOf((bits) => world.write(bits)),
    )
    expect(read.state).toEqual(world.state)
    expect(read.inputs).toEqual(world.inputs)
    for (let i = 0; i < 60; i++) {
      read.step()
      world.step()
    }
    expect(read.state).toEqual(world.state)
  })

  it('keeps how far behind a seat saw the others where its game asks for it', () => {
    const seen: number[] = []
    const rewinding = {
      ...meadow,
      rewinds: true,
      step: (_state: Meadow, { behind }: { behind(seat: number): number }) => seen.push(behind(1)),
    }
    const world = new World(rewinding, 0, meadow.state.quantise(meadow.start([0, 1], 1, {})), {
      seats: [0, 1],
    })
    const steps = new StepsWriter(rewinding, world)
    const base = world.copy()
    steps.hold(1, right, 9)
    steps.step()
    readSteps(rewinding, base, new BitReader(steps.finish(false)))
    expect(seen).toEqual([9, 9])
  })
})
