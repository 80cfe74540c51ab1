/** A page that is zoomed, before and while it plays: drawn sharply, pointed at rightly, and usable from 50 % to 200 %. */

import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Guest } from '../support/page-driver.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import { ann, distance, launch, near, patient, until, walkTo } from './party-of-three.ts'
import { type Witness, watch } from './witness.ts'

let host: HostProcess
let browser: Browser
let annAt: Guest
let witness: Witness
let session: CDPSession

/** A window of this many of its screen's units; `fine` is how many pixels its screen has for each of them. */
interface Zoomed {
  width: number
  height: number
  fine: number
  /** 1 is 100 %. */
  zoom: number
}

/** As browsers zoom: fewer CSS pixels in the same window, each made of more of the screen's. */
async function show({ width, height, fine, zoom }: Zoomed): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
    deviceScaleFactor: fine * zoom,
    mobile: false,
  })
  await until('the page is zoomed', async () => {
    const ratio = await annAt.page.evaluate(() => devicePixelRatio)
    return Math.abs(ratio - fine * zoom) < 0.01
  })
}

/** What a machine that cannot keep up with drawing is asked for, as a share of every pixel. */
const eased = [1, 0.8, 0.64, 0.512, 0.5]

/** Pixels of the canvas for each of the screen's, across and down. */
function sharpness(): Promise<number[]> {
  return annAt.stage.evaluate((element) => {
    const { width, height } = element as unknown as HTMLCanvasElement
    const box = element.getBoundingClientRect()
    return [width / (box.width * devicePixelRatio), height / (box.height * devicePixelRatio)]
  })
}

/** What can be pressed, and lies with its middle outside of the window. */
function outOfReach(): Promise<string[]> {
  return annAt.page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        const [middle, centre] = [x + width / 2, y + height / 2]
        return middle < 0 || centre < 0 || middle > innerWidth || centre > innerHeight
      })
      .map((button) => button.ariaLabel ?? button.innerText),
  )
}

beforeAll(async () => {
  host = await startHostProcess(['--name', 'Zoomed party'])
  browser = await launch()
  annAt = await Guest.open(browser, { url: host.base, as: ann })
  session = await annAt.profile.newCDPSession(annAt.page)
  await annAt.join()
  witness = watch(host.port)
  await until('the witness sees Ann', () => witness.body('Ann') !== undefined)
})

afterAll(async () => {
  witness?.leave()
  await browser?.close()
  await host?.end()
})

describe('a page that is zoomed', () => {
  const laptop = { width: 1280, height: 800 }
  const small = { width: 360, height: 480 }
  const places = [
    { x: 500, y: 300 },
    { x: 1100, y: 640 },
  ]
  for (const [turn, seen] of [
    { ...laptop, fine: 1, zoom: 2 },
    { ...laptop, fine: 1, zoom: 0.5 },
    { ...laptop, fine: 1.5, zoom: 1.1 },
    { ...laptop, fine: 2, zoom: 2 },
    { ...small, fine: 1, zoom: 1 },
    { ...small, fine: 2, zoom: 0.5 },
  ].entries()) {
    const { width, height, fine, zoom } = seen
    it(`to ${Math.round(zoom * 100)} % in ${width}×${height} at ${fine} is sharp and in reach, and a click means what is under it`, async () => {
      await show(seen)
      const isSharp = async () => {
        const sides = await sharpness()
        return eased.some((share) => sides.every((side) => Math.abs(side - share) < 0.003))
      }
      await expect.poll(isSharp, patient).toBe(true)
      expect(await outOfReach()).toEqual([])
      expect(await annAt.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      // In the smallest window the screen follows its player, and the driver knows only whole meadows.
      if (width < 600) return
      await walkTo(annAt, 'Ann', places[turn % 2] ?? { x: 0, y: 0 }, witness)
      await expect
        .poll(async () => distance(await annAt.spotInWorld(ann.colour), witness.body('Ann')), patient)
        .toBeLessThan(near)
      expect(annAt.troubles).toEqual([])
    })
  }
})
