/**
 * The application menu, as each system has it. No item takes a key that a game or the chat has a use for: all are with
 * Ctrl or Cmd, or function keys.
 */

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { ZoomWay } from './zoom.ts'

/** What the items do that no role of Electron's does. */
export interface MenuDeeds {
  zoom(way: ZoomWay): void
  /** A fresh page, which goes back to its party. */
  startPageAnew(): void
  copyDiagnostics(): void
  showLogFolder(): void
  checkForUpdates(): void
  openProjectPage(): void
}

type Item = MenuItemConstructorOptions

const line: Item = { type: 'separator' }

/** `system` is Node's name of it: `darwin` is macOS. */
export function setMenu(deeds: MenuDeeds, system: string = process.platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(deeds, system === 'darwin')))
}

function template(deeds: MenuDeeds, mac: boolean): Item[] {
  const updates: Item = { id: 'updates', label: 'Check for updates…', click: () => deeds.checkForUpdates() }
  const edit: Item = { role: 'editMenu', label: '&Edit' }
  return mac
    ? [ofTheApp(updates), edit, view(deeds, true), { role: 'windowMenu' }, help(deeds, [])]
    : [party, edit, view(deeds, false), help(deeds, [updates, line, { role: 'about' }])]
}

/** What macOS has under the app's own name. */
function ofTheApp(updates: Item): Item {
  return {
    label: app.getName(),
    submenu: [
      ...roles('about'),
      updates,
      line,
      ...roles('services'),
      line,
      ...roles('hide', 'hideOthers', 'unhide'),
      line,
      ...roles('quit'),
    ],
  }
}

/** Elsewhere, opened with Alt. Closing has no key here: whoever walks with W has Ctrl too near by. */
const party: Item = {
  label: '&Party',
  submenu: [
    { id: 'minimise', label: 'Minimise', click: (_item, window) => window?.minimize() },
    line,
    ...roles('quit'),
  ],
}

function view(deeds: MenuDeeds, mac: boolean): Item {
  const zoom = (id: string, label: string, way: ZoomWay, accelerator: string, hidden = false): Item => ({
    ...{ id, label, accelerator, click: () => deeds.zoom(way) },
    visible: !hidden,
  })
  return {
    label: '&View',
    submenu: [
      // Escape stays the page's own key in full screen: the way out is the way in.
      { id: 'full-screen', role: 'togglefullscreen', accelerator: mac ? 'Ctrl+Cmd+F' : 'F11' },
      line,
      zoom('zoom-usual', 'Actual size', 'usual', 'CommandOrControl+0'),
      zoom('zoom-in', 'Zoom in', 'in', 'CommandOrControl+Plus'),
      zoom('zoom-out', 'Zoom out', 'out', 'CommandOrControl+-'),
      // Plus without Shift, and the number pad.
      zoom('zoom-in-unshifted', 'Zoom in', 'in', 'CommandOrControl+=', true),
      zoom('zoom-in-pad', 'Zoom in', 'in', 'CommandOrControl+numadd', true),
      zoom('zoom-out-pad', 'Zoom out', 'out', 'CommandOrControl+numsub', true),
      zoom('zoom-usual-pad', 'Actual size', 'usual', 'CommandOrControl+num0', true),
      line,
      {
        id: 'start-page-anew',
        label: 'Start the page anew',
        click: () => deeds.startPageAnew(),
        // A slip of the finger should not blank the screen of somebody who plays.
        ...(!app.isPackaged && { accelerator: 'CommandOrControl+R' }),
      },
      ...(app.isPackaged ? [] : roles('toggleDevTools')),
    ],
  }
}

function help(deeds: MenuDeeds, more: Item[]): Item {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      { id: 'project', label: 'Romp on the web', click: () => deeds.openProjectPage() },
      line,
      { id: 'diagnostics', label: 'Copy diagnostics', click: () => deeds.copyDiagnostics() },
      { id: 'log-folder', label: 'Show log folder', click: () => deeds.showLogFolder() },
      ...(more.length > 0 ? [line, ...more] : []),
    ],
  }
}

function roles(...named: NonNullable<Item['role']>[]): Item[] {
  return named.map((role) => ({ role }))
}
