/** `npm run bench:beside`: whether a busy main thread moves the ticks of the party that the app hosts. Writes docs/BESIDE.md. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../src/cli/build-stale.ts'
import { readyChromium } from '../../test/support/chromium-install.ts'
import { Child } from '../child.ts'
import type { Block } from './blocking.ts'
import { evennessOf, type Stretch } from './figures.ts'
import { besideTheWindow, inTheMainThread, type Place, runsOn } from './places.ts'
import { type Measured, reportOf } from './report.ts'

const rounds = 3
const seconds = 10
/** What runs is compiled by then. */
const warmSeconds = 10
const blockMs = 500
const restMs = 500

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
      const [{ jitterP99 }] = await Promise.all([sleeper.ask({}), meanwhile()])
      const { arrivals } = await watcher.ask({ ask: 'end' })
      return { came: arrivals as number[], sleeper: Number(jitterP99), ms: performance.now() - began }
    }
    await after(warmSeconds * 1000)
    const [quiet, waiting, busy]: [Stretch[], Stretch[], Stretch[]] = [[], [], []]
    for (let round = 1; round <= rounds; round++) {
      console.log(`${place.title}: round ${round} of ${rounds}`)
      quiet.push(await during(() => after(seconds * 1000)))
      waiting.push(await during(() => blockAgainAndAgain(place, 'waiting')))
      busy.push(await during(() => blockAgainAndAgain(place, 'busy')))
    }
    await Promise.all([watcher.stop(), sleeper.stop()])
    const figures = { quiet: evennessOf(quiet), waiting: evennessOf(waiting), busy: evennessOf(busy) }
    return { title: place.title, figures }
  } finally {
    await place.end()
  }
}

async function blockAgainAndAgain(place: Place, state: Block['state']): Promise<void> {
  const until = performance.now() + seconds * 1000
  while (performance.now() + blockMs <= until) {
    await place.block({ state, ms: blockMs })
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
