/** Bits: exact bytes, and refusals. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadBits, BitReader, BitWriter } from '../../src/netcode/bits.ts'

describe('BITS', () => {
  it('writes most significant first and fills the last byte with zeros', () => {
    const bits = new BitWriter(1)
    bits.flag(true)
    bits.unsigned(0b0101, 4)
    bits.unsigned(0xdeadbeef, 32)
    expect([...bits.finish()]).toEqual([0b10101110, 0b11110101, 0b01101101, 0b11110111, 0b01111000])
  })

  it('gives small numbers few bits', () => {
    const cost = (value: number, order: number) => {
      const bits = new BitWriter()
      bits.small(value, order)
      return bits.bitLength
    }
    expect([0, 1, 2, 3, 7, 255].map((value) => cost(value, 0))).toEqual([1, 3, 3, 5, 7, 17])
    expect([0, 1, 2, 3].map((value) => cost(value, 1))).toEqual([2, 2, 4, 4])
  })

  it('gives back any mixture of numbers', () => {
    const part = fc.oneof(
      fc.record({ how: fc.constant('unsigned' as const), value: fc.nat(), width: fc.constant(31) }),
      fc.record({
        how: fc.constant('small' as const),
        value: fc.nat({ max: 2 ** 30 }),
        width: fc.nat({ max: 5 }),
      }),
      fc.record({
        how: fc.constant('signed' as const),
        value: fc.integer({ min: -(2 ** 29), max: 2 ** 29 }),
        width: fc.nat({ max: 5 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const bits = new BitWriter(2)
        for (const { how, value, width } of parts) bits[how](value, width)
        const reader = new BitReader(bits.finish())
        for (const { how, value, width } of parts) expect(reader[how](width)).toBe(value)
        reader.end()
      }),
    )
  })

  it('refuses to read beyond the end, numbers without an end, and leftovers', () => {
    expect(() => new BitReader(new Uint8Array(1)).unsigned(9)).toThrow(BadBits)
    expect(() => new BitReader(new Uint8Array(20)).small(0)).toThrow(BadBits)
    expect(() => new BitReader(new Uint8Array(1)).end()).toThrow(BadBits)
    const half = new BitReader(Uint8Array.of(0b00000001))
    half.unsigned(3)
    expect(() => half.end()).toThrow(BadBits)
  })
})
