/** The desktop app's life: one instance, one window, a host inside while its player hosts, and a goodbye at the end. */

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, powerMonitor } from 'electron'
import type { DesktopEvents } from '../platform/desktop-calls.ts'
import { version } from '../protocol/version.ts'
import { claimAppScheme, serveAppScheme } from './app-scheme.ts'
import { answerCalls } from './calls.ts'
import { endOnCrash } from './crashes.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { guardPages } from './guard.ts'
import { helpDeeds } from './help.ts'
import { createHosting } from './hosting.ts'
import { recallIdentity } from './identity.ts'
import { claimLinks, createLinks, type Links } from './links.ts'
import { createLobby } from './lobby.ts'
import { type Log, openLog } from './log.ts'
import { setMenu } from './menu.ts'
import { createPresence } from './presence.ts'
import { createQuitting } from './quitting.ts'
import { freshPage, recover } from './recovery.ts'
import { hearApp, hearConsole } from './reports.ts'
import { createUpdates } from './updates.ts'
import { focusWindow, openWindow } from './window.ts'
import type { Zoom } from './zoom.ts'

/** Longest that quitting may take: every guest and the network have heard the goodbye long before. */
const goodbyeMs = 1000

const ownData = app.commandLine.getSwitchValue('user-data-dir')
if (ownData !== '') {
  const folder = resolve(ownData)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}

claimAppScheme()
if (app.requestSingleInstanceLock()) begin()
else app.quit()

/** The log comes first, so that whatever fails after it is written down. */
function begin(): void {
  const log = openLog(join(app.getPath('userData'), 'logs'))
  const crash = endOnCrash(log)
  hearConsole(log)
  hearApp(log)
  log.write('info', `Romp ${version} begins, on ${process.platform} ${process.arch}.`)
  const links = createLinks()
  app
    .whenReady()
    .then(() => run(log, links))
    .catch(crash)
}

function run(log: Log, links: Links): void {
  const pages = join(import.meta.dirname, '../renderer')
  const identity = recallIdentity(app.getPath('userData'))
  let window: BrowserWindow | null = null
  let zoom: Zoom | null = null

  const tell = <Name extends keyof DesktopEvents>(name: Name, value: DesktopEvents[Name]) => {
    // A page that crashed asks for everything when it begins anew.
    if (!window || window.isDestroyed() || window.webContents.isCrashed()) return
    window.webContents.send(`romp:${name}`, value)
  }
  const lobby = createLobby({ identity, tell: (nearby) => tell('nearby', nearby) })
  const hosting = createHosting({
    identity,
    pages,
    program: join(import.meta.dirname, 'host-process.js'),
    tell: (party) => {
      presence.show(party)
      quitting.partyChanged(party)
      tell('hosted', party)
    },
  })

  const show = () => {
    if (window) return focusWindow(window)
    const opened = openWindow()
    window = opened.window
    zoom = opened.zoom
    recover(window, { isHosting: () => hosting.party() !== null })
    quitting.watch(window)
    window.webContents.on('did-start-navigation', (details) => {
      // A page that is reloaded has forgotten that it watched.
      if (details.isMainFrame && !details.isSameDocument) lobby.watch(false)
    })
    window.on('closed', () => {
      window = null
      zoom = null
      lobby.watch(false)
      updates.setPlaying(false)
    })
  }

  const presence = createPresence({ showWindow: show, stopParty: () => void quitting.stopParty() })
  const quitting = createQuitting({
    party: hosting.party,
    stop: hosting.stop,
    window: () => window,
    showWindow: show,
    isInTray: () => presence.isInTray,
  })
  links.follow(() => {
    show()
    tell('link', null)
  })
  const updates = createUpdates({
    folder: app.getPath('userData'),
    hosting,
    tell: (state) => tell('update', state),
    tellAsked: () => tell('updateAsked', null),
  })

  claimLinks()
  guardPages()
  serveAppScheme(pages)
  const diagnostics = () => diagnosticsOf({ log, hosting, lobby, updates })
  answerCalls({
    hosting,
    lobby,
    updates,
    links,
    diagnostics,
  })
  setMenu({
    zoom: (way) => zoom?.turn(way),
    startPageAnew: () => {
      if (window) freshPage(window)
    },
    checkForUpdates: () => {
      const isNew = window === null
      show()
      // A page that only just opens is told when it listens.
      if (isNew) window?.webContents.once('did-finish-load', () => void updates.check())
      else void updates.check()
    },
    ...helpDeeds({ diagnostics, logFolder: log.folder }),
  })
  show()
  app.on('second-instance', show)
  app.on('activate', show)
  // Sockets from before a sleep may be deaf.
  powerMonitor.on('resume', () => {
    hosting.wake()
    lobby.wake()
  })
  app.on('window-all-closed', () => quitting.windowsClosed())
  sayGoodbye(async () => {
    await Promise.all([hosting.stop(), lobby.close()])
  })
}

function sayGoodbye(close: () => Promise<void>): void {
  let leaving: 'no' | 'saying' | 'said' = 'no'
  app.on('will-quit', (event) => {
    if (leaving === 'said') return
    event.preventDefault()
    if (leaving === 'saying') return
    leaving = 'saying'
    const patience = new Promise((resolve) => setTimeout(resolve, goodbyeMs))
    void Promise.race([close().catch(() => {}), patience]).then(() => {
      leaving = 'said'
      app.quit()
    })
  })
}
