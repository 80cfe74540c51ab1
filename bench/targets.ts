/** What Romp must reach, each with what was measured and whether it is there. */

import { contenders } from './contenders.ts'
import { ratios, type Sample, type Spread, spread } from './figures.ts'
import type { GameFigures } from './games.ts'
import type { RulesFigures } from './rules.ts'

export interface Results {
  samples: readonly Sample[]
  /** Romp at N 100, R 60, after a minute of play; none where that was not measured. */
  warm: readonly Sample[]
  /** The jitter (p99, ms) of a process that only sleeps, once a run. */
  stillness: readonly number[]
  /** Null where they were not measured. */
  rules: RulesFigures | null
  /** Each game at its maximum of players; none where they were not measured. */
  games: readonly GameFigures[]
  /** The browser's side as Markdown, or why there is none; null where it was not asked for. */
  browser: string | null
}

export interface Target {
  readonly figure: string
  readonly at: string
  readonly reach: string
  readonly measured: string
  /** Null where it was not measured. */
  readonly met: boolean | null
}

/** Where jitter is measured. */
export const smooth = { n: 100, r: 60 }

const mebi = 2 ** 20
/** More on the heap after ten minutes than after one, in bytes, is no longer flat. */
const flat = 256 * 1024

export function targetsOf(results: Results): Target[] {
  const { samples, rules, games } = results
  return [
    ratio(samples, 'cpu', 'ws-floor', { n: 100, r: 60 }, 1.15, 1),
    ratio(samples, 'cpu', 'ws-floor', { n: 400, r: 60 }, 1.15, 1),
    ratio(samples, 'cpu', 'colyseus', { n: 400, r: 60 }, 0.95),
    ratio(samples, 'cpu', 'colyseus', { n: 400, r: 20 }, 0.87),
    ratio(samples, 'cpu', 'json', { n: 400, r: 60 }, 0.62),
    ratio(samples, 'cpu', 'python', { n: 400, r: 20 }, 0.36),
    ratio(samples, 'bytesPerSnapshot', 'colyseus', { n: 100, r: 60 }, 0.15),
    ratio(samples, 'bytesPerSnapshot', 'json', { n: 100, r: 60 }, 0.015, 0.01),
    rate(samples),
    below(
      'input seen by another client, p50',
      { n: 100, r: 60 },
      1000 / 60 / 2 + 1.5,
      samples,
      (s) => s.seenP50,
    ),
    below('input seen by another client, p99', { n: 100, r: 60 }, 1000 / 60 + 1.5, samples, (s) => s.seenP99),
    jitter(results),
    memory(samples),
    below('join to first full snapshot, median', { n: 400, r: 60 }, 100, samples, (s) => s.joinMedian),
    below('join to first full snapshot, worst', { n: 400, r: 60 }, 100, samples, (s) => s.joinWorst),
    tickWork(rules),
    heap(rules),
    gameTick(games),
    gameBytes(games),
  ]
}

type Cell = { n: number; r: number }

const place = ({ n, r }: Cell) => `N ${n}, R ${r}`

const names = { cpu: 'host CPU per client × snapshot', bytesPerSnapshot: 'payload bytes' } as const

function ratio(
  samples: readonly Sample[],
  of: keyof typeof names,
  over: string,
  cell: Cell,
  limit: number,
  aim?: number,
): Target {
  const found = ratios(samples, { ...cell, of: 'romp', over, figure: (sample) => sample[of] })
  const digits = of === 'cpu' ? 2 : 4
  return {
    figure: `${names[of]}, against ${contenders.find(({ id }) => id === over)?.title ?? over}`,
    at: place(cell),
    reach: `${limit}${aim === undefined ? '' : ` (aim: ${of === 'cpu' ? 'below ' : ''}${aim})`}`,
    ...judged(found, limit, (value) => value.toFixed(digits)),
  }
}

