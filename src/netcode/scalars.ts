/** The kinds of single values: flags, presses, whole and quantised numbers, angles, choices. */

import { BadBits, type BitReader, type BitWriter, bitWidth } from './bits.ts'
import type { Kind } from './kind.ts'

const tau = Math.PI * 2

/** True or false; costs one bit, also in a delta. */
export function flag(): Kind<boolean> {
  return {
    ...discrete<boolean>(),
    fresh: () => false,
    quantise: (value) => value === true,
    write: (bits, value) => bits.flag(value),
    read: (bits) => bits.flag(),
    writeDelta: (bits, value) => bits.flag(value),
    readDelta: (bits) => bits.flag(),
  }
}

/** One of a closed list of words; travels as its place in the list. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
): Kind<Words[number]> {
  const whole = int(0, words.length - 1)
  const place = new Map<string, number>(words.map((word, index) => [word, index]))
  const at = (index: number): Words[number] => words[index] ?? words[0]
  const index = (word: Words[number]): number => place.get(word) ?? 0
  return {
    ...discrete<Words[number]>(),
    fresh: () => words[0],
    quantise: (value) => at(index(value)),
    write: (bits, value) => whole.write(bits, index(value)),
    read: (bits) => at(whole.read(bits)),
    writeDelta: (bits, value, base) => whole.writeDelta(bits, index(value), index(base), 0),
    readDelta: (bits, base) => at(whole.readDelta(bits, index(base), 0)),
  }
}

/** A whole number from `min` to `max`, both included; their distance is below 2^32. Never interpolated. */
export function int(min: number, max: number): Kind<number> {
  const grid = new Grid(min, max, 1)
  return { ...discrete<number>(), ...onGrid(grid) }
}

export interface FixedOptions {
  /** A change larger than this is a jump: it is shown at once, never interpolated or smoothed. */
  snap?: number
}

/**
 * A number from `min` to `max` in steps of `step`. Choose a step that binary fractions hold exactly (1/16, not 0.1)
 * and that is finer than the smallest change in a tick.
 */
export function fixed(min: number, max: number, step: number, options: FixedOptions = {}): Kind<number> {
  const snap = options.snap ?? Number.POSITIVE_INFINITY
  return {
    ...discrete<number>(),
    ...onGrid(new Grid(min, max, step)),
    mix: (a, b, t) => (t <= 0 ? a : t >= 1 || Math.abs(b - a) > snap ? b : a + (b - a) * t),
    error: (shown, real) => (Math.abs(shown - real) > snap ? 0 : shown - real),
    offset: (value, error, scale) => value + error * scale,
  }
}

/** A direction in radians, from 0 up to a full turn, in 2^`width` steps; interpolated the short way round. */
export function angle(width: number): Kind<number> {
  const size = 2 ** width
  const step = tau / size
  const grid = (value: number) => {
    const turned = Math.round(value / step) % size
    return Number.isFinite(turned) ? (turned + size) % size : 0
  }
  const turn = (from: number, to: number) => {
    const way = (to - from) % tau
    return way > Math.PI ? way - tau : way < -Math.PI ? way + tau : way
  }
  const half = size / 2
  return {
    ...discrete<number>(),
    fresh: () => 0,
    quantise: (value) => grid(value) * step,
    write: (bits, value) => bits.unsigned(grid(value), width),
    read: (bits) => bits.unsigned(width) * step,
    writeDelta: (bits, value, base) => {
      const way = (grid(value) - grid(base) + size) % size
      bits.signed(way >= half ? way - size : way, 0)
    },
    readDelta: (bits, base) => {
      const way = bits.signed(0)
      if (way < -half || way >= half) throw new BadBits('an angle is out of range')
      return ((grid(base) + way + size) % size) * step
    },
    mix: (a, b, t) => (t <= 0 ? a : t >= 1 ? b : a + turn(a, b) * t),
    error: (shown, real) => turn(real, shown),
    offset: (value, error, scale) => value + error * scale,
  }
}

/** The part that all single values share: immutable, equal by ===, without anything between two of them. */
function discrete<T extends boolean | number | string>() {
  return {
    copy: (value: T) => value,
    same: (a: T, b: T) => a === b,
    mix: (a: T, b: T, t: number) => (t <= 0 ? a : b),
    compose: (_predicted: T, past: T, _me: number | null) => past,
    error: (_shown: T, real: T) => real,
    offset: (value: T, _error: T, _scale: number) => value,
  }
}

/** The numbers min, min + step, … max, told apart by their place on that grid. */
class Grid {
  readonly min: number
  readonly step: number
  readonly last: number
  readonly width: number
  constructor(min: number, max: number, step: number) {
    this.min = min
    this.step = step
    this.last = Math.round((max - min) / step)
    this.width = bitWidth(this.last)
    if (!(this.last >= 0 && this.last < 2 ** 32))
      throw new RangeError(`no grid from ${min} to ${max} by ${step}`)
  }
  place(value: number): number {
    const place = Math.round((value - this.min) / this.step)
    if (Number.isNaN(place)) return this.place(0)
    return place < 0 ? 0 : place > this.last ? this.last : place
  }
  at(place: number): number {
    return this.min + place * this.step
  }
}

/** Beyond this many bits a number is more likely scattered (random state) than near its last value. */
const widestStep = 22

function onGrid(grid: Grid) {
  const wide = grid.width > widestStep
  return {
    fresh: () => grid.at(grid.place(0)),
    quantise: (value: number) => grid.at(grid.place(value)),
    write: (bits: BitWriter, value: number) => bits.unsigned(grid.place(value), grid.width),
    read: (bits: BitReader) => grid.at(inRange(grid, bits.unsigned(grid.width))),
    writeDelta: (bits: BitWriter, value: number, base: number, _ticks: number) => {
      if (!wide) return bits.signed(grid.place(value) - grid.place(base), 0)
      bits.flag(value !== base)
      if (value !== base) bits.unsigned(grid.place(value), grid.width)
    },
    readDelta: (bits: BitReader, base: number, _ticks: number) => {
      if (!wide) return grid.at(inRange(grid, grid.place(base) + bits.signed(0)))
      return bits.flag() ? grid.at(inRange(grid, bits.unsigned(grid.width))) : base
    },
  }
}

function inRange(grid: Grid, place: number): number {
  if (place < 0 || place > grid.last) throw new BadBits('a number is out of range')
  return place
}
