/** How evenly ticks come: by how much two snapshots in a row came apart from the period. */

import { quantile } from '../figures.ts'

const period = 1000 / 60

/** Milliseconds; the share is of the snapshots that were due. */
export interface Evenness {
  p50: number
  p99: number
  worst: number
  received: number
}

/** `runs`: when snapshots came, in milliseconds, in each of some stretches of `ms`. */
export function evennessOf(runs: readonly (readonly number[])[], ms: number): Evenness {
  const apart = runs.flatMap((came) => came.slice(1).map((at, i) => Math.abs(at - (came[i] ?? at) - period)))
  const count = runs.reduce((sum, came) => sum + came.length, 0)
  return {
    p50: quantile(apart, 0.5),
    p99: quantile(apart, 0.99),
    worst: Math.max(...apart),
    received: count / ((runs.length * ms) / period),
  }
}
