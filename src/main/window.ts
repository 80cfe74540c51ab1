/** The one window: sandboxed, isolated, and where it was last time. */

import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { freshPage } from './recovery.ts'
import { followPlace, recallPlace } from './window-place.ts'
import { createZoom, leastRoom, type Zoom } from './zoom.ts'

export interface OpenWindow {
  readonly window: BrowserWindow
  readonly zoom: Zoom
}

export function openWindow(): OpenWindow {
  const folder = app.getPath('userData')
  const {
    bounds,
    maximized,
    fullScreen,
    zoom: zoomFactor,
  } = recallPlace(folder, (near) => screen.getDisplayMatching(near).workArea)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: leastRoom,
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
      zoomFactor,
    },
  })
  // A window made on a screen that is scaled otherwise than the first one comes out too large or too small there.
  if (bounds.x !== undefined) window.setBounds(bounds)
  let isShown = false
  const show = () => {
    if (isShown) return
    isShown = true
    // Only now, since to fill the screen is to be shown.
    if (maximized) window.maximize()
    window.show()
    if (fullScreen) window.setFullScreen(true)
  }
  window.once('ready-to-show', show)
  // On Wayland nothing is drawn for a hidden window, so that it is never ready (electron/electron#48859).
  if (process.platform === 'linux') window.webContents.once('did-finish-load', show)
  const zoom = createZoom(window, zoomFactor, () => place.changed())
  const place = followPlace(folder, window, { maximized, zoom: () => zoom.chosen })
  freshPage(window)
  return { window, zoom }
}

/** Brings the window to the front, as a second start of the app should. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  // A page that crashed too often is gone until somebody asks for it.
  if (window.webContents.isCrashed()) freshPage(window)
  window.show()
  window.focus()
}
