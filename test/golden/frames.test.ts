/** Bytes that programs of version 1 exchange. They change only together with the protocol version. */

import { describe, expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import type { BitReader } from '../../src/netcode/bits.ts'
import {
  readClientFrame,
  readHostFrame,
  writeDelta,
  writeFull,
  writeInput,
  writePing,
  writePong,
} from '../../src/protocol/frames.ts'
import { writeMessage } from '../../src/protocol/messages.ts'
import { protocolVersion } from '../../src/protocol/version.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const before = meadow.state.quantise(meadow.start([0, 2], 42))
const after = meadow.state.copy(before)
for (let tick = 1; tick <= 3; tick++) {
  const inputs = { 0: { x: 1, y: 0, kick: false }, 2: { x: 0, y: 0, kick: true } }
  meadow.step(after, { tick, dt: 1 / 60, inputs, behind: () => 0 })
  meadow.state.quantise(after)
}

describe(`GOLDEN protocol ${protocolVersion}`, () => {
  const frames = {
    input: writeInput(meadow.input, 1, 1000, 9, { x: -1, y: 0.5, kick: true }),
    ping: writePing(0xdeadbeef),
    pong: writePong(0xdeadbeef, -1.5),
    full: writeFull(meadow.state, 1, 997, before),
    delta: writeDelta(meadow.state, 1, 1000, after, 997, before),
  }

  it('frames', () => {
    expect(
      Object.fromEntries(Object.entries(frames).map(([name, bytes]) => [name, hex(bytes)])),
    ).toMatchInlineSnapshot(`
      {
        "delta": "8201000003e803e077800d358477f821d8",
        "full": "8101000003e500eed1d9a5640064004200001a4af223320032002100000c801c20640064000000005a56f3ff00",
        "input": "0101000003e8090320",
        "ping": "02deadbeef",
        "pong": "83deadbeefffa0",
      }
    `)
  })

  it('are read back', () => {
    expect(readClientFrame(frames.ping)).toEqual({ kind: 'ping', stamp: 0xdeadbeef })
    expect(readHostFrame(frames.pong)).toEqual({ kind: 'pong', stamp: 0xdeadbeef, margin: -1.5 })
    const input = readClientFrame(frames.input) as { body: BitReader }
    expect(input).toMatchObject({ kind: 'input', match: 1, tick: 1000, behind: 9 })
    expect(meadow.input.read(input.body)).toEqual({ x: -1, y: 0.5, kick: true })
    const delta = readHostFrame(frames.delta) as { body: BitReader }
    expect(delta).toMatchObject({ kind: 'delta', match: 1, tick: 1000, baseline: 997 })
    expect(meadow.state.readDelta(delta.body, before, 3)).toEqual(after)
  })

  it('messages', () => {
    const text = writeMessage({ type: 'say', content: { text: 'hi', to: 3 } })
    expect(text).toBe('{"type":"say","content":{"text":"hi","to":3}}')
  })
})
