/** The tables of docs/BENCHMARKS.md. */

import { cpus } from 'node:os'
import { pinning } from './child.ts'
import { contenders } from './contenders.ts'
import { keptWaiting, overloaded, rates, ratios, type Sample, type Spread, sizes, spread } from './figures.ts'
import type { GameFigures } from './games.ts'
import { type Results, targetsOf } from './targets.ts'

/** A host that takes more of its core than this has no more to give: what it sent is what it could. */
const exhausted = 0.97
const mebi = 2 ** 20

export function reportOf(results: Results, runs: number): string {
  const { samples } = results
  const absent = contenders.filter(({ command }) => command() === null)
  return [
    '# Measured against peers',
    '',
    'Written by `npm run bench`. One workload for all: N players in one room hold a direction for about half a second and take',
    'another; the server moves everyone 60 times a second and broadcasts R times a second. Romp plays by its real rules',
    '(momentum, collisions, rounding, the ball), the others move by one simple rule. A client says its input 20 times a second;',
    "Romp's when it changes and 6 times a second. The floors compute nothing: they send one frame of 8 + 4N bytes to all.",
    'Servers are measured seconds after their start, while their language still compiles them on the one core that they have;',
    'how evenly snapshots come is judged after a minute of play, when that is over.',
    '',
    `- ${new Date().toISOString().slice(0, 10)}, node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`,
    `- ${pinning}`,
    `- ${runs} interleaved ${runs === 1 ? 'run' : 'runs'}; each figure is the median of them, with the least and the most`,
    ...absent.map(({ title }) => `- ${title} is not installed here, and not measured`),
    '',
    '## What Romp must reach',
    '',
    table(
      ['figure', 'at', 'to reach', 'measured', ''],
      targetsOf(results).map(({ figure, at, reach, measured, met }) => [
        ...[figure, at, reach, measured || 'not measured'],
        met === null ? '–' : met ? 'met' : '**fell short**',
      ]),
    ),
    '',
    "## Romp's host CPU per client and snapshot, as a share of others'",
    '',
    shareTable(samples, ({ cpu }) => cpu, 2),
    '',
    "## Romp's payload bytes per snapshot, as a share of others'",
    '',
    shareTable(samples, ({ bytesPerSnapshot }) => bytesPerSnapshot, 4),
    '',
    ...rates
      .filter((r) => samples.some((sample) => sample.r === r))
      .flatMap((r) => [`## At R ${r}`, '', cellTable(samples, r), '']),
    '- *CPU*: µs of the host process per client and snapshot. *Payload*: bytes per client and second.',
    '- *Received*: snapshots a second of the median client, and of the one furthest from R.',
    '- *Seen*: ms from an input to its being seen by another client, p50 / p99. *Jitter*: ms by which snapshots came apart',
    '  from the period, p99. *Join*: ms from dialling to the first full snapshot in a full room, median / worst.',
    `- † the load took more than ${overloaded * 100} % of its core: it may have been the bottleneck.`,
    '- ‡ the host had no more of its core to give.',
    `- § the host was kept off its core for more than ${keptWaiting * 100} % of the time: something else was running on this machine.`,
    '',
    ...(results.games.length === 0
      ? []
      : ['## Each game at its maximum of players', '', gamesTable(results.games), '']),
    ...(results.browser === null ? [] : ['## In the browser', '', results.browser, '']),
  ].join('\n')
}

/** What each game costs the host, and what it tells. */
export function gamesTable(games: readonly GameFigures[]): string {
  const rows = games.map(({ game, players, median, p99, bytes, budget }) => [
    ...[game, `${players}`, median.toFixed(3), p99.toFixed(3), bytes.toFixed(1), `${budget}`],
  ])
  return [
    table(['', 'players', 'tick p50 (ms)', 'tick p99', 'bytes per player and second', 'its budget'], rows),
    '',
    'All players are bots, who are part of the tick, as are rounding and snapshots. A client is told that many bytes a second',
    'for each player of the match.',
  ].join('\n')
}

function shareTable(samples: readonly Sample[], figure: (sample: Sample) => number, digits: number): string {
  const rows = contenders.flatMap(({ id, title, kind }) =>
    rates.flatMap((r) => {
      const row = sizes.map((n) => {
        const found = kind === 'romp' ? null : ratios(samples, { n, r, of: 'romp', over: id, figure })
        return found ? withRange(found, digits) : ''
      })
      return row.every((cell) => cell === '') ? [] : [[title, `${r}`, ...row]]
    }),
  )
  return table(['against', 'R', ...sizes.map((n) => `N ${n}`)], rows)
}

function withRange({ median, min, max }: Spread, digits: number): string {
  const range = min === max ? '' : ` (${min.toFixed(digits)}–${max.toFixed(digits)})`
  return `${median.toFixed(digits)}${range}`
}

function cellTable(samples: readonly Sample[], r: number): string {
  const rows = contenders.flatMap(({ id, title }) =>
    sizes.flatMap((n) => {
      const at = samples.filter((sample) => sample.contender === id && sample.n === n && sample.r === r)
      return at.length === 0 ? [] : [cellRow(title, n, at)]
    }),
  )
  return table(
    [
      '',
      'N',
      'CPU',
      'payload',
      'received',
      'seen',
      'jitter',
      'memory, MiB',
      'join',
      'host’s core',
      'load’s core',
    ],
    rows,
  )
}

function cellRow(title: string, n: number, samples: readonly Sample[]): string[] {
  const of = (read: (sample: Sample) => number | null, digits: number, ranged = false) => {
    const found = spread(samples.map(read))
    if (!found) return ''
    return ranged ? withRange(found, digits) : found.median.toFixed(digits)
  }
  const pair = (...both: string[]) => (both.every((one) => one === '') ? '–' : both.join(' / '))
  const marks = [
    samples.some(({ loadBusy }) => loadBusy > overloaded) ? '†' : '',
    samples.some(({ busy }) => busy > exhausted) ? '‡' : '',
    samples.some(({ waited }) => waited > keptWaiting) ? '§' : '',
  ].join('')
  return [
    `${title}${marks === '' ? '' : ` ${marks}`}`,
    `${n}`,
    of(({ cpu }) => cpu, 2, true),
    of(({ bytesPerSecond }) => bytesPerSecond, 0, true),
    pair(
      of(({ rate }) => rate, 2),
      of(({ worstRate }) => worstRate, 2),
    ),
    pair(
      of(({ seenP50 }) => seenP50, 1),
      of(({ seenP99 }) => seenP99, 1),
    ),
    of(({ jitterP99 }) => jitterP99, 2),
    of(({ memory }) => memory / mebi, 0),
    pair(
      of(({ joinMedian }) => joinMedian, 0),
      of(({ joinWorst }) => joinWorst, 0),
    ),
    `${of(({ busy }) => busy * 100, 0)} %`,
    `${of(({ loadBusy }) => loadBusy * 100, 0)} %`,
  ]
}

/** A Markdown table whose columns line up, so that it can be read as text too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(3, title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
