import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { graphWidth } from '../../src/renderer/stage/graph-drawing.ts'
import { inks } from '../../src/renderer/stage/palette.ts'
import { Guest, laptop, phone } from '../support/page-driver.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import { ann, launch, patient, walkByKeys } from './party-of-three.ts'
import { type Witness, watch } from './witness.ts'

let host: HostProcess
let browser: Browser
let witness: Witness
const guests: Guest[] = []

beforeAll(async () => {
  host = await startHostProcess(['--name', 'Graph party'])
  browser = await launch()
  witness = watch(host.port)
})

afterEach(async () => {
  for (const guest of guests.splice(0)) {
    expect(guest.troubles).toEqual([])
    await guest.close()
  }
})

afterAll(async () => {
  witness?.leave()
  await browser?.close()
  await host?.end()
})

/** Everyone has a name of their own: whoever went before is still held a seat. */
async function arrive(name: string, device: BrowserContextOptions = laptop): Promise<Guest> {
  const guest = await Guest.open(browser, { url: host.base, as: { ...ann, name }, device })
  guests.push(guest)
  await guest.join()
  return guest
}

/** How high the graph is on the canvas itself, in CSS pixels, from where the page leaves room for it; 0 without one. */
function heightOf(guest: Guest): Promise<number> {
  return guest.stage.evaluate((element, surface) => {
    const canvas = element as HTMLCanvasElement
    const room = document.querySelector<HTMLElement>('.stage-graph')!
    const copy = new OffscreenCanvas(canvas.clientWidth, canvas.clientHeight).getContext('2d')!
    copy.drawImage(canvas, 0, 0, canvas.clientWidth, canvas.clientHeight)
    const wanted = [1, 3, 5].map((at) => Number.parseInt(surface.slice(at, at + 2), 16))
    // Beside its round corners and its words there is nothing but its ground.
    const isGround = (y: number) => {
      const { data } = copy.getImageData(room.offsetLeft + 5, room.offsetTop + y, 1, 1)
      return wanted.every((channel, c) => Math.abs(channel - data[c]!) < 28)
    }
    let height = 15
    while (isGround(height)) height++
    return height === 15 ? 0 : height
  }, inks.day.surface)
}

const shows = (guest: Guest) => expect.poll(() => heightOf(guest), patient).toBeGreaterThan(150)
const hides = (guest: Guest) => expect.poll(() => heightOf(guest), patient).toBeLessThan(60)

describe('the connection graph', () => {
  it('comes and goes with F3, on the canvas itself', async () => {
    const guest = await arrive('Ann')
    await hides(guest)
    await guest.page.keyboard.press('F3')
    await shows(guest)
    await guest.page.keyboard.press('F3')
    await hides(guest)
  })

  it('is there from the start with ?debug, and otherwise nothing is', async () => {
    const guest = await arrive('Bea')
    await guest.page.goto(`${host.base}/r/party?debug`)
    await guest.arrived()
    await shows(guest)
    await guest.page.goto(`${host.base}/r/party`)
    await guest.stage.waitFor()
    await hides(guest)
    expect(await guest.page.evaluate(() => window.rompParty === undefined)).toBe(true)
  })

  it('leaves the game its keys', async () => {
    const guest = await arrive('Cleo')
    await guest.page.keyboard.press('F3')
    await shows(guest)
    const { from, to } = await walkByKeys(guest, 'Cleo', ['KeyD'], 60, witness)
    expect(to.x - from.x).toBeGreaterThan(50)
    await shows(guest)
  })

  it('leaves what is being typed alone', async () => {
    const guest = await arrive('Dora')
    await guest.page.keyboard.press('Enter')
    const field = guest.page.getByRole('textbox', { name: /^Say something/ })
    await guest.page.keyboard.type('Way ')
    await guest.page.keyboard.press('F3')
    await shows(guest)
    await guest.page.keyboard.type('too laggy')
    expect(await field.inputValue()).toBe('Way too laggy')
    await guest.page.keyboard.press('F3')
    await hides(guest)
    await guest.page.keyboard.press('Enter')
    await guest.page.getByRole('log').getByText('Way too laggy').waitFor()
  })

  it('can be had from the menu on a phone', async () => {
    const guest = await arrive('Edda', phone)
    await guest.button('Menu').tap()
    await guest.page.getByRole('menuitem', { name: 'Connection graph' }).tap()
    await shows(guest)
    await guest.button('Menu').tap()
    await guest.page.getByRole('menuitem', { name: 'Hide connection graph' }).tap()
    await hides(guest)
  })

  it.each([
    ['a laptop', laptop, 'Fay'],
    ['a phone held upright', phone, 'Gwen'],
  ] as const)('lies under no button on %s', async (_, device, name) => {
    const guest = await arrive(name, device)
    await guest.page.keyboard.press('F3')
    await shows(guest)
    const height = await heightOf(guest)
    const room = (await guest.page.locator('.stage-graph').boundingBox({ timeout: 5000 }))!
    const [right, bottom] = [room.x + graphWidth, room.y + height]
    const buttons = await guest.page.getByRole('button').all()
    expect(buttons.length).toBeGreaterThan(6)
    for (const button of buttons) {
      const box = await button.boundingBox()
      if (!box) continue
      const apart =
        box.x >= right || box.y >= bottom || box.x + box.width <= room.x || box.y + box.height <= room.y
      expect(apart, `${await button.getAttribute('aria-label')} at ${JSON.stringify(box)}`).toBe(true)
    }
  })
})
