/** `npm run bench`: Romp against its floors and its peers, on this machine, in one run. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FlagError, parseFlags, whole } from '../src/cli/flags.ts'
import { matchGames } from '../src/games/index.ts'
import { bundleAll } from './bundle.ts'
import { Child } from './child.ts'
import { climb, stayLong } from './climb.ts'
import { type Contender, contenders } from './contenders.ts'
import { keptWaiting, rates, type Sample, sizes } from './figures.ts'
import type { GameFigures } from './games.ts'
import { installPeers } from './install.ts'
import { gamesTable, reportOf } from './report.ts'
import type { RulesFigures } from './rules.ts'
import { type Results, smooth } from './targets.ts'

const usage = `npm run bench: Romp against its floors and its peers

  npm run bench                    everything, kept in docs/BENCHMARKS.md
  npm run bench -- --quick         one run, fewer sizes
  npm run bench -- --games         only what each game costs

  --only ${contenders.map(({ id }) => id).join(',')}
  --n LIST      of ${sizes.join(', ')}
  --r LIST      of ${rates.join(', ')}
  --runs N      3, or 1 with --quick
  --warm        Romp after a minute of play too, where not everything is measured
  --keep        keep the table though it is not whole
`
const kept = fileURLToPath(new URL('../docs/BENCHMARKS.md', import.meta.url))
const gamesFile = fileURLToPath(new URL('games.ts', import.meta.url))
const rulesFile = fileURLToPath(new URL('rules.ts', import.meta.url))
const stillnessFile = fileURLToPath(new URL('stillness.ts', import.meta.url))

interface Plan {
  /** Only what each game costs. */
  games: boolean
  who: readonly Contender[]
  sizes: readonly number[]
  rates: readonly number[]
  runs: number
  /** Whether every cell is measured that a target names. */
  whole: boolean
  keep: boolean
  /** Whether Romp is measured after a minute of play too. */
  warm: boolean
  /** Cells beyond those that a contender is always measured at. */
  everywhere: boolean
}

try {
  await bench(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof FlagError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function bench(argv: readonly string[]): Promise<void> {
  const plan = planOf(argv)
  if (!plan) {
    console.log(usage)
    return
  }
  if (plan.games) {
    console.log(gamesTable(await measureGames()))
    return
  }
  const began = performance.now()
  installPeers()
  await bundleAll()
  const rules = plan.whole ? ((await askOnce('the rules', rulesFile, ['--expose-gc'])) as RulesFigures) : null
  const games = plan.whole ? await measureGames() : []
  const samples: Sample[] = []
  const stillness: number[] = []
  for (let run = 0; run < plan.runs; run++) {
    const { jitterP99 } = (await askOnce('the sleeper', stillnessFile)) as { jitterP99: number }
    stillness.push(jitterP99)
    samples.push(...(await oneRun(plan, run)))
  }
  const warm = plan.warm ? await warmed() : []
  const browser = plan.whole ? await browserSide() : null
  const results: Results = { samples, warm, stillness, rules, games, browser }
  const report = reportOf(results, plan.runs)
  console.log(`\n${report}`)
  console.log(`It took ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`)
  if (plan.whole || plan.keep) writeFileSync(kept, report)
}

/** Every contender once, at each rate; every other run goes the other way round. */
async function oneRun({ who, sizes, rates, runs, everywhere }: Plan, run: number): Promise<Sample[]> {
  const samples: Sample[] = []
  const order = run % 2 === 0 ? who : [...who].reverse()
  for (const r of rates) {
    for (const contender of order) {
      const at = sizes.filter((n) => everywhere || isUsual(contender, n, r))
      const command = contender.command()
      if (command === null || at.length === 0) continue
      const climbed = await twice(() => climb(contender, command, { r, run, sizes: at }))
      for (const sample of climbed) console.log(`run ${run + 1} of ${runs}  ${lineOf(sample)}`)
      samples.push(...climbed)
    }
  }
  return samples
}

/** Romp when all that it runs is compiled: what people play on for hours. */
async function warmed(): Promise<Sample[]> {
  console.log('A minute of play …')
  const romp = contenders.find(({ kind }) => kind === 'romp')
  const command = romp?.command()
  if (!romp || !command) throw new Error('Romp is no contender.')
  const samples = await twice(() => stayLong(romp, command, smooth))
  for (const sample of samples) console.log(`after a minute  ${lineOf(sample)}`)
  return samples
}

/** A machine may stumble; what fails twice fails. */
async function twice<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    console.log(`Once more, since: ${error instanceof Error ? error.message : error}`)
    return await attempt()
  }
}

