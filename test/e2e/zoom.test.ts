/** A page that is zoomed, before and while it plays: drawn sharply, pointed at rightly, and usable from 50 % to 200 %. */

import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Blaster } from '../../src/games/blaster/world.ts'
import { letterbox, type Point, toScreen } from '../../src/renderer/stage/camera.ts'
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

async function isSharp(): Promise<boolean> {
  const sides = await sharpness()
  return eased.some((share) => sides.every((side) => Math.abs(side - share) < 0.003))
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

/** Points at a place of the match's world; how far aside of it Ann's blaster is then, in radians. */
async function asideOf(target: Point): Promise<number> {
  const at = await annAt.stage.evaluate((element) => {
    const { left: x, top: y, width, height } = element.getBoundingClientRect()
    const room = document.querySelector<HTMLElement>('.stage-field')
    const top = room?.offsetTop ?? 0
    return {
      x,
      y,
      screen: { width, height, sharpness: 1, field: { top, bottom: top + (room?.offsetHeight ?? 0) } },
    }
  })
  const { x, y } = toScreen(letterbox(at.screen), target.x, target.y)
  // Back and forth, since only what moves aims.
  await annAt.page.mouse.move(at.x + x + 3, at.y + y)
  await annAt.page.mouse.move(at.x + x, at.y + y)
  const fighter = await annAt.page.evaluate(() => {
    const state = window.rompParty?.match?.truth?.state as Blaster | undefined
    return state?.fighters[window.rompParty?.state.seat ?? -1] ?? null
  })
  if (!fighter) return Math.PI
  const aim = (fighter.aim / 1024) * 2 * Math.PI
  const wanted = Math.atan2(target.y - fighter.y, target.x - fighter.x)
  return Math.abs(Math.atan2(Math.sin(aim - wanted), Math.cos(aim - wanted)))
}

beforeAll(async () => {
  host = await startHostProcess(['--name', 'Zoomed party', '--bots', '1'])
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

  it('while a match runs is sharp, and aims where the mouse points', async () => {
    await show({ ...laptop, fine: 1, zoom: 1 })
    await annAt.button('Play a game').click()
    await annAt.page.getByRole('dialog').getByRole('button', { name: 'Blaster' }).first().click()
    await annAt.button('Start').click()
    await annAt.page.waitForFunction(() => window.rompParty?.state.evening?.phase === 'playing')
    for (const [zoom, target] of [
      [1, { x: 300, y: 200 }],
      [2, { x: 1300, y: 250 }],
      [0.5, { x: 1200, y: 700 }],
    ] as const) {
      await show({ ...laptop, fine: 1, zoom })
      await expect.poll(isSharp, patient).toBe(true)
      await expect.poll(() => asideOf(target), patient).toBeLessThan(0.1)
    }
    expect(annAt.troubles).toEqual([])
  })
})
