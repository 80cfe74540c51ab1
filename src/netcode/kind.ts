/**
 * A kind declares one piece of plain data: its type, its wire bits, its clamping and rounding, how it is copied and
 * interpolated. Kinds nest; a game's whole state is one kind, and what no kind names never leaves the host.
 */

import type { BitReader, BitWriter } from './bits.ts'

export interface Kind<T> {
  /** A value to begin with: zero, or the nearest that the range allows. */
  fresh(): T
  /** Clamps and rounds to wire precision and mends what is not a number; objects in place. Idempotent. */
  quantise(value: T): T
  copy(value: T): T
  same(a: T, b: T): boolean
  /** The whole value. Expects it quantised, as all writing does. */
  write(bits: BitWriter, value: T): void
  /** Throws BadBits on what no writer wrote. */
  read(bits: BitReader): T
  /** What changed since `base`, which is `ticks` older. */
  writeDelta(bits: BitWriter, value: T, base: T, ticks: number): void
  /** Leaves `base` alone; what did not change may be shared with it. */
  readDelta(bits: BitReader, base: T, ticks: number): T
  /** Between two values, `t` from 0 to 1. What cannot lie between is `b`, except at 0. */
  mix(a: T, b: T, t: number): T
  /** What to draw for the player in seat `me`: one's own from `predicted`, everything else from `past`. */
  compose(predicted: T, past: T, me: number | null): T
  /** `shown` less `real`, wherever that is a length or an angle that a correction may smooth; elsewhere nothing. */
  error(shown: T, real: T): T
  /** `value` with `error`, scaled, laid upon it. Returns a new value, or `value` where nothing changes. */
  offset(value: T, error: T, scale: number): T
}

export type Infer<K> = K extends Kind<infer T> ? T : never
