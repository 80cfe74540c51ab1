/** The browser's side of the benchmark: what a frame of each view costs, and what opening the page does. */

import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildIfStale } from '../../src/cli/build-stale.ts'
import { games } from '../../src/games/index.ts'
import { viewOf } from '../../src/games/views.ts'
import { chromiumArguments } from '../../test/support/chromium.ts'
import { readyChromium } from '../../test/support/chromium-install.ts'
import { bundlePage } from './bundle.ts'
import { type BrowserFigures, browserTables, meanOf, spreadOf, type ViewFigures } from './figures.ts'
import { measureLoad } from './page-load.ts'

const crowds = [16, 64, 256]
const moods = ['day', 'dusk'] as const
/** Shared out among all that is drawn, so that more games do not take longer: in frames, about twenty seconds. */
const framesInAll = 1200
const [fewestFrames, mostFrames] = [60, 240]

/** Under a minute. Throws where there is no Chromium, or where it cannot draw. */
export async function measureBrowser(): Promise<BrowserFigures> {
  const ready = await readyChromium()
  if (!ready.ok) throw new Error(ready.why)
  const [script] = await Promise.all([
    bundlePage(fileURLToPath(new URL('page.ts', import.meta.url))),
    buildIfStale(),
  ])
  const browser = await chromium.launch({ executablePath: ready.path, args: [...chromiumArguments] })
  try {
    const load = await measureLoad(browser)
    const page = await openPage(browser, script)
    return {
      chromium: browser.version(),
      drawnBy: await page.evaluate(nameOfRenderer),
      views: await measureViews(page),
      graph: await measureGraph(page),
      firstScreen: load.screen,
      firstPage: load.page,
    }
  } finally {
    await browser.close()
  }
}

async function openPage(browser: Browser, script: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 })
  const page = await context.newPage()
  // Isolated pages are told the time to 5 µs, others to 100.
  const headers = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  }
  const body = '<!doctype html><meta charset="utf-8"><style>body{margin:0}</style>'
  await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', headers, body }))
  await page.goto('http://localhost/')
  await page.addScriptTag({ content: script })
  return page
}

async function measureViews(page: Page): Promise<ViewFigures[]> {
  const cases = games
    .filter(({ id }) => viewOf(id) !== null)
    .flatMap(({ id, seats }) =>
      crowds
        .filter((entities) => entities <= seats.max)
        .flatMap((entities) => moods.map((mood) => ({ game: id, entities, mood }))),
    )
  const frames = Math.max(fewestFrames, Math.min(mostFrames, Math.floor(framesInAll / cases.length)))
  const figures: ViewFigures[] = []
  for (const one of cases) {
    const times = await page.evaluate((wish) => window.drawGame(wish), { ...one, frames })
    figures.push({ ...one, drawn: spreadOf(times.drawn), frame: spreadOf(times.frames) })
  }
  return figures
}

/** The graph is so cheap that reading a pixel back weighs as much: that is measured alone, and taken off. */
async function measureGraph(page: Page): Promise<BrowserFigures['graph']> {
  const { drawn: empty } = await page.evaluate((frames) => window.drawNothing(frames), mostFrames / 2)
  const { drawn } = await page.evaluate((frames) => window.drawGraph(frames), mostFrames)
  const { p50, p99 } = spreadOf(drawn)
  const idle = spreadOf(empty).p50
  return { p50: p50 - idle, p99: p99 - idle, mean: meanOf(drawn) - meanOf(empty) }
}

/** Runs in the page. */
function nameOfRenderer(): string {
  const gl = document.createElement('canvas').getContext('webgl')
  const names = gl?.getExtension('WEBGL_debug_renderer_info')
  const name = gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
  return name === '' || /swiftshader|llvmpipe|software/i.test(name) ? 'software, on the processor' : name
}

if (import.meta.main) console.log(browserTables(await measureBrowser()))
