/** The one window: sandboxed, isolated, and where it was last time. */

import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { appPage } from './app-scheme.ts'
import { keepPlace, recallPlace } from './window-place.ts'

export function openWindow(): BrowserWindow {
  const folder = app.getPath('userData')
  const { maximized, ...bounds } = recallPlace(folder)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 360,
    minHeight: 480,
    title: 'Romp',
    show: false,
    // The page's own ground, so that nothing flashes before it is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#231b42' : '#bfe0d4',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A party goes on while its window is behind another one.
      backgroundThrottling: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepPlace(folder, window))
  window.loadURL(appPage).catch((error) => {
    // A window that was closed while it loaded has nobody to miss its page.
    if (!window.isDestroyed()) console.error('The page could not be shown:', error)
  })
  return window
}

/** Brings the window to the front, as a second start of the app should. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