function isUsual({ cells }: Contender, n: number, r: number): boolean {
  return cells?.some((cell) => cell.n === n && cell.r === r) ?? true
}

async function measureGames(): Promise<GameFigures[]> {
  const figures: GameFigures[] = []
  for (const { id } of matchGames)
    figures.push((await askOnce(id, gamesFile, [], { game: id })) as GameFigures)
  return figures
}

/** What a program answers that is asked once, on the server's core. */
async function askOnce(
  name: string,
  path: string,
  flags: readonly string[] = [],
  question: Record<string, unknown> = {},
): Promise<unknown> {
  const [child] = await Child.start(name, 'server', [process.execPath, ...flags, path])
  try {
    return await child.ask(question)
  } finally {
    await child.stop()
  }
}

/** What needs a browser is loaded only where it is measured. */
async function browserSide(): Promise<string> {
  console.log('In the browser …')
  try {
    const [{ measureBrowser }, { browserTables }] = await Promise.all([
      import('./browser/measure.ts'),
      import('./browser/figures.ts'),
    ])
    return browserTables(await measureBrowser())
  } catch (error) {
    return `Not measured: ${error instanceof Error ? error.message : error}`
  }
}

/** Null where help is asked for. */
function planOf(argv: readonly string[]): Plan | null {
  const values = parseFlags(argv, {
    only: { type: 'string' },
    n: { type: 'string' },
    r: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean' },
    games: { type: 'boolean' },
    keep: { type: 'boolean' },
    warm: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  })
  if (values.help) return null
  const quick = values.quick === true
  const part = values.only !== undefined || values.n !== undefined || values.r !== undefined
  const ids = listOf(
    '--only',
    values.only,
    contenders.map(({ id }) => id),
  )
  return {
    games: values.games === true,
    who: contenders.filter(({ id }) => ids.includes(id)),
    sizes: listOf('--n', values.n, sizes.map(String), quick ? ['10', '100', '400'] : undefined).map(Number),
    rates: listOf('--r', values.r, rates.map(String), quick ? ['60'] : undefined).map(Number),
    runs: whole('--runs', values.runs ?? (quick ? '1' : '3'), 1, 50),
    whole: !quick && !part,
    warm: values.warm === true || (!quick && !part),
    keep: values.keep === true,
    everywhere: values.only !== undefined,
  }
}

function listOf(
  flag: string,
  given: string | undefined,
  known: readonly string[],
  usual = known,
): readonly string[] {
  if (given === undefined) return usual
  const asked = given.split(',').map((one) => one.trim())
  const stranger = asked.find((one) => !known.includes(one))
  if (stranger !== undefined)
    throw new FlagError(`${flag} takes some of ${known.join(', ')}, not "${stranger}".`)
  return known.filter((one) => asked.includes(one))
}

function lineOf({
  waited,
  contender,
  n,
  r,
  cpu,
  bytesPerSnapshot,
  rate,
  seenP50,
  jitterP99,
  busy,
  loadBusy,
}: Sample): string {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`
  return [
    contender.padEnd(10),
    `N ${n}`.padEnd(6),
    `R ${r} `,
    `${cpu.toFixed(2)} µs`.padStart(10),
    `${bytesPerSnapshot.toFixed(1)} B`.padStart(11),
    `${rate.toFixed(2)} Hz`.padStart(9),
    seenP50 === null ? '' : `seen ${seenP50.toFixed(1)} ms`,
    `jitter ${jitterP99.toFixed(2)} ms`,
    `host ${percent(busy)}`,
    `load ${percent(loadBusy)}`,
    waited > keptWaiting ? `kept waiting ${percent(waited)}` : '',
  ].join('  ')
}
