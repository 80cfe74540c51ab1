/**
 * What becomes of a page that crashes or hangs: a fresh one, which goes back to its party by itself. The host is in
 * another process and notices no more of it than that a player was away for a moment.
 */

import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import { appPage } from './app-scheme.ts'

/** So many crashes within so long, in milliseconds, are no accident: a fresh page would only crash again. */
const crashesAtMost = 3
const within = 60_000

export interface Recovering {
  /** Whether this app hosts a party now: it is what people fear for. */
  isHosting(): boolean
}

/** From now on the window's page comes back by itself, or asks where that leads nowhere. */
export function recover(window: BrowserWindow, { isHosting }: Recovering): void {
  const page = window.webContents
  const crashes = countCrashes()
  const hosted = () => (isHosting() ? ' The party that you host goes on meanwhile.' : '')
  let isEndedOnPurpose = false

  const comeBack = async (reason: string) => {
    if (window.isDestroyed()) return
    const isAccident = !isEndedOnPurpose
    isEndedOnPurpose = false
    if (isAccident && crashes.add(performance.now())) {
      const response = await ask(window, {
        type: 'error',
        message: 'Romp’s page has crashed several times in a row.',
        detail: `${inWords(reason)}${hosted()} What happened is in the log: Help, Show log folder.`,
        buttons: ['Try again', 'Quit Romp'],
      })
      crashes.forget()
      if (response === 1) return app.quit()
      if (window.isDestroyed()) return
    }
    freshPage(window)
  }
  let asking: AbortController | null = null
  page.on('render-process-gone', (_event, { reason }) => {
    // What was asked about is gone.
    asking?.abort()
    // Chromium is still clearing away the old process while it tells of it.
    setImmediate(() => void comeBack(reason))
  })

  window.on('unresponsive', async () => {
    if (asking) return
    asking = new AbortController()
    const response = await ask(window, {
      type: 'warning',
      message: 'Romp’s page does not answer.',
      detail: `It may only be busy. A fresh page goes back to your party by itself.${hosted()}`,
      buttons: ['Wait', 'Start the page anew'],
      signal: asking.signal,
    })
    asking = null
    if (response !== 1 || window.isDestroyed()) return
    isEndedOnPurpose = true
    // A page that hangs cannot be asked to load another one.
    page.forcefullyCrashRenderer()
  })
  // The question answers itself.
  window.on('responsive', () => asking?.abort())
}

/** The number of the button that was pressed; the first one also where the question was only closed. */
async function ask(window: BrowserWindow, about: MessageBoxOptions): Promise<number> {
  const question = { title: 'Romp', defaultId: 0, cancelId: 0, noLink: true, ...about }
  // A window in the tray has nobody before it who would see its dialog.
  const asked = window.isVisible() ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question)
  return (await asked).response
}

/** Loads the page that the window shows, the app's own where it shows none yet. */
export function freshPage(window: BrowserWindow): void {
  window.loadURL(window.webContents.getURL() || appPage).catch((error) => {
    // A window that was closed while it loaded has nobody to miss its page.
    if (!window.isDestroyed()) console.error('The page could not be shown:', error)
  })
}

/** `add` says whether it is one too many. Times in milliseconds. */
export function countCrashes(): { add(now: number): boolean; forget(): void } {
  let times: number[] = []
  return {
    add(now) {
      times = [...times.filter((time) => now - time < within), now]
      return times.length > crashesAtMost
    },
    forget() {
      times = []
    },
  }
}

function inWords(reason: string): string {
  switch (reason) {
    case 'oom':
    case 'memory-eviction':
      return 'This machine has run out of memory for it; closing other programs may help.'
    case 'launch-failed':
    case 'integrity-failure':
      return 'The system does not let it start; security software may be in its way.'
    default:
      return 'It may work if you try again in a moment.'
  }
}