function below(
  figure: string,
  cell: Cell,
  limit: number,
  samples: readonly Sample[],
  read: (sample: Sample) => number | null,
): Target {
  const found = spread(romps(samples, cell).map(read))
  return {
    figure,
    at: place(cell),
    reach: `${Number(limit.toFixed(1))} ms`,
    ...judged(found, limit, (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`),
  }
}

/** Beside it what a host shows that has just begun, and what the machine does to a process that has nothing to do. */
function jitter({ samples, warm, stillness }: Results): Target {
  const of = (sample: Sample) => sample.jitterP99
  const target = below('snapshot jitter after a minute, p99', smooth, 1, warm, of)
  const young = spread(romps(samples, smooth).map(of))
  const still = spread(stillness)
  if (target.met === null || !young || !still) return target
  const beside = `its first seconds: ${young.median.toFixed(2)} ms; a process that only sleeps: ${still.median.toFixed(2)} ms`
  return { ...target, measured: `${target.measured}; ${beside}` }
}

/** The client that is furthest off, in the cell where it is furthest off. */
function rate(samples: readonly Sample[]): Target {
  let worst: { off: number; at: Cell } | null = null
  for (const sample of samples) {
    if (sample.contender !== 'romp') continue
    const off = spread(romps(samples, sample).map(({ worstRate, r }) => Math.abs(worstRate / r - 1)))
    if (off && (!worst || off.median > worst.off)) worst = { off: off.median, at: sample }
  }
  return {
    figure: 'snapshot rate received, worst client',
    at: 'every N, R',
    reach: 'within 0.2 % of R',
    measured: worst ? `${(worst.off * 100).toFixed(2)} % off at most (${place(worst.at)})` : '',
    met: worst ? worst.off <= 0.002 : null,
  }
}

function memory(samples: readonly Sample[]): Target {
  const found = spread(
    samples.filter(({ contender, n }) => contender === 'romp' && n === 400).map((s) => s.memory),
  )
  return {
    figure: 'host memory',
    at: 'N 400',
    reach: '90 MiB',
    ...judged(found, 90 * mebi, (value) => `${(value / mebi).toFixed(0)} MiB`),
  }
}

function tickWork(rules: RulesFigures | null): Target {
  return {
    figure: "a tick's work in the rules, median",
    at: 'meadow, 100 bodies',
    reach: '0.3 ms',
    measured: rules ? `${rules.median.toFixed(3)} ms (p99 ${rules.p99.toFixed(3)} ms)` : '',
    met: rules ? rules.median < 0.3 : null,
  }
}

function heap(rules: RulesFigures | null): Target {
  const kibi = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`
  const grown = rules ? (rules.heap.at(-1) ?? 0) - (rules.heap[0] ?? 0) : 0
  return {
    figure: 'the heap over ten minutes of ticks',
    at: 'meadow, 100 bodies',
    reach: 'flat',
    measured: rules ? `${grown < 0 ? '−' : '+'}${kibi(Math.abs(grown))} from minute 1 to 10` : '',
    met: rules ? grown <= flat : null,
  }
}

/** The game whose tick costs most. */
function gameTick(games: readonly GameFigures[]): Target {
  const dearest = [...games].sort((a, b) => b.median - a.median)[0]
  return {
    figure: "a game's tick on the host, median",
    at: 'each game, most players',
    reach: '1 ms',
    measured: dearest ? `${dearest.median.toFixed(3)} ms at most (${dearest.game}, ${dearest.players})` : '',
    met: dearest ? dearest.median < 1 : null,
  }
}

/** The game that comes closest to its own budget of bytes. */
function gameBytes(games: readonly GameFigures[]): Target {
  const closest = [...games].sort((a, b) => b.bytes / b.budget - a.bytes / a.budget)[0]
  return {
    figure: 'snapshot bytes per player and second',
    at: 'each game, most players',
    reach: 'its budget',
    measured: closest ? `${closest.bytes.toFixed(1)} of ${closest.budget} at most (${closest.game})` : '',
    met: closest ? closest.bytes <= closest.budget : null,
  }
}

function romps(samples: readonly Sample[], { n, r }: Cell): Sample[] {
  return samples.filter((sample) => sample.contender === 'romp' && sample.n === n && sample.r === r)
}

function judged(found: Spread | null, limit: number, show: (value: number) => string) {
  if (!found) return { measured: '', met: null }
  const { median, min, max } = found
  const range = min === max ? '' : ` (${show(min)} – ${show(max)})`
  return { measured: `${show(median)}${range}`, met: median <= limit }
}
