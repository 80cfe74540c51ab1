/**
 * The whole check in one command: types, lint, layers, build and every test, each named with its time, and a last
 * line that adds them up. `node test/run.ts STEP…` runs only some of them.
 */

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BuildError, buildIfStale } from '../src/cli/build-stale.ts'
import { readyChromium } from './support/chromium-install.ts'
import { readyTools } from './support/packaging/tools.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const results = join(root, 'test-results')
const tool = (path: string) => join(root, 'node_modules', path)

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** What a step came to; without counts of its own it is one check, passed or failed. */
type Outcome = Counts & { log: string }

interface Step {
  name: string
  run(): Promise<Outcome>
  /** Steps that this one is pointless without. */
  needs?: readonly string[]
}

const worlds = ['pure', 'node', 'web', 'test']

const steps: readonly Step[] = [
  ...worlds.map((world) => ({
    name: `types of ${world}`,
    run: () => check(tool('typescript-native/bin/tsc'), '-p', `tsconfig.${world}.json`),
  })),
  {
    name: 'lint',
    run: () =>
      check(tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=60', '.'),
  },
  {
    name: 'layers',
    run: () =>
      check(
        tool('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'src',
      ),
  },
  { name: 'build', run: () => check(join(root, 'src/cli/build.ts')) },
  { name: 'unit', run: () => tests('unit') },
  { name: 'matches', run: () => check(join(root, 'tools/matches.ts')) },
  { name: 'lan', run: () => tests('lan') },
  { name: 'e2e', needs: ['build'], run: () => inBrowser('e2e') },
  { name: 'desktop', needs: ['build'], run: () => inBrowser('desktop') },
  { name: 'package', needs: ['build'], run: () => packaged() },
]

const asked = process.argv.slice(2)
const chosen =
  asked.length === 0 ? steps : steps.filter(({ name }) => asked.includes(name.split(' ')[0] ?? ''))
if (chosen.length === 0) {
  console.error(`There is no such step. The steps are: ${steps.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const broken = new Set<string>()
for (const step of chosen) {
  const missing = step.needs?.find((need) => broken.has(need))
  const began = performance.now()
  const outcome = missing ? { ...nothing(), skipped: 1, log: `It needs the ${missing}.` } : await step.run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (outcome.failed > 0) broken.add(step.name)
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  if (outcome.log !== '') console.log(`\n${outcome.log.trim()}\n`)
  console.log(`${verdict(outcome).padEnd(8)}${step.name.padEnd(16)}${describe(outcome)}${seconds} s`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

function verdict(outcome: Outcome): string {
  if (outcome.failed > 0) return 'FAILED'
  return outcome.passed > 0 ? 'ok' : 'skipped'
}

function describe({ passed, failed, skipped }: Counts): string {
  if (passed + failed + skipped <= 1) return ''
  return `${[
    `${passed} passed`,
    failed > 0 ? `${failed} failed` : '',
    skipped > 0 ? `${skipped} skipped` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')} in `
}

function nothing(): Counts {
  return { passed: 0, failed: 0, skipped: 0 }
}

/** A program that is right or wrong as a whole; it is shown only when it is wrong. */
async function check(program: string, ...given: string[]): Promise<Outcome> {
  const { code, log } = await node([program, ...given], false)
  return code === 0 ? { ...nothing(), passed: 1, log: '' } : { ...nothing(), failed: 1, log }
}

async function inBrowser(project: string): Promise<Outcome> {
  const chromium = await readyChromium()
  if (!chromium.ok) return { ...nothing(), failed: 1, log: chromium.why }
  process.env.CHROMIUM_PATH = chromium.path
  try {
    await buildIfStale()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    return { ...nothing(), failed: 1, log: error.message }
  }
  return await tests(project)
}

async function packaged(): Promise<Outcome> {
  readyTools()
  return await inBrowser('package')
}

/** One vitest project; what it prints is shown as it comes, so that a test may report figures. */
async function tests(project: string): Promise<Outcome> {
  const file = join(results, `${project}.json`)
  const { code } = await node(
    [
      tool('vitest/vitest.mjs'),
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    true,
  )
  const counts = countsIn(file)
  // A suite that could not even be loaded, or a run that broke off, has no failed test to count.
  if (code !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, log: `The ${project} tests did not run through.` }
  return { ...counts, log: '' }
}

function countsIn(file: string): Counts {
  if (!existsSync(file)) return nothing()
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}

function node(given: string[], show: boolean): Promise<{ code: number; log: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, given, {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let log = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
    child.once('error', (error) => resolve({ code: 1, log: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, log }))
  })
}
