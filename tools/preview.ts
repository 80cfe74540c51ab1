/**
 * A picture of a game in the middle of a match of bots, drawn by a real browser:
 * `npm run preview -- GAME [--players N] [--at SECONDS] [--seed N] [--mood day|dusk] [--size WxH] [--me SEAT|none] [--still] [--out FILE]`
 */

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { chromiumArguments } from '../test/support/chromium.ts'
import { readyChromium } from '../test/support/chromium-install.ts'
import { openPreview } from './preview/open.ts'
import type {} from './preview/page.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    players: { type: 'string', default: '8' },
    at: { type: 'string', default: '10' },
    seed: { type: 'string', default: '7' },
    mood: { type: 'string', default: 'day' },
    size: { type: 'string', default: '1600x900' },
    me: { type: 'string', default: '0' },
    still: { type: 'boolean', default: false },
    out: { type: 'string', default: 'preview.png' },
  },
})
const [game = 'meadow'] = positionals
const [width = 1600, height = 900] = values.size.split('x').map(Number)

const ready = await readyChromium()
if (!ready.ok) throw new Error(ready.why)
const browser = await chromium.launch({ executablePath: ready.path, args: [...chromiumArguments] })
try {
  const page = await openPreview(browser, width, height)
  const said = await page.evaluate((wish) => window.preview(wish), {
    game,
    players: Number(values.players),
    seconds: Number(values.at),
    seed: Number(values.seed),
    mood: values.mood === 'dusk' ? ('dusk' as const) : ('day' as const),
    me: values.me === 'none' ? null : Number(values.me),
    reducedMotion: values.still,
  })
  writeFileSync(values.out, await page.screenshot())
  console.log(said)
} finally {
  await browser.close()
}
