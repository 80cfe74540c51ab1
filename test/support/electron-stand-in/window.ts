/** The stand-in's `BrowserWindow`: a page in Chromium that is as large as the window would be. */

import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { app, preventable } from './app.ts'
import { browser } from './browser.ts'
import { onlyDisplay } from './screen.ts'
import { WebContents } from './web-contents.ts'

type Options = Electron.BrowserWindowConstructorOptions
type Filling = 'nothing' | 'work-area' | 'screen'

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...app.windows] as BrowserWindow[]
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find(({ webContents }) => webContents === contents) ?? null

  readonly webContents: WebContents
  readonly #page: Promise<Page>
  #bounds: Electron.Rectangle
  #maximized = false
  #fullScreen = false
  #minimized = false
  #visible: boolean
  readonly #smallest: readonly [width: number, height: number]
  #destroyed = false

  constructor(options: Options = {}) {
    super()
    const { workArea } = onlyDisplay
    const { width = 800, height = 600, minWidth = 0, minHeight = 0 } = options
    this.#smallest = [minWidth, minHeight]
    this.#visible = options.show ?? true
    this.#bounds = {
      x: options.x ?? workArea.x + Math.round((workArea.width - width) / 2),
      y: options.y ?? workArea.y + Math.round((workArea.height - height) / 2),
      width: Math.max(width, minWidth),
      height: Math.max(height, minHeight),
    }
    this.#page = this.#open()
    this.webContents = new WebContents(this.#page, this.#bounds, options.webPreferences ?? {})
    this.webContents.once('did-finish-load', () => {
      // As on Wayland, where a hidden window draws nothing.
      if (this.#visible) this.emit('ready-to-show')
      else this.once('show', () => this.emit('ready-to-show'))
    })
    for (const word of ['unresponsive', 'responsive'] as const) {
      this.webContents.on(word, () => this.emit(word))
    }
    app.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)

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
    return page
  }

  /** False when a listener kept it open. */
  close(): boolean {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
    return !event.defaultPrevented
  }

  destroy(): void {
    void this.#page.then((page) => page.close()).catch(() => {})
  }

  show(): void {
    if (this.#visible) return
    this.#visible = true
    this.emit('show')
  }
  hide(): void {
    this.#visible = false
  }
  minimize(): void {
    this.#minimized = true
  }
  restore(): void {
    this.#minimized = false
  }
  focus(): void {
    this.webContents.toFront()
  }

  maximize(): void {
    this.#fill(() => (this.#maximized = true), 'maximize')
  }
  unmaximize(): void {
    this.#fill(() => (this.#maximized = false), 'unmaximize')
  }
  setFullScreen(on: boolean): void {
    if (on === this.#fullScreen) return
    this.#fill(() => (this.#fullScreen = on), on ? 'enter-full-screen' : 'leave-full-screen')
  }

  /** Never smaller than it may be. */
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const { width, height } = { ...this.#bounds, ...bounds }
    const [least, lowest] = this.#smallest
    this.#bounds = {
      ...{ ...this.#bounds, ...bounds },
      ...{ width: Math.max(width, least), height: Math.max(height, lowest) },
    }
    this.webContents.resize(this.getBounds())
    this.emit('resize')
    this.emit('move')
  }

  isVisible = (): boolean => this.#visible
  isFocused = (): boolean => !this.#minimized
  isMaximized = (): boolean => this.#maximized
  isMinimized = (): boolean => this.#minimized
  isFullScreen = (): boolean => this.#fullScreen
  isDestroyed = (): boolean => this.#destroyed
  getNormalBounds = (): Electron.Rectangle => this.#bounds
  getBounds = (): Electron.Rectangle => {
    const filling: Filling = this.#fullScreen ? 'screen' : this.#maximized ? 'work-area' : 'nothing'
    const places = { nothing: this.#bounds, 'work-area': onlyDisplay.workArea, screen: onlyDisplay.bounds }
    return places[filling]
  }

  /** The stand-in's windows have no frame. */
  getContentSize = (): number[] => [this.getBounds().width, this.getBounds().height]

  #fill(change: () => void, word: string): void {
    change()
    this.webContents.resize(this.getBounds())
    this.emit('resize')
    this.emit(word)
  }
}
