/** `npm run bench:beside`: whether a busy main thread moves the ticks of the party that the app hosts. Writes docs/BESIDE.md. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../src/cli/build-stale.ts'
import { readyChromium } from '../../test/support/chromium-install.ts'
import { Child } from '../child.ts'
import { quantile } from '../figures.ts'
import type { Block } from './blocking.ts'
import { evennessOf, type Stretch } from './figures.ts'
import { besideTheWindow, inTheMainThread, type Place, runsOn } from './places.ts'
import { type Measured, reportOf } from './report.ts'

/** Short ones, in turn, so that whatever else runs on the machine meets all states alike. */
const rounds = 16
const blocks = 3
const blockMs = 500
const restMs = 100
const stretchMs = blocks * (blockMs + restMs)
/** What runs is compiled by then. */
const warmMs = 10_000

const node = (path: string, ...given: string[]) => [
  process.execPath,
  fileURLToPath(new URL(path, import.meta.url)),
  ...given,
]
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function measure(open: () => Promise<Place>): Promise<Measured> {
  const place = await open()
  try {
    const [watcher] = await Child.start(
      'the watcher',
      null,
      node('../load/probe.ts', 'romp', `${place.port}`),
    )
    const [sleeper] = await Child.start('the sleeper', null, node('../stillness.ts'))
    const during = async (meanwhile: () => Promise<unknown>): Promise<Stretch> => {
      const began = performance.now()
      await watcher.ask({ ask: 'begin' })
      await meanwhile()
      const { arrivals } = await watcher.ask({ ask: 'end' })
      return { came: arrivals as number[], ms: performance.now() - began }
    }
    await after(warmMs)
    const slept = sleepAlong(sleeper)
    const [quiet, waiting, busy]: [Stretch[], Stretch[], Stretch[]] = [[], [], []]
    for (let round = 1; round <= rounds; round++) {
      if (round % 4 === 1) console.log(`${place.title}: round ${round} of ${rounds}`)
      quiet.push(await during(() => after(stretchMs)))
      waiting.push(await during(() => blockAgainAndAgain(place, 'waiting')))
      busy.push(await during(() => blockAgainAndAgain(place, 'busy')))
    }
    const sleeps = await slept.end()
    await Promise.all([watcher.stop(), sleeper.stop()])
    const figures = { quiet: evennessOf(quiet), waiting: evennessOf(waiting), busy: evennessOf(busy) }
    return { title: place.title, figures, sleeper: quantile(sleeps, 0.5) }
  } finally {
    await place.end()
  }
}

/** How evenly a process goes on that only sleeps, asked again and again until `end`: p99 in milliseconds each time. */
function sleepAlong(sleeper: Child): { end(): Promise<number[]> } {
  const sleeps: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) sleeps.push(Number((await sleeper.ask({})).jitterP99))
  })()
  return {
    async end() {
      isOver = true
      await asking
      return sleeps
    },
  }
}

async function blockAgainAndAgain(place: Place, state: Block['state']): Promise<void> {
  for (let block = 0; block < blocks; block++) {
    await place.block({ state, ms: blockMs })
    await after(restMs)
  }
}

const chromium = await readyChromium()
if (chromium.ok) process.env.CHROMIUM_PATH = chromium.path
await buildIfStale()
const measured = [await measure(besideTheWindow), await measure(inTheMainThread)]
const report = reportOf(measured, { runsOn, stretchMs, rounds, blockMs, restMs })
console.log(`\n${report}`)
writeFileSync(fileURLToPath(new URL('../../docs/BESIDE.md', import.meta.url)), report)
