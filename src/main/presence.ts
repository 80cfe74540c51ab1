/** The hosted party in the system: an icon in the tray, or the dock's menu and badge, and a machine that stays awake. */

import { app, clipboard, Menu, type MenuItemConstructorOptions, powerSaveBlocker, Tray } from 'electron'
import type { HostedParty } from '../platform/platform.ts'
import { trayPicture } from './presence/tray-picture.ts'
import { hasTrayPlace } from './presence/tray-place.ts'

export interface Presence {
  /** Shows the party as it is now; null where none is hosted. */
  show(party: HostedParty | null): void
  /** Whether the party can be seen, and come back to, without a window. */
  readonly isInTray: boolean
}

export function createPresence(acts: {
  showWindow(): void
  /** Ends the party, after asking where others are in it. */
  stopParty(): void
}): Presence {
  let tray: Tray | null = null
  let trayIsSeen = false
  let awake: number | null = null
  let shown = ''

  const begin = () => {
    awake = powerSaveBlocker.start('prevent-app-suspension')
    if (process.platform === 'darwin') return
    tray = hangTray(acts.showWindow)
    void hasTrayPlace().then((seen) => {
      trayIsSeen = seen
    })
  }
  const end = () => {
    if (awake !== null) powerSaveBlocker.stop(awake)
    awake = null
    shown = ''
    tray?.destroy()
    tray = null
    if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate([]))
    badge(0)
  }
  return {
    show(party) {
      if (party === null) {
        if (awake !== null) end()
        return
      }
      if (awake === null) begin()
      // It is told of every change, and most change nothing here; an open menu would close each time.
      const look = JSON.stringify([party.name, party.players, party.invitations[0]?.url])
      if (look === shown) return
      shown = look
      badge(party.players)
      const items = itemsOf(party, acts)
      if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(items))
      if (!tray) return
      tray.setToolTip(`Romp: ${party.name}, ${countOf(party)}`)
      // macOS puts Quit into every dock menu by itself.
      const quit: MenuItemConstructorOptions = { label: 'Quit Romp', click: () => app.quit() }
      tray.setContextMenu(Menu.buildFromTemplate([...items, { type: 'separator' }, quit]))
    },
    get isInTray() {
      return tray !== null && trayIsSeen
    },
  }
}

/** Null where the system would not have it: nothing depends on it. */
function hangTray(showWindow: () => void): Tray | null {
  try {
    const tray = new Tray(trayPicture())
    tray.on('click', showWindow)
    return tray
  } catch (error) {
    console.warn('There is no tray icon:', error)
    return null
  }
}

function itemsOf(
  party: HostedParty,
  { showWindow, stopParty }: { showWindow(): void; stopParty(): void },
): MenuItemConstructorOptions[] {
  const address = party.invitations[0]?.url
  return [
    // In a menu, `&` would mark a key.
    { label: `${party.name.replaceAll('&', '&&')}: ${countOf(party)}`, enabled: false },
    { type: 'separator' },
    { label: 'Open Romp', click: showWindow },
    {
      label: 'Copy address',
      enabled: address !== undefined,
      click: () => void clipboard.writeText(address ?? ''),
    },
    { label: 'Stop the party', click: stopParty },
  ]
}

function countOf({ players }: HostedParty): string {
  return players === 0 ? 'nobody is in' : players === 1 ? '1 player' : `${players} players`
}

/** On the dock of macOS, and on those of Linux desktops that show numbers. */
function badge(count: number): void {
  if (process.platform !== 'win32') app.setBadgeCount(count)
}
