/** One guest at a party in a real browser: what they do, what their canvas shows, and what went wrong in their page. */

import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  CDPSession,
  Locator,
  Page,
} from 'playwright-core'
import type { Meadow } from '../../src/games/meadow/world.ts'
import type { Appearance, Colour } from '../../src/protocol/appearance.ts'
import type {} from '../../src/renderer/session/open-party.ts'
import { type Camera, frameWorld, type Point, toWorld } from '../../src/renderer/stage/camera.ts'
import { playerColours } from '../../src/renderer/stage/palette.ts'

export const laptop: BrowserContextOptions = { viewport: { width: 960, height: 600 } }
/** A phone held upright. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
}

export interface GuestOptions {
  /** The page to open: the host's, or a link to a room. */
  url: string
  /** Who they were last time; whoever the dice say where absent. */
  as?: Appearance
  device?: BrowserContextOptions
  mood?: 'day' | 'dusk'
  /** The browser profile, for a second tab of the same one. */
  profile?: BrowserContext
}

/** What the page's own client knows. */
export interface Known {
  phase: string
  seat: number | null
  names: string[]
  lines: string[]
  me: { x: number; y: number; score: number } | null
  ball: Point
}

/** Troubles that the browser itself reports of a host that cannot be reached. */
const unreachable = /^Failed to load resource: net::|WebSocket connection to '.*' failed/

export class Guest {
  readonly page: Page
  readonly profile: BrowserContext
  readonly mood: 'day' | 'dusk'
  /** Errors on the console, thrown in the page, or reported by its security policy. */
  readonly troubles: string[] = []
  #fingers: CDPSession | null = null

  private constructor(page: Page, mood: 'day' | 'dusk') {
    this.page = page
    this.profile = page.context()
    this.mood = mood
    page.setDefaultTimeout(30_000)
    page.on('console', (message) => {
      const text = message.text()
      const bad = message.type() === 'error' || /content security policy/i.test(text)
      if (bad && !unreachable.test(text)) this.troubles.push(text)
    })
    page.on('pageerror', (error) => this.troubles.push(String(error)))
  }

  static async open(browser: Browser, options: GuestOptions): Promise<Guest> {
    const { as, mood = 'day' } = options
    const profile =
      options.profile ??
      (await browser.newContext({
        ...(options.device ?? laptop),
        colorScheme: mood === 'day' ? 'light' : 'dark',
      }))
    if (as) {
      await profile.addInitScript((me) => {
        if (localStorage.getItem('romp.me') === null) localStorage.setItem('romp.me', me)
      }, JSON.stringify(as))
    }
    const guest = new Guest(await profile.newPage(), mood)
    await guest.visit(options.url)
    return guest
  }

  /** Opens an address, with its party shown to developer tools and its canvas as everyone sees it. */
  async visit(url: string): Promise<void> {
    await this.page.goto(`${url}?debug=quiet`)
  }

