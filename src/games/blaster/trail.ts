/**
 * Where somebody was in the last ticks, so that a shot can be judged in the world that its shooter saw. Each tick is one
 * whole number: place and whether a berry could hit. A trail is never changed but replaced, so that copies share it.
 */

import { BadBits, type BitReader, type BitWriter } from '../../netcode/bits.ts'
import type { Kind } from '../../netcode/kind.ts'

/** The newest tick first. */
export type Trail = readonly number[]

export interface Trace {
  readonly x: number
  readonly y: number
  /** Whether one could be hit there: was in, not rolling, and not protected. */
  readonly open: boolean
}

/** Ticks kept: the present one and all that a shot may be judged in. */
export const kept = 13
/** Places are kept in sixteenths of a unit, which the bits below leave room for. */
const fine = 16
const yBits = 14
const xBits = 15
const width = xBits + yBits + 1

/** The trail a tick later. */
export function extend(before: Trail, { x, y, open }: Trace): Trail {
  const place = (Math.round(x * fine) << yBits) | Math.round(y * fine)
  const after = new Array<number>(Math.min(kept, before.length + 1))
  after[0] = open ? place | (1 << (width - 1)) : place
  for (let i = 1; i < after.length; i++) after[i] = before[i - 1] as number
  return after
}

/** How it was so many ticks ago; null where that was before one came. */
export function recall(past: Trail, ticks: number): Trace | null {
  const trace = past[ticks]
  if (trace === undefined) return null
  return {
    x: ((trace >> yBits) & ((1 << xBits) - 1)) / fine,
    y: (trace & ((1 << yBits) - 1)) / fine,
    open: trace >> (width - 1) === 1,
  }
}

function writeFirst(bits: BitWriter, past: Trail, count: number): void {
  for (let i = 0; i < count; i++) bits.unsigned(past[i] as number, width)
}

function readFirst(bits: BitReader, count: number): number[] {
  return Array.from({ length: count }, () => bits.unsigned(width))
}

/** Whether `past` is `base` after so many ticks. */
function isExtended(past: Trail, base: Trail, ticks: number): boolean {
  if (past.length !== Math.min(kept, base.length + ticks)) return false
  for (let i = ticks; i < past.length; i++) if (past[i] !== base[i - ticks]) return false
  return true
}

export const trail: Kind<Trail> = {
  fresh: () => [],
  quantise: (value) => value,
  copy: (value) => value,
  same: (a, b) => a === b || (a.length === b.length && a.every((trace, i) => trace === b[i])),
  write(bits, value) {
    bits.unsigned(value.length, 4)
    writeFirst(bits, value, value.length)
  },
  read(bits) {
    const length = bits.unsigned(4)
    if (length > kept) throw new BadBits('a trail is longer than any writer writes')
    return readFirst(bits, length)
  },
  writeDelta(bits, value, base, ticks) {
    const extended = isExtended(value, base, ticks)
    bits.flag(extended)
    if (extended) writeFirst(bits, value, Math.min(ticks, value.length))
    else trail.write(bits, value)
  },
  readDelta(bits, base, ticks) {
    if (!bits.flag()) return trail.read(bits)
    const length = Math.min(kept, base.length + ticks)
    const fresh = Math.min(ticks, length)
    return [...readFirst(bits, fresh), ...base.slice(0, length - fresh)]
  },
  mix: (a, b, t) => (t <= 0 ? a : b),
  compose: (_predicted, past) => past,
  error: (_shown, real) => real,
  offset: (value) => value,
}
