/** The stand-in's `BrowserWindow`: a page in Chromium, with the preload in a real isolated world of it. */

import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page, Route } from 'playwright-core'
import { app, preventable } from './app.ts'
import { pageOrigin, toAppUrl, toPageUrl } from './app-network.ts'
import { browser } from './browser.ts'
import { invoke } from './ipc-main.ts'
import { asksFor } from './permissions.ts'
import { binding, deliver, pageScript, preloadScript, preloadWorld } from './worlds.ts'

type Options = Electron.BrowserWindowConstructorOptions
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** A frame's script world, as calls from it are judged. */
interface World {
  frameId: string
  origin: string
  name: string
}

class WebContents extends EventEmitter {
  readonly #session: Promise<CDPSession>
  readonly #worlds = new Map<number, World>()
  #mainFrame = ''
  #openHandler: OpenHandler | null = null
  url = ''
  /** Where the app itself is going, which no listener may prevent. */
  going: string | null = null

  constructor(page: Promise<Page>, preload: string | undefined) {
    super()
    this.#session = page.then((it) => this.#attach(it, preload))
    // A window closed while it opens is no error of the app's.
    this.#session.catch(() => {})
  }

  getURL = (): string => this.url
  isDestroyed = (): boolean => false
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler
  }

  send = (channel: string, ...given: unknown[]): void => {
    for (const [id, world] of this.#worlds) {
      if (world.name === preloadWorld && world.frameId === this.#mainFrame) this.#tell(id, { channel, given })
    }
  }

  attached = (): Promise<unknown> => this.#session

  async #attach(page: Page, preload: string | undefined): Promise<CDPSession> {
    const session = await page.context().newCDPSession(page)
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId: string }
      this.#worlds.set(context.id, { frameId, origin: context.origin, name: context.name })
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId)
    })
    session.on('Runtime.executionContextsCleared', () => this.#worlds.clear())
    session.on('Runtime.bindingCalled', (call) => void this.#called(call.executionContextId, call.payload))
    session.on('Page.windowOpen', ({ url }) => {
      this.#openHandler?.({ url: toAppUrl(url) } as Electron.HandlerDetails)
    })
    page.on('console', (message) => {
      const { url: sourceId, lineNumber } = message.location()
      const level = message.type() === 'error' ? 'error' : 'info'
      this.emit('console-message', {
        level,
        message: message.text(),
        sourceId: toAppUrl(sourceId),
        lineNumber,
      })
    })
    page.on('pageerror', ({ message }) => {
      this.emit('console-message', {
        level: 'error',
        message: `Uncaught ${message}`,
        sourceId: '',
        lineNumber: 0,
      })
    })
    page.on('popup', (popup) => void popup.close().catch(() => {}))
    await session.send('Page.enable')
    await session.send('Runtime.enable')
    this.#mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id
    if (preload !== undefined) {
      const secret = randomUUID()
      await session.send('Runtime.addBinding', { name: binding, executionContextName: preloadWorld })
      await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(secret) })
      await session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadScript(secret, readFileSync(preload, 'utf8')),
        worldName: preloadWorld,
      })
    }
    await page.route('**/*', (route) => this.#navigated(route))
    return session
  }

  async #called(world: number, payload: string): Promise<void> {
    const from = this.#worlds.get(world)
    if (!from) return
    const { call, channel, given } = JSON.parse(payload) as {
      call: number
      channel: string
      given: unknown[]
    }
    const top = from.frameId === this.#mainFrame
    const senderFrame = { origin: toAppUrl(from.origin), parent: top ? null : {}, url: this.url }
    const event = { sender: this, senderFrame } as unknown as Electron.IpcMainInvokeEvent
    try {
      this.#tell(world, { call, value: await invoke(channel, event, given) })
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      this.#tell(world, { call, error: `Error invoking remote method '${channel}': ${words}` })
    }
  }

  #tell(world: number, message: object): void {
    const expression = `${deliver}(${JSON.stringify(message)})`
    const told = this.#session.then((it) => it.send('Runtime.evaluate', { expression, contextId: world }))
    // The page may be gone by now, and with it whoever asked.
    told.catch(() => {})
  }

  async #navigated(route: Route): Promise<void> {
    const request = route.request()
    if (!request.isNavigationRequest()) return await route.continue()
    const isMainFrame = request.frame().parentFrame() === null
    const url = toAppUrl(request.url())
    const details = preventable({ url, isMainFrame, isSameDocument: false })
    const own = isMainFrame && this.going === url
    if (!own) {
      if (isMainFrame) this.emit('will-navigate', details)
      this.emit('will-frame-navigate', details)
      if (details.defaultPrevented) return await route.abort('aborted')
    }
    if (isMainFrame) {
      this.going = null
      this.url = url
    }
    this.emit('did-start-navigation', details)
    await route.continue()
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly #page: Promise<Page>
  readonly #bounds: Electron.Rectangle
  #maximized = false
  #destroyed = false

  constructor(options: Options = {}) {
    super()
    this.#bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.#page = this.#open()
    this.webContents = new WebContents(this.#page, options.webPreferences?.preload)
    app.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page
    await this.webContents.attached()
    this.webContents.going = url
    this.webContents.url = url
    if (await asksFor(this.webContents as unknown as Electron.WebContents, 'local-network')) {
      await page.context().grantPermissions(['local-network-access'], { origin: pageOrigin })
    }
    await page.goto(toPageUrl(url))
    this.emit('ready-to-show')
  }

  async #open(): Promise<Page> {
    const context = await browser()
    // Chromium starts with one blank page, which the first window takes.
    const blank = app.windows.size === 1 ? context.pages()[0] : undefined
    const page = blank ?? (await context.newPage())
    page.on('close', () => {
      this.#destroyed = true
      this.emit('closed')
      app.forget(this)
    })
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height })
    return page
  }

  /** False when a listener kept it open. */
  close(): boolean {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) void this.#page.then((page) => page.close()).catch(() => {})
    return !event.defaultPrevented
  }

  show(): void {}
  restore(): void {}
  focus(): void {
    void this.#page.then((page) => page.bringToFront())
  }
  maximize(): void {
    this.#maximized = true
  }
  isMaximized = (): boolean => this.#maximized
  isMinimized = (): boolean => false
  isDestroyed = (): boolean => this.#destroyed
  getNormalBounds = (): Electron.Rectangle => this.#bounds
}
