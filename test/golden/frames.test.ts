/** Bytes that programs of version 3 exchange. They change only together with the protocol version. */

import { describe, expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import type { BitReader } from '../../src/netcode/bits.ts'
import { readSteps, StepsWriter } from '../../src/netcode/steps.ts'
import { World } from '../../src/netcode/world.ts'
import {
  readClientFrame,
  readHostFrame,
  writeAstray,
  writeDelta,
  writeFull,
  writeInput,
  writePing,
  writePong,
  writeSteps,
  writeWorld,
} from '../../src/protocol/frames.ts'
import { writeMessage } from '../../src/protocol/messages.ts'
import { protocolVersion } from '../../src/protocol/version.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const before = meadow.state.quantise(meadow.start([0, 2], 42, {}))
const after = meadow.state.copy(before)
for (let tick = 1; tick <= 3; tick++) {
  const inputs = { 0: { x: 1, y: 0, kick: false }, 2: { x: 0, y: 0, kick: true } }
  meadow.step(after, { tick, dt: 1 / 60, inputs, behind: () => 0 })
  meadow.state.quantise(after)
}

/** Two walk on, a third sits down, the first stops; the last tick is checked. */
const world = new World(meadow, 997, meadow.state.copy(before), { seats: [0, 2] })
const worldBefore = world.copy()
const steps = new StepsWriter(meadow, world)
steps.hold(0, { x: 1, y: 0, kick: false }, 0)
steps.step()
steps.sit(5)
steps.hold(2, { x: -0.5, y: 1, kick: true }, 0)
steps.step()
steps.hold(0, { x: 0, y: 0, kick: false }, 0)
steps.step()
const told = steps.finish(true)

describe(`GOLDEN protocol ${protocolVersion}`, () => {
  const frames = {
    input: writeInput(meadow.input, 1, 1000, 9, { x: -1, y: 0.5, kick: true }),
    ping: writePing(0xdeadbeef, 1, 997),
    astray: writeAstray(1),
    pong: writePong(0xdeadbeef, -1.5),
    full: writeFull(meadow.state, 1, 997, before),
    delta: writeDelta(meadow.state, 1, 1000, after, 997, before),
    world: writeWorld(1, worldBefore),
    steps: writeSteps(1, 997, told),
  }

  it('frames', () => {
    expect(
      Object.fromEntries(Object.entries(frames).map(([name, bytes]) => [name, hex(bytes)])),
    ).toMatchInlineSnapshot(`
      {
        "astray": "0301",
        "delta": "8201000003e803e077800d358477f821d8",
        "full": "8101000003e500eed1d9a5640064004200001a4af223320032002100000c801c20640064000000005a56f3ff00",
        "input": "0101000003e8090320",
        "ping": "02deadbeef01000003e5",
        "pong": "83deadbeefffa0",
        "steps": "8501e58820ecb2242c10814bbf",
        "world": "8401000003e54e84142001dda3b34ac800c8008400003495e4466400640042000019003840c800c800000000b4ade7fe",
      }
    `)
  })

  it('are read back', () => {
    expect(readClientFrame(frames.ping)).toEqual({
      kind: 'ping',
      stamp: 0xdeadbeef,
      match: 1,
      seen: 997,
    })
    expect(readClientFrame(frames.astray)).toEqual({ kind: 'astray', match: 1 })
    expect(readHostFrame(frames.pong)).toEqual({ kind: 'pong', stamp: 0xdeadbeef, margin: -1.5 })
    const input = readClientFrame(frames.input) as { body: BitReader }
    expect(input).toMatchObject({ kind: 'input', match: 1, tick: 1000, behind: 9 })
    expect(meadow.input.read(input.body)).toEqual({ x: -1, y: 0.5, kick: true })
    const delta = readHostFrame(frames.delta) as { body: BitReader }
    expect(delta).toMatchObject({ kind: 'delta', match: 1, tick: 1000, baseline: 997 })
    expect(meadow.state.readDelta(delta.body, before, 3)).toEqual(after)
    const whole = readHostFrame(frames.world) as { tick: number; body: BitReader }
    expect(whole).toMatchObject({ kind: 'world', match: 1, tick: 997 })
    const base = World.read(meadow, { tick: whole.tick, begins: 0 }, whole.body)
    whole.body.end()
    const stepped = readHostFrame(frames.steps) as { body: BitReader }
    expect(stepped).toMatchObject({ kind: 'steps', match: 1, baseline: 997 & 0xff })
    const { worlds, isRight } = readSteps(meadow, base, stepped.body)
    stepped.body.end()
    expect(isRight).toBe(true)
    expect(worlds.at(-1)?.state).toEqual(world.state)
    expect(worlds.at(-1)?.inputs).toEqual(world.inputs)
  })

  it('messages', () => {
    const text = writeMessage({ type: 'say', content: { text: 'hi', to: 3 } })
    expect(text).toBe('{"type":"say","content":{"text":"hi","to":3}}')
  })
})
