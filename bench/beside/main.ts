/** `npm run bench:beside`: whether a busy main thread moves the ticks of the party that the app hosts. Writes docs/BESIDE.md. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../src/cli/build-stale.ts'
import { readyChromium } from '../../test/support/chromium-install.ts'
import { Child } from '../child.ts'
import { evennessOf } from './figures.ts'
import { besideTheWindow, inTheMainThread, type Place, runsOn } from './places.ts'
import { type Measured, reportOf } from './report.ts'

const rounds = 4
const seconds = 10
/** What runs is compiled by then. */
const warmSeconds = 10
const blockMs = 500
const restMs = 500

const probe = fileURLToPath(new URL('../load/probe.ts', import.meta.url))
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** When snapshots came, in milliseconds of the watcher's clock. */
type Stretch = readonly number[]

async function measure(open: () => Promise<Place>): Promise<Measured> {
  const place = await open()
  try {
    const [watcher] = await Child.start('the watcher', null, [
      process.execPath,
      probe,
      'romp',
      `${place.port}`,
    ])
    try {
      await after(warmSeconds * 1000)
      const quiet: Stretch[] = []
      const blocked: Stretch[] = []
      for (let round = 1; round <= rounds; round++) {
        console.log(`${place.title}: round ${round} of ${rounds}`)
        quiet.push(await stretch(watcher, () => after(seconds * 1000)))
        blocked.push(await stretch(watcher, () => blockAgainAndAgain(place)))
      }
      const figures = (runs: readonly Stretch[]) => evennessOf(runs, seconds * 1000)
      return { title: place.title, quiet: figures(quiet), blocked: figures(blocked) }
    } finally {
      await watcher.stop()
    }
  } finally {
    await place.end()
  }
}

async function stretch(watcher: Child, meanwhile: () => Promise<unknown>): Promise<Stretch> {
  await watcher.ask({ ask: 'begin' })
  await meanwhile()
  const { arrivals } = await watcher.ask({ ask: 'end' })
  return arrivals as number[]
}

async function blockAgainAndAgain(place: Place): Promise<void> {
  const until = performance.now() + seconds * 1000
  while (performance.now() + blockMs <= until) {
    await place.block(blockMs)
    await after(Math.min(restMs, Math.max(0, until - performance.now())))
  }
}

const chromium = await readyChromium()
if (chromium.ok) process.env.CHROMIUM_PATH = chromium.path
await buildIfStale()
const measured = [await measure(besideTheWindow), await measure(inTheMainThread)]
const report = reportOf(measured, { runsOn, seconds, rounds, blockMs, restMs })
console.log(`\n${report}`)
writeFileSync(fileURLToPath(new URL('../../docs/BESIDE.md', import.meta.url)), report)
