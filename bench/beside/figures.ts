/** How evenly ticks come: by how much two snapshots in a row came apart from the period. */

import { quantile } from '../figures.ts'

const period = 1000 / 60

/** One stretch of time: when snapshots came in it, and how long it was, in milliseconds. */
export interface Stretch {
  came: readonly number[]
  ms: number
}

/** Milliseconds; `received` is the share of the snapshots that were due. */
export interface Evenness {
  p50: number
  p99: number
  worst: number
  received: number
}

/** Of all stretches together. */
export function evennessOf(stretches: readonly Stretch[]): Evenness {
  const apart = stretches.flatMap(({ came }) =>
    came.slice(1).map((at, i) => Math.abs(at - (came[i] ?? at) - period)),
  )
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  const count = sum(stretches.map(({ came }) => came.length))
  return {
    p50: quantile(apart, 0.5),
    p99: quantile(apart, 0.99),
    worst: Math.max(...apart),
    received: count / (sum(stretches.map(({ ms }) => ms)) / period),
  }
}
