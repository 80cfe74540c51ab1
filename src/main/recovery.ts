/**
 * What becomes of a page that crashes or hangs: a fresh one, which goes back to its party by itself. The host is in
 * another process and notices no more of it than that a player was away for a moment.
 */

import { app, type BrowserWindow, dialog } from 'electron'
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
      const { response } = await dialog.showMessageBox(window, {
        type: 'error',
        title: 'Romp',
        message: 'Romp’s page has crashed several times in a row.',
        detail: `${inWords(reason)}${hosted()} What happened is in the log: Help, Show log folder.`,
        ...{ buttons: ['Try again', 'Quit Romp'], defaultId: 0, cancelId: 0, noLink: true },
      })
      crashes.forget()
      if (response === 1) return app.quit()
      if (window.isDestroyed()) return
    }
    freshPage(window)
  }
  page.on('render-process-gone', (_event, { reason }) => {
    // Chromium is still clearing away the old process while it tells of it.
    setImmediate(() => void comeBack(reason))
  })

  let asking: AbortController | null = null
  window.on('unresponsive', async () => {
    if (asking) return
    asking = new AbortController()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Romp',
      message: 'Romp’s page does not answer.',
      detail: `It may only be busy. A fresh page goes back to your party by itself.${hosted()}`,
      ...{ buttons: ['Wait', 'Start the page anew'], defaultId: 0, cancelId: 0, noLink: true },
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

/** Loads the page, the one that is shown before all others. */
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
