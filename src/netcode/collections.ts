/** The kinds that hold many of one kind: slots by number, and logs that only grow. */

import { BadBits, type BitReader, type BitWriter, bitWidth } from './bits.ts'
import type { Kind } from './kind.ts'

/** A value for each taken slot; the index is the slot's number, such as a player's seat. */
export type Slots<T> = (T | undefined)[]

/** Puts an item into a slot. Those before it that never were taken are filled with nothing: lists with holes skip them. */
export function fillSlot<T>(slots: Slots<T>, slot: number, item: T): void {
  while (slots.length < slot) slots.push(undefined)
  slots[slot] = item
}

export interface SlotsOptions {
  /** The slot numbered like a player's seat is that player's own: drawn from the prediction, for that player. */
  own?: boolean
}

/** Up to `capacity` slots, each empty or of the given kind. */
export function slots<T>(kind: Kind<T>, capacity: number, options: SlotsOptions = {}): Kind<Slots<T>> {
  const lengthWidth = bitWidth(capacity)
  const own = options.own ?? false

  const map = (value: Slots<T>, make: (item: T, slot: number) => T): Slots<T> => {
    const made: Slots<T> = new Array(value.length)
    for (let slot = 0; slot < value.length; slot++) {
      const item = value[slot]
      made[slot] = item === undefined ? undefined : make(item, slot)
    }
    return made
  }
  const sameTaken = (a: Slots<T>, b: Slots<T>): boolean => {
    if (a.length !== b.length) return false
    for (let slot = 0; slot < a.length; slot++)
      if ((a[slot] === undefined) !== (b[slot] === undefined)) return false
    return true
  }

  return {
    fresh: () => [],
    quantise(value) {
      if (value.length > capacity) value.length = capacity
      while (value.length > 0 && value[value.length - 1] === undefined) value.length--
      for (let slot = 0; slot < value.length; slot++) {
        const item = value[slot]
        value[slot] = item === undefined ? undefined : kind.quantise(item)
      }
      return value
    },
    copy: (value) => map(value, (item) => kind.copy(item)),
    same(a, b) {
      if (a === b) return true
      if (!sameTaken(a, b)) return false
      for (let slot = 0; slot < a.length; slot++) {
        const one = a[slot]
        const other = b[slot]
        if (one !== undefined && other !== undefined && !kind.same(one, other)) return false
      }
      return true
    },
    write(bits, value) {
      bits.unsigned(value.length, lengthWidth)
      for (const item of value) {
        bits.flag(item !== undefined)
        if (item !== undefined) kind.write(bits, item)
      }
    },
    read(bits) {
      const length = bits.unsigned(lengthWidth)
      if (length > capacity) throw new BadBits('more slots than there are')
      const value: Slots<T> = new Array(length)
      for (let slot = 0; slot < length; slot++) value[slot] = bits.flag() ? kind.read(bits) : undefined
      return endsTaken(value)
    },
    writeDelta(bits, value, base, ticks) {
      const taken = sameTaken(value, base)
      bits.flag(taken)
      if (!taken) {
        bits.unsigned(value.length, lengthWidth)
        for (const item of value) bits.flag(item !== undefined)
      }
      for (let slot = 0; slot < value.length; slot++) {
        const item = value[slot]
        if (item === undefined) continue
        const before = base[slot]
        if (before === undefined) kind.write(bits, item)
        else kind.writeDelta(bits, item, before, ticks)
      }
    },
    readDelta(bits, base, ticks) {
      const unchanged = bits.flag()
      const length = unchanged ? base.length : bits.unsigned(lengthWidth)
      if (length > capacity) throw new BadBits('more slots than there are')
      const taken: boolean[] = new Array(length)
      for (let slot = 0; slot < length; slot++)
        taken[slot] = unchanged ? base[slot] !== undefined : bits.flag()
      const value: Slots<T> = new Array(length)
      for (let slot = 0; slot < length; slot++) {
        const before = base[slot]
        if (!taken[slot]) value[slot] = undefined
        else value[slot] = before === undefined ? kind.read(bits) : kind.readDelta(bits, before, ticks)
      }
      return endsTaken(value)
    },
    mix: (a, b, t) =>
      a === b
        ? a
        : map(t <= 0 ? a : b, (item, slot) => {
            const one = a[slot]
            const other = b[slot]
            return one === undefined || other === undefined ? item : kind.mix(one, other, t)
          }),
    compose(predicted, past, me) {
      if (!own) return map(past, (item, slot) => kind.compose(predicted[slot] ?? item, item, me))
      if (me === null) return past
      const value = past.slice()
      while (value.length <= me) value.push(undefined)
      value[me] = predicted[me]
      return value
    },
    error: (shown, real) =>
      map(real, (item, slot) => {
        const before = shown[slot]
        return kind.error(before === undefined ? item : before, item)
      }),
    offset: (value, error, scale) =>
      map(value, (item, slot) => {
        const shift = error[slot]
        return shift === undefined ? item : kind.offset(item, shift, scale)
      }),
  }
}

/** No writer writes empty slots at the end. */
function endsTaken<T>(value: Slots<T>): Slots<T> {
  if (value.length > 0 && value[value.length - 1] === undefined) throw new BadBits('the last slot is empty')
  return value
}

/**
 * A list that only grows, such as a trail or a move list: a delta carries only what is new. Items must not change
 * once they are in it. Emptying it, for a new round, sends it anew.
 */
export function log<T>(kind: Kind<T>): Kind<T[]> {
  // How much of a list is quantised already: without it, every tick would go through the whole log again.
  const quantised = new WeakMap<T[], number>()
  const writeFrom = (bits: BitWriter, value: T[], from: number) => {
    bits.small(value.length - from, 1)
    for (let i = from; i < value.length; i++) kind.write(bits, value[i] as T)
  }
  const readOnto = (bits: BitReader, before: T[]): T[] => {
    const more = bits.small(1)
    if (more === 0) return before
    if (before.length + more > longestLog) throw new BadBits('a log is longer than any writer writes')
    const value = before.slice()
    for (let i = 0; i < more; i++) value.push(kind.read(bits))
    return value
  }
  return {
    fresh: () => [],
    quantise(value) {
      if (value.length > longestLog) value.length = longestLog
      const from = Math.min(quantised.get(value) ?? 0, value.length)
      for (let i = from; i < value.length; i++) value[i] = kind.quantise(value[i] as T)
      quantised.set(value, value.length)
      return value
    },
    copy(value) {
      const copy = value.slice()
      quantised.set(copy, quantised.get(value) ?? 0)
      return copy
    },
    same: (a, b) => a === b || (a.length === b.length && a.every((item, i) => kind.same(item, b[i] as T))),
    write: (bits, value) => writeFrom(bits, value, 0),
    read: (bits) => readOnto(bits, []),
    writeDelta(bits, value, base) {
      const grown = value.length >= base.length && beginsWith(kind, value, base)
      bits.flag(grown)
      writeFrom(bits, value, grown ? base.length : 0)
    },
    readDelta: (bits, base) => readOnto(bits, bits.flag() ? base : []),
    mix: (a, b, t) => (t <= 0 ? a : b),
    compose: (_predicted, past) => past,
    error: (_shown, real) => real,
    offset: (value) => value,
  }
}

const longestLog = 1 << 20

/** Whether `value` begins with all of `base`. A copy shares its items, so that this mostly compares identities. */
function beginsWith<T>(kind: Kind<T>, value: T[], base: T[]): boolean {
  for (let i = 0; i < base.length; i++) {
    if (value[i] !== base[i] && !kind.same(value[i] as T, base[i] as T)) return false
  }
  return true
}
