/** How evenly ticks come: by how much two snapshots in a row came apart from the period. */

import { quantile } from '../figures.ts'

const period = 1000 / 60

/** One stretch of time. */
export interface Stretch {
  /** When snapshots came, in milliseconds. */
  came: readonly number[]
  /** By how much a process that only sleeps woke apart from the period meanwhile, p99 in milliseconds. */
  sleeper: number
  /** How long it was, in milliseconds. */
  ms: number
}

/** Milliseconds: the medians of all stretches, and the worst of all. `received` is the share of the snapshots that were due. */
export interface Evenness {
  p50: number
  p99: number
  worst: number
  received: number
  sleeper: number
}

export function evennessOf(stretches: readonly Stretch[]): Evenness {
  const apart = stretches.map(({ came }) =>
    came.slice(1).map((at, i) => Math.abs(at - (came[i] ?? at) - period)),
  )
  const median = (values: readonly number[]) => quantile(values, 0.5)
  return {
    p50: median(apart.map((values) => quantile(values, 0.5))),
    p99: median(apart.map((values) => quantile(values, 0.99))),
    worst: Math.max(...apart.flat()),
    received: median(stretches.map(({ came, ms }) => came.length / (ms / period))),
    sleeper: median(stretches.map(({ sleeper }) => sleeper)),
  }
}
