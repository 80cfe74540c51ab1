/** How the app ends, and the window closes, while a party is hosted: whoever else is in it is asked about, once. */

import { app, type BrowserWindow, powerMonitor } from 'electron'
import type { HostedParty } from '../platform/platform.ts'
import { askFarewell, type Farewell } from './farewell.ts'

export interface Quitting {
  /** Asks before this window takes the party along. */
  watch(window: BrowserWindow): void
  /** Ends the party, after asking where others are in it. */
  stopParty(): Promise<void>
  /** To be called when the last window has closed. */
  windowsClosed(): void
  /** To be told of every change of the party. */
  partyChanged(party: HostedParty | null): void
}

export interface Surroundings {
  party(): HostedParty | null
  stop(): Promise<unknown>
  window(): BrowserWindow | null
  showWindow(): void
  /** Whether the party can be seen, and come back to, without a window. */
  isInTray(): boolean
}

// On macOS an app outlives its windows, and so does the party that it hosts.
const outlivesWindows = process.platform === 'darwin'

export function createQuitting(around: Surroundings): Quitting {
  /** `kept` while the party goes on without a window. */
  let state: 'open' | 'kept' | 'quitting' = 'open'
  let isAsking = false
  const ending = new AbortController()

  const isAlone = () => (around.party()?.guests.length ?? 0) === 0
  const mayEnd = () => state === 'quitting' || ending.signal.aborted || isAlone()

  /** Null where that is being asked already: a second wish to leave is the same question. */
  const ask = async (canHide: boolean): Promise<Farewell | null> => {
    const window = around.window()
    if (window) around.showWindow()
    if (isAsking) return null
    isAsking = true
    try {
      const guests = around.party()?.guests ?? []
      return await askFarewell(window, { guests, canHide, signal: ending.signal })
    } finally {
      isAsking = false
    }
  }
  const quit = () => {
    state = 'quitting'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (mayEnd()) {
      state = 'quitting'
      return
    }
    event.preventDefault()
    void ask(false).then((answer) => answer === 'stop' && quit())
  })

  hearSystemEnd(() => {
    ending.abort()
    app.quit()
  })

  return {
    watch(window) {
      if (state === 'kept') state = 'open'
      window.on('close', (event) => {
        if (mayEnd() || outlivesWindows || state === 'kept') return
        event.preventDefault()
        void ask(around.isInTray()).then((answer) => {
          if (answer === 'stop') quit()
          if (answer !== 'keep-hosting' || window.isDestroyed()) return
          // The party may have ended behind the question, and its icon with it.
          if (around.isInTray()) state = 'kept'
          window.close()
        })
      })
      // Windows tells this to windows only, and ends the app itself: nobody else would say goodbye to the guests.
      window.on('session-end', () => {
        ending.abort()
        void around.stop()
      })
    },
    async stopParty() {
      if (!isAlone() && (await ask(false)) !== 'stop') return
      const wasKept = state === 'kept'
      state = wasKept ? 'quitting' : state
      await around.stop()
      // Nothing would be left to see.
      if (wasKept) app.quit()
    },
    windowsClosed() {
      if (!outlivesWindows && state !== 'kept') app.quit()
    },
    partyChanged(party) {
      // A party that broke has taken its tray icon along.
      if (party === null && state === 'kept') around.showWindow()
    },
  }
}

/** The system shuts down, or asks this app to go: no question stands in its way. */
function hearSystemEnd(go: () => void): void {
  // On Linux Electron looks who listens before it has taken the first listener in, and overlooks that one.
  powerMonitor.on('suspend', () => {})
  // The declarations leave its event out, and what it is for: the system waits a moment for the goodbye.
  const shutdown = (event: Electron.Event) => {
    event.preventDefault()
    go()
  }
  powerMonitor.on('shutdown', shutdown as () => void)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, go)
}
