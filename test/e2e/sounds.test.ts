import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { bundlePage } from '../../bench/browser/bundle.ts'
import { sounds } from '../../src/games/view.ts'
import { highestPeak, wantedLoudness } from '../../tools/sound-levels.ts'
import type { Measured } from '../../tools/sounds-page.ts'
import { launch } from './party-of-three.ts'

let measured: Measured[]
let crowd: number

beforeAll(async () => {
  const script = await bundlePage(fileURLToPath(new URL('../../tools/sounds-page.ts', import.meta.url)))
  const browser = await launch()
  const page = await browser.newPage()
  await page.addScriptTag({ content: script })
  measured = await page.evaluate(() => window.measureSounds())
  crowd = await page.evaluate(() => window.measureCrowd(60))
  await browser.close()
})

it('every sound is heard, none startles, and they are as loud as they are meant to be', () => {
  expect(measured.map(({ sound }) => sound)).toEqual([...sounds])
  for (const { sound, peak, loudness, length } of measured) {
    expect(peak, sound).toBeLessThan(highestPeak)
    expect(Math.abs(loudness - wantedLoudness[sound]), sound).toBeLessThan(1.5)
    expect(length, sound).toBeGreaterThan(0.03)
    expect(length, sound).toBeLessThan(2)
  }
})

it('a crowd of sounds stays below full scale', () => {
  expect(crowd).toBeLessThan(-3)
})
