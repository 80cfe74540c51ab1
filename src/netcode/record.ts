/** The kind of an object with named fields, each of a kind of its own. */

import type { Infer, Kind } from './kind.ts'

type RecordOf<F> = { -readonly [Name in keyof F]: Infer<F[Name]> }

export interface RecordOptions<R> {
  /**
   * Where this record would be a tick later if nothing new happened to it; changes it in place. Deltas are taken
   * from there, so that what merely moves on costs one bit. Both ends compute it and must agree to the last bit:
   * only + − × ÷, comparisons and Math.sqrt may be used, which are exact everywhere.
   */
  motion?(record: R): void
  /** Drawn from the prediction for everyone, such as a ball that one's own kick must move at once. */
  ahead?: boolean
}

/** Motion is carried on for so many ticks at most; whoever is further behind is told more. */
const longestMotion = 8

export function record<F extends { [Name in keyof F]: Kind<never> | Kind<unknown> }>(
  fields: F,
  options: RecordOptions<RecordOf<F>> = {},
): Kind<RecordOf<F>> {
  type R = RecordOf<F>
  const names = Object.keys(fields) as (keyof F & keyof R)[]
  const kinds = names.map((name) => fields[name] as unknown as Kind<R[keyof R]>)
  const { motion, ahead = false } = options
  const size = names.length

  const each = (make: (kind: Kind<R[keyof R]>, name: keyof R) => R[keyof R]): R => {
    const made = {} as R
    for (let i = 0; i < size; i++) {
      const name = names[i] as keyof R
      made[name] = make(kinds[i] as Kind<R[keyof R]>, name)
    }
    return made
  }

  const self: Kind<R> = {
    fresh: () => each((kind) => kind.fresh()),
    quantise(value) {
      for (let i = 0; i < size; i++) {
        const name = names[i] as keyof R
        value[name] = (kinds[i] as Kind<R[keyof R]>).quantise(value[name])
      }
      return value
    },
    copy: (value) => each((kind, name) => kind.copy(value[name])),
    same(a, b) {
      if (a === b) return true
      for (let i = 0; i < size; i++) {
        const name = names[i] as keyof R
        if (!(kinds[i] as Kind<R[keyof R]>).same(a[name], b[name])) return false
      }
      return true
    },
    write(bits, value) {
      for (let i = 0; i < size; i++) (kinds[i] as Kind<R[keyof R]>).write(bits, value[names[i] as keyof R])
    },
    read: (bits) => each((kind) => kind.read(bits)),
    writeDelta(bits, value, base, ticks) {
      const expected = moved(base, ticks)
      const changed = !self.same(value, expected)
      bits.flag(changed)
      if (!changed) return
      for (let i = 0; i < size; i++) {
        const name = names[i] as keyof R
        ;(kinds[i] as Kind<R[keyof R]>).writeDelta(bits, value[name], expected[name], ticks)
      }
    },
    readDelta(bits, base, ticks) {
      const expected = moved(base, ticks)
      if (!bits.flag()) return expected
      return each((kind, name) => kind.readDelta(bits, expected[name], ticks))
    },
    mix: (a, b, t) => (a === b ? a : each((kind, name) => kind.mix(a[name], b[name], t))),
    compose: ahead
      ? (predicted) => predicted
      : (predicted, past, me) => each((kind, name) => kind.compose(predicted[name], past[name], me)),
    error: (shown, real) => each((kind, name) => kind.error(shown[name], real[name])),
    offset: (value, error, scale) => each((kind, name) => kind.offset(value[name], error[name], scale)),
  }

  function moved(base: R, ticks: number): R {
    if (!motion) return base
    const expected = self.copy(base)
    for (let tick = Math.min(ticks, longestMotion); tick > 0; tick--) {
      motion(expected)
      self.quantise(expected)
    }
    return expected
  }

  return self
}