  /** From the host's page into its party. */
  async join(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Join / })
      .first()
      .click()
    await this.arrived()
  }

  async arrived(): Promise<void> {
    await this.page.waitForFunction(
      () => window.rompParty?.state.status.phase === 'joined' && window.rompParty.match?.truth,
    )
    await this.stage.waitFor()
  }

  get stage(): Locator {
    return this.page.getByRole('img', { name: /with everyone in it/ })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  knows(): Promise<Known> {
    return this.page.evaluate(() => {
      const party = window.rompParty
      const meadow = party?.match?.truth?.state as Meadow | undefined
      const seat = party?.state.seat ?? null
      const body = seat === null ? undefined : meadow?.players[seat]
      return {
        phase: party?.state.status.phase ?? 'home',
        seat,
        names: [...(party?.state.players.values() ?? [])].map(({ name }) => name).sort(),
        lines: (party?.state.chat ?? []).map((line) =>
          line.kind === 'said' ? `${line.name}: ${line.text}` : `${line.name} ${line.kind}`,
        ),
        me: body ? { x: body.x, y: body.y, score: body.score } : null,
        ball: { x: meadow?.ball.x ?? 0, y: meadow?.ball.y ?? 0 },
      }
    })
  }

  /** The place that this page's client knows of a seat, by name. */
  async knownPlace(name: string): Promise<Point | null> {
    return await this.page.evaluate((who) => {
      const party = window.rompParty
      const meadow = party?.match?.truth?.state as Meadow | undefined
      const player = [...(party?.state.players.values() ?? [])].find((one) => one.name === who)
      const body = player && meadow?.players[player.seat]
      return body ? { x: body.x, y: body.y } : null
    }, name)
  }

  async say(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: /^(Say something|Whisper)/ })
    if (!(await field.isVisible())) await this.button(/^Chat/).click()
    await field.fill(text)
    await field.press('Enter')
  }

  /** Where the whole world is in view: how it lies on the stage. */
  async camera(): Promise<Camera> {
    const box = await this.#stageBox()
    return frameWorld({ width: box.width, height: box.height, sharpness: 1 }, null)
  }

  /** Where in the page a place of the world is, for pointing at it. */
  async pointAt(place: Point): Promise<Point> {
    const [box, camera] = [await this.#stageBox(), await this.camera()]
    return {
      x: box.x + camera.left + place.x * camera.scale,
      y: box.y + camera.top + place.y * camera.scale,
    }
  }

  /** Where the canvas shows the character of this colour, in CSS pixels of the stage; null where it does not. */
  spot(colour: Colour): Promise<Point | null> {
    return this.#densest(playerColours[this.mood][colour])
  }

  /** The same in the world's units, where the whole world is in view. */
  async spotInWorld(colour: Colour): Promise<Point | null> {
    const [spot, camera] = [await this.spot(colour), await this.camera()]
    return spot && toWorld(camera, spot.x, spot.y)
  }

  /** CSS pixels that a unit of the world takes on the stage, also where the screen follows its own player. */
  async scale(): Promise<number> {
    const { width, height } = await this.#stageBox()
    return frameWorld({ width, height, sharpness: 1 }, { x: 0, y: 0 }).scale
  }

  /** A finger on the page, in CSS pixels; null lifts it. */
  async finger(at: Point | null, type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
    this.#fingers ??= await this.profile.newCDPSession(this.page)
    await this.#fingers.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  }

  /** How many of the canvas's pixels around a spot of the stage have this colour. */
  countAround(at: Point, reach: number, hex: string): Promise<number> {
    return this.stage.evaluate(countPixels, { hex, ...at, reach })
  }

  async close(): Promise<void> {
    await this.profile.close()
  }

  #densest(hex: string): Promise<Point | null> {
    return this.stage.evaluate(findDensest, { hex, cell: 8, reach: 36, least: 40 })
  }

  async #stageBox() {
    const box = await this.stage.boundingBox()
    if (!box) throw new Error('There is no stage on the page.')
    return box
  }
}

/** Runs in the page: the middle of the pixels of a colour around the place where they are densest. */
function findDensest(
  element: SVGElement | HTMLElement,
  { hex, cell, reach, least }: { hex: string; cell: number; reach: number; least: number },
): { x: number; y: number } | null {
  const { clientWidth: width, clientHeight: height } = element as HTMLElement
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
  copy.imageSmoothingEnabled = false
  copy.drawImage(element as HTMLCanvasElement, 0, 0, width, height)
  const { data } = copy.getImageData(0, 0, width, height)
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const hits: { x: number; y: number }[] = []
  const cells = new Map<number, number>()
  for (let i = 0; i < data.length; i += 4) {
    if (wanted.some((channel, c) => Math.abs(data[i + c]! - channel) > 6)) continue
    const x = (i / 4) % width
    const y = Math.floor(i / 4 / width)
    hits.push({ x, y })
    const key = Math.floor(x / cell) * 10_000 + Math.floor(y / cell)
    cells.set(key, (cells.get(key) ?? 0) + 1)
  }
  const [best] = [...cells].sort((a, b) => b[1] - a[1])
  if (!best) return null
  let middle = {
    x: (Math.floor(best[0] / 10_000) + 0.5) * cell,
    y: ((best[0] % 10_000) + 0.5) * cell,
  }
  for (let round = 0; round < 3; round++) {
    const near = hits.filter(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) < reach)
    if (near.length < least) return null
    middle = {
      x: near.reduce((sum, { x }) => sum + x, 0) / near.length,
      y: near.reduce((sum, { y }) => sum + y, 0) / near.length,
    }
  }
  return middle
}

/** Runs in the page. */
function countPixels(
  element: SVGElement | HTMLElement,
  { hex, x, y, reach }: { hex: string; x: number; y: number; reach: number },
): number {
  const { clientWidth: width, clientHeight: height } = element as HTMLElement
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
  copy.imageSmoothingEnabled = false
  copy.drawImage(element as HTMLCanvasElement, 0, 0, width, height)
  const { data } = copy.getImageData(Math.round(x - reach), Math.round(y - reach), reach * 2, reach * 2)
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  let count = 0
  for (let i = 0; i < data.length; i += 4) {
    if (wanted.every((channel, c) => Math.abs(data[i + c]! - channel) <= 4)) count++
  }
  return count
}
