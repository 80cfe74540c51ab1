/** The codec, over schemas and states that nobody thought of: what is written is what is read. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { games } from '../../src/games/index.ts'
import { standardOptions } from '../../src/games/options.ts'
import { BadBits, BitReader, BitWriter } from '../../src/netcode/bits.ts'
import { log, slots } from '../../src/netcode/collections.ts'
import type { Kind } from '../../src/netcode/kind.ts'
import { record } from '../../src/netcode/record.ts'
import { angle, choice, fixed, flag, int } from '../../src/netcode/scalars.ts'

type AnyKind = Kind<unknown>

const number = fc.oneof(fc.double(), fc.integer({ min: -3000, max: 3000 }), fc.constant(Number.NaN))

/** A kind, and values that a careless game might put there: out of range, and not numbers at all. */
const scalar: fc.Arbitrary<{ kind: AnyKind; values: fc.Arbitrary<unknown> }> = fc.oneof(
  fc.constant({ kind: flag() as AnyKind, values: fc.boolean() }),
  fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 5000 })).map(([min, span]) => ({
    kind: int(min, min + span) as AnyKind,
    values: number,
  })),
  fc.constant({ kind: int(0, 0xffffffff) as AnyKind, values: fc.double({ min: 0, max: 2 ** 32 }) }),
  fc
    .tuple(
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 1, max: 4000 }),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([min, span, power]) => ({ kind: fixed(min, min + span, 2 ** -power) as AnyKind, values: number })),
  fc.integer({ min: 2, max: 12 }).map((width) => ({ kind: angle(width) as AnyKind, values: number })),
  fc.constant({
    kind: choice(['red', 'green', 'blue']) as AnyKind,
    values: fc.constantFrom('red', 'green', 'blue', 'x'),
  }),
)

const fields = (inner: typeof scalar, motion: boolean) =>
  fc.array(inner, { minLength: 1, maxLength: 6 }).map((parts) => ({
    kind: record(Object.fromEntries(parts.map(({ kind }, i) => [`f${i}`, kind])), {
      ...(motion ? { motion: wobble } : {}),
    }) as AnyKind,
    values: fc.record(
      Object.fromEntries(parts.map(({ values }, i) => [`f${i}`, values])),
    ) as fc.Arbitrary<unknown>,
  }))

/** Some motion, right or wrong: a delta must survive either. */
function wobble(value: Record<string, unknown>): void {
  for (const [name, field] of Object.entries(value))
    if (typeof field === 'number') value[name] = field * 0.9 + 3
}

const schema = fc.oneof(scalar, fields(scalar, false), fields(scalar, true)).chain((inner) =>
  fc.oneof(
    fc.constant(inner),
    fc.integer({ min: 1, max: 40 }).map((capacity) => ({
      kind: slots(inner.kind, capacity) as AnyKind,
      values: fc.array(fc.option(inner.values, { nil: undefined }), {
        maxLength: capacity + 3,
      }) as fc.Arbitrary<unknown>,
    })),
    fc.constant({
      kind: log(inner.kind) as AnyKind,
      values: fc.array(inner.values, { maxLength: 30 }) as fc.Arbitrary<unknown>,
    }),
  ),
)

const schemaWithTwo = schema.chain(({ kind, values }) =>
  fc.tuple(fc.constant(kind), values, values, fc.integer({ min: 1, max: 255 })),
)

function full(kind: AnyKind, value: unknown): unknown {
  const bits = new BitWriter(4)
  kind.write(bits, value)
  const reader = new BitReader(bits.finish())
  const read = kind.read(reader)
  reader.end()
  return read
}

function delta(kind: AnyKind, value: unknown, base: unknown, ticks: number): unknown {
  const bits = new BitWriter(4)
  kind.writeDelta(bits, value, base, ticks)
  const reader = new BitReader(bits.finish())
  const read = kind.readDelta(reader, base, ticks)
  reader.end()
  return read
}

describe('SCHEMA any schema', () => {
  it('survives a full round trip, and a delta from any other state', () => {
    fc.assert(
      fc.property(schemaWithTwo, ([kind, one, other, ticks]) => {
        const [value, base] = [kind.quantise(kind.copy(one)), kind.quantise(kind.copy(other))]
        const kept = kind.copy(base)
        expect(full(kind, value)).toEqual(value)
        expect(delta(kind, value, base, ticks)).toEqual(value)
        expect(delta(kind, base, base, ticks)).toEqual(base)
        expect(base, 'a delta must leave its baseline alone').toEqual(kept)
      }),
      { numRuns: 1500 },
    )
  })

  it('is not changed by being quantised again, and never holds NaN', () => {
    fc.assert(
      fc.property(schemaWithTwo, ([kind, one]) => {
        const value = kind.quantise(kind.copy(one))
        expect(kind.quantise(kind.copy(value))).toEqual(value)
        expect(kind.same(kind.copy(value), value)).toBe(true)
        expect(JSON.stringify(value) ?? '').not.toContain('null,"f')
        expect(containsNaN(value)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('reads random bytes as something of its own, or refuses them', () => {
    fc.assert(
      fc.property(schemaWithTwo, fc.uint8Array({ maxLength: 200 }), ([kind, , other], bytes) => {
        const base = kind.quantise(kind.copy(other))
        for (const read of [
          (bits: BitReader) => kind.read(bits),
          (bits: BitReader) => kind.readDelta(bits, base, 1),
        ]) {
          try {
            const value = read(new BitReader(bytes))
            expect(kind.quantise(kind.copy(value))).toEqual(value)
          } catch (error) {
            expect(error).toBeInstanceOf(BadBits)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('SCHEMA the games', () => {
  for (const game of games) {
    it(`${game.id}: states of a lively match survive, full and as deltas over any distance`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 12 }),
          fc.nat(),
          fc.integer({ min: 1, max: 60 }),
          (players, seed, apart) => {
            const seats = Array.from({ length: players }, (_, i) => i * 2)
            const state = game.state.quantise(game.start(seats, seed % 2 ** 32, standardOptions(game)))
            const brains = seats.map((seat) => game.bot.play(seat, () => (seed % 97) / 97, 'fair'))
            const step = (tick: number) => {
              const inputs = Object.fromEntries(
                seats.map((seat, i) => [seat, game.input.quantise(brains[i]!.next(state, tick))]),
              )
              game.step(state, { tick, dt: 1 / game.ticksPerSecond, inputs, behind: () => 0 })
              game.state.quantise(state)
            }
            for (let tick = 1; tick <= 30; tick++) step(tick)
            const base = game.state.copy(state)
            for (let tick = 31; tick <= 30 + apart; tick++) step(tick)
            expect(full(game.state, state)).toEqual(state)
            expect(delta(game.state, state, base, apart)).toEqual(state)
          },
        ),
        { numRuns: 60 },
      )
    })
  }
})

function containsNaN(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(containsNaN)
}
