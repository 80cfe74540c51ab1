/** The stand-in's `WebContents`: what a page of Chromium does, told as Electron tells it. All goes over one CDP session, which outlives a crash of the page. */

import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { preventable } from './app.ts'
import { pageOrigin, toAppUrl, toPageUrl } from './app-network.ts'
import { invoke } from './ipc-main.ts'
import { grantsOf } from './permissions.ts'
import { binding, deliver, pageScript, preloadScript, preloadWorld } from './worlds.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** A frame's script world, as calls from it are judged. */
interface World {
  frameId: string
  origin: string
  name: string
}

interface Size {
  width: number
  height: number
}

export class WebContents extends EventEmitter {
  readonly #page: Promise<Page>
  readonly #session: Promise<CDPSession>
  readonly #worlds = new Map<number, World>()
  #mainFrame = ''
  #openHandler: OpenHandler | null = null
  #url = ''
  /** Where the app itself is going, which no listener may prevent. */
  #going: string | null = null
  #crashed = false
  #destroyed = false
  #zoom: number
  #loadedBefore = false
  #size: Size

  /** Electron has it, undocumented: what the window was made with. */
  readonly getLastWebPreferences: () => Electron.WebPreferences

  constructor(page: Promise<Page>, size: Size, preferences: Electron.WebPreferences) {
    super()
    const { preload, zoomFactor } = preferences
    this.getLastWebPreferences = () => preferences
    this.#page = page
    this.#size = size
    this.#zoom = zoomFactor ?? 1
    this.#session = page.then((it) => this.#attach(it, preload))
    // A window closed while it opens is no error of the app's.
    this.#session.catch(() => {})
    void page.then((it) => it.on('close', () => (this.#destroyed = true))).catch(() => {})
  }

  getURL = (): string => this.#url
  isDestroyed = (): boolean => this.#destroyed
  isCrashed = (): boolean => this.#crashed
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler
  }

  send = (channel: string, ...given: unknown[]): void => {
    if (this.#crashed)
      console.error('Error sending from webFrameMain: ', new Error('Render frame was disposed'))
    for (const [id, world] of this.#worlds) {
      if (world.name === preloadWorld && world.frameId === this.#mainFrame) this.#tell(id, { channel, given })
    }
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page
    const session = await this.#session
    this.#going = url
    this.#url = url
    const grants = await grantsOf(this as unknown as Electron.WebContents)
    // Whatever else is asked for is then turned down, as Electron does without a word.
    await page.context().grantPermissions(grants, { origin: pageOrigin })
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await session.send('Page.navigate', { url: toPageUrl(url) })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  reload = (): void => {
    this.#going = this.#url
    this.#quietly(async (session) => await session.send('Page.reload'))
  }

  /** Ends the page's process whatever it is doing, as a crash does. */
  forcefullyCrashRenderer = (): void => {
    this.#quietly(async (session) => await session.send('Page.crash'))
  }

  executeJavaScript = async (code: string): Promise<unknown> => {
    const session = await this.#session
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value
  }

  getZoomFactor = (): number => this.#zoom
  setZoomFactor = (factor: number): void => {
    this.#zoom = factor
    this.#fit()
  }

  /** In the units of the window, which a zoomed page has fewer of. */
  resize(size: Size): void {
    this.#size = size
    this.#fit()
  }

  toFront(): void {
    this.#quietly(async (session) => await session.send('Page.bringToFront'))
  }

  #fit(): void {
    const { width, height } = this.#size
    const metrics = {
      width: Math.round(width / this.#zoom),
      height: Math.round(height / this.#zoom),
      deviceScaleFactor: this.#zoom,
      mobile: false,
    }
    this.#quietly(async (session) => await session.send('Emulation.setDeviceMetricsOverride', metrics))
  }

  /** The page may be gone by now, and with it whoever would have noticed. */
  #quietly(ask: (session: CDPSession) => Promise<unknown>): void {
    void this.#session.then(ask).catch(() => {})
  }

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
    session.on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    session.on('Page.loadEventFired', () => this.emit('did-finish-load', {}))
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true
      this.#worlds.clear()
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    })
    session.on('Inspector.targetReloadedAfterCrash', () => {
      this.#crashed = false
    })
    session.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
      const allowed = this.#navigates(toAppUrl(request.url), frameId === this.#mainFrame)
      const answer = allowed
        ? session.send('Fetch.continueRequest', { requestId })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      answer.catch(() => {})
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
    await session.send('Inspector.enable')
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
    await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] })
    this.#fit()
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
    const senderFrame = { origin: toAppUrl(from.origin), parent: top ? null : {}, url: this.#url }
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
    this.#quietly(async (session) => await session.send('Runtime.evaluate', { expression, contextId: world }))
  }

  /** False where a listener prevents it. */
  #navigates(url: string, isMainFrame: boolean): boolean {
    const details = preventable({ url, isMainFrame, isSameDocument: false })
    const own = isMainFrame && this.#going === url
    if (!own) {
      if (isMainFrame) this.emit('will-navigate', details)
      this.emit('will-frame-navigate', details)
      if (details.defaultPrevented) return false
    }
    if (isMainFrame) {
      this.#going = null
      this.#url = url
      // Electron has been seen to forget the zoom when a page is loaded again; here it always does.
      if (this.#zoom !== 1 && this.#loadedBefore) this.setZoomFactor(1)
      this.#loadedBefore = true
    }
    this.emit('did-start-navigation', details)
    return true
  }
}
