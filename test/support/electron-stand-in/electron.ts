/** What `import 'electron'` finds under the stand-in: the part of Electron's main-process API that Romp uses. */

import { EventEmitter } from 'node:events'
import { app as appStandIn } from './app.ts'
import { protocol as protocolStandIn } from './app-network.ts'
import { recordedDialog } from './dialog.ts'
import { ipcMain as ipcMainStandIn } from './ipc-main.ts'
import { recordedClipboard, recordedShell } from './outside.ts'
import { defaultSession } from './permissions.ts'
import { BrowserWindow as BrowserWindowStandIn } from './window.ts'

type Electron = typeof import('electron')

/** Held against Electron's own declarations; events are an EventEmitter's in both. */
interface Surface {
  app: Pick<
    Electron['app'],
    | 'commandLine'
    | 'exit'
    | 'getGPUFeatureStatus'
    | 'getName'
    | 'getPath'
    | 'getVersion'
    | 'isPackaged'
    | 'isReady'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setPath'
    | 'whenReady'
  >
  clipboard: Pick<Electron['clipboard'], 'writeText'>
  dialog: Pick<Electron['dialog'], 'showErrorBox'>
  ipcMain: Pick<Electron['ipcMain'], 'handle' | 'removeHandler'>
  Menu: Pick<Electron['Menu'], 'setApplicationMenu'> & { buildFromTemplate(template: unknown): Electron.Menu }
  nativeTheme: Pick<Electron['nativeTheme'], 'shouldUseDarkColors'>
  powerMonitor: object
  protocol: Pick<Electron['protocol'], 'handle' | 'registerSchemesAsPrivileged'>
  screen: Pick<Electron['screen'], 'getAllDisplays' | 'getDisplayMatching'>
  session: {
    defaultSession: Pick<Electron.Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>
  }
  shell: Pick<Electron['shell'], 'openExternal'>
}

const surface = {
  app: appStandIn,
  clipboard: recordedClipboard,
  dialog: recordedDialog,
  ipcMain: ipcMainStandIn,
  Menu: {
    setApplicationMenu: () => {},
    buildFromTemplate: () => ({}) as Electron.Menu,
  },
  nativeTheme: { shouldUseDarkColors: false },
  // It never sleeps.
  powerMonitor: new EventEmitter(),
  protocol: protocolStandIn,
  screen: {
    getAllDisplays: () => [
      { size: { width: 1920, height: 1080 }, scaleFactor: 1, displayFrequency: 60 } as Electron.Display,
    ],
    getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) as Electron.Display,
  },
  session: { defaultSession },
  shell: recordedShell,
} satisfies Surface

export const {
  app,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} = surface
export const BrowserWindow = BrowserWindowStandIn
