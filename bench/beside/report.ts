/** The tables of docs/BESIDE.md. */

import { cpus } from 'node:os'
import { table } from '../report.ts'
import type { Block } from './blocking.ts'
import type { Evenness } from './figures.ts'

/** The most by which a blocked main thread may move the 99th percentile, in milliseconds. */
const mostMoved = 2

/** A quiet machine lets a sleeper go on more evenly than this, p99 in milliseconds. */
const stillEnough = 4

export interface Measured {
  title: string
  figures: Record<State, Evenness>
  /** By how much a process that only sleeps woke apart from the period meanwhile: p99 in milliseconds. */
  sleeper: number
}

/** What the main thread does meanwhile. */
type State = 'quiet' | Block['state']
const states = ['quiet', 'waiting', 'busy'] as const

export interface Made {
  runsOn: string
  /** How long each state was measured at a time, and how often. */
  stretchMs: number
  rounds: number
  blockMs: number
  restMs: number
}

export function reportOf(places: readonly Measured[], made: Made): string {
  const [beside] = places
  if (!beside) throw new Error('nothing was measured')
  return `# The host beside the window

Written by \`npm run bench:beside\`. A desktop app hosts a party; a client in another process notes when its snapshots come, 60 a
second. The app's main thread is *quiet*, or held up for ${made.blockMs} ms again and again, with ${made.restMs} ms between: *waiting*, as a
menu, a dialog or a dragged window lets it, or *busy*, which takes a whole core from everything else on the machine as well.
For comparison, a host that runs in the thread that is held up.

- ${new Date().toISOString().slice(0, 10)}, node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores
- the app ran on ${made.runsOn}
- ${made.rounds} rounds; in each, ${(made.stretchMs / 1000).toFixed(1)} s of every state, in turn
- a process that did nothing but sleep from tick to tick meanwhile: p99 ${beside.sleeper.toFixed(2)} ms; no host can be better than that

${table(
  ['host', 'main thread', 'p50, ms', 'p99, ms', 'worst, ms', 'snapshots received'],
  places.flatMap(({ title, figures }) => states.map((state) => row(title, state, figures[state]))),
)}

By so many milliseconds two snapshots in a row came apart from the period of 16.7 ms.${
    beside.sleeper > stillEnough
      ? ' **Something else was running on this machine, as the process that only sleeps shows: these figures say little.**'
      : ''
  }

${table(
  ['p99 of the host beside the window', 'to reach', 'measured', ''],
  (['waiting', 'busy'] as const).map((state) => {
    const moved = beside.figures[state].p99 - beside.figures.quiet.p99
    return [
      `${state}, less quiet`,
      `${mostMoved} ms at most`,
      `${moved < 0 ? '−' : '+'}${Math.abs(moved).toFixed(2)} ms`,
      moved <= mostMoved ? 'met' : '**fell short**',
    ]
  }),
)}
`
}

function row(title: string, state: string, { p50, p99, worst, received }: Evenness): string[] {
  return [title, state, p50.toFixed(2), p99.toFixed(2), worst.toFixed(1), `${(received * 100).toFixed(1)} %`]
}
