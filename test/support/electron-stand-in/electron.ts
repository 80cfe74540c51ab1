/** What `import 'electron'` finds under the stand-in: the part of Electron's main-process API that Romp uses. */

import { app as appStandIn } from './app.ts'
import { MenuItem as MenuItemStandIn, Menu as MenuStandIn } from './app-menu.ts'
import { protocol as protocolStandIn } from './app-network.ts'
import { answerTest } from './asked.ts'
import { recordedDialog } from './dialog.ts'
import { ipcMain as ipcMainStandIn } from './ipc-main.ts'
import { nativeImage as nativeImageStandIn } from './native-image.ts'
import { autoUpdater as autoUpdaterStandIn, net as netStandIn } from './net.ts'
import { recordedClipboard, recordedShell } from './outside.ts'
import { defaultSession } from './permissions.ts'
import { powerMonitor as powerMonitorStandIn, powerSaveBlocker as powerSaveBlockerStandIn } from './power.ts'
import { screen as screenStandIn } from './screen.ts'
import { Tray as TrayStandIn } from './tray.ts'
import { utilityProcess as utilityProcessStandIn } from './utility-process.ts'
import { BrowserWindow as BrowserWindowStandIn } from './window.ts'

type Electron = typeof import('electron')

/** Held against Electron's own declarations; events are an EventEmitter's in both. */
interface Surface {
  app: Pick<
    Electron['app'],
    | 'commandLine'
    | 'exit'
    | 'getAppMetrics'
    | 'getGPUFeatureStatus'
    | 'getName'
    | 'getPath'
    | 'getVersion'
    | 'isPackaged'
    | 'isReady'
    | 'quit'
    | 'releaseSingleInstanceLock'
    | 'requestSingleInstanceLock'
    | 'setAsDefaultProtocolClient'
    | 'setBadgeCount'
    | 'setPath'
    | 'whenReady'
  >
  autoUpdater: object
  clipboard: Pick<Electron['clipboard'], 'writeText'>
  dialog: Pick<Electron['dialog'], 'showErrorBox' | 'showMessageBox'>
  ipcMain: Pick<Electron['ipcMain'], 'handle' | 'removeHandler'>
  nativeImage: Pick<Electron['nativeImage'], 'createFromDataURL'>
  nativeTheme: Pick<Electron['nativeTheme'], 'shouldUseDarkColors'>
  net: Pick<Electron['net'], 'isOnline'> & { request(options: object): unknown }
  powerMonitor: object
  powerSaveBlocker: Electron['powerSaveBlocker']
  protocol: Pick<Electron['protocol'], 'handle' | 'registerSchemesAsPrivileged'>
  screen: Pick<Electron['screen'], 'getAllDisplays' | 'getDisplayMatching' | 'getPrimaryDisplay'>
  session: {
    fromPartition(): unknown
    defaultSession: Pick<Electron.Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>
  }
  shell: Pick<Electron['shell'], 'openExternal' | 'openPath'>
  utilityProcess: Pick<Electron['utilityProcess'], 'fork'>
}

const surface = {
  app: appStandIn,
  autoUpdater: autoUpdaterStandIn,
  clipboard: recordedClipboard,
  dialog: recordedDialog,
  ipcMain: ipcMainStandIn,
  nativeImage: nativeImageStandIn,
  nativeTheme: { shouldUseDarkColors: false },
  powerMonitor: powerMonitorStandIn,
  powerSaveBlocker: powerSaveBlockerStandIn,
  net: netStandIn,
  protocol: protocolStandIn,
  screen: screenStandIn,
  session: { defaultSession, fromPartition: () => ({}) },
  shell: recordedShell,
  utilityProcess: utilityProcessStandIn,
} satisfies Surface

export const {
  app,
  autoUpdater,
  clipboard,
  dialog,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} = surface
export const BrowserWindow = BrowserWindowStandIn
export const Menu = MenuStandIn
export const MenuItem = MenuItemStandIn
export const Tray = TrayStandIn

answerTest(() => import('./electron.ts'))
