/** How soon after a bad network turned good others are drawn no later than a good network asks for. */

import type { Played } from './play.ts'
import { most, quantile } from './samples.ts'

/** Settled is whatever the last so many milliseconds show. */
const settledFor = 3000
/** Within so many milliseconds of where it settles, it is down. */
const close = 10
const window = 100

export interface Recovery {
  /** How old the picture of others is, in milliseconds, so many seconds after the network turned; the oldest of all players'. */
  readonly past: readonly { readonly after: number; readonly age: number }[]
  /** Milliseconds until everyone's picture is as old as it stays. */
  readonly drawn: number
  /** The same, for the interpolation delay that the client wants. */
  readonly wanted: number
}

export function recoveryOf(played: Played): Recovery {
  const { host, clients, profile } = played
  const begin = clients[0]?.frames[0]?.now ?? 0
  const turned = begin + (profile.turns?.after ?? 0)
  const drawn = series(
    clients.flatMap(({ frames }) =>
      frames.map(({ now, seen }) => ({ at: now - turned, value: (host.tickAt(now) - seen) * host.period })),
    ),
  )
  const wanted = series(
    clients.flatMap(({ frames }) => frames.map(({ now, delay }) => ({ at: now - turned, value: delay }))),
  )
  return {
    past: [0, 1, 2, 3, 4, 6].map((after) => ({ after, age: drawn.get(after * 1000) ?? Number.NaN })),
    drawn: downAfter(drawn),
    wanted: downAfter(wanted),
  }
}

/** The most of each tenth of a second, by when it begins. */
function series(values: readonly { at: number; value: number }[]): Map<number, number> {
  const bins = new Map<number, number[]>()
  for (const { at, value } of values) {
    const bin = Math.floor(at / window) * window
    const here = bins.get(bin)
    if (here) here.push(value)
    else bins.set(bin, [value])
  }
  return new Map([...bins].sort(([a], [b]) => a - b).map(([at, all]) => [at, most(all)]))
}

function downAfter(values: Map<number, number>): number {
  const end = Math.max(...values.keys())
  const settled = quantile(
    [...values].filter(([at]) => at > end - settledFor).map(([, value]) => value),
    0.5,
  )
  const high = [...values].filter(([at, value]) => at >= 0 && value > settled + close)
  return high.length === 0 ? 0 : Math.max(...high.map(([at]) => at)) + window
}
