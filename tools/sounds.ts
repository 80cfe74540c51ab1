/** Measures every sound in a real browser, and prints a table: `npm run sounds`. */

import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { bundlePage } from '../bench/browser/bundle.ts'
import { chromiumArguments } from '../test/support/chromium.ts'
import { readyChromium } from '../test/support/chromium-install.ts'
import { wantedLoudness } from './sound-levels.ts'
import type {} from './sounds-page.ts'

const ready = await readyChromium()
if (!ready.ok) throw new Error(ready.why)
const script = await bundlePage(fileURLToPath(new URL('sounds-page.ts', import.meta.url)))
const browser = await chromium.launch({ executablePath: ready.path, args: [...chromiumArguments] })
try {
  const page = await browser.newPage()
  await page.addScriptTag({ content: script })
  console.log('sound       peak dB   loudness   wanted   gain by   seconds   centre Hz')
  for (const { sound, peak, loudness, length, centroid } of await page.evaluate(() =>
    window.measureSounds(),
  )) {
    const wanted = wantedLoudness[sound]
    const columns = [
      sound.padEnd(10),
      peak.toFixed(1).padStart(9),
      loudness.toFixed(1).padStart(11),
      wanted.toFixed(0).padStart(9),
      `× ${(10 ** ((wanted - loudness) / 20)).toFixed(2)}`.padStart(10),
      length.toFixed(2).padStart(10),
      centroid.toFixed(0).padStart(12),
    ]
    console.log(columns.join(''))
  }
  console.log(`thirty at once: peak ${(await page.evaluate(() => window.measureCrowd(30))).toFixed(1)} dB`)
} finally {
  await browser.close()
}
