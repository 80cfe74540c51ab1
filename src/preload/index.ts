/** The bridge into the sandboxed page: named functions only, so that the page can reach no channel but these. */

import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopBridge, DesktopCalls, DesktopEvents } from '../platform/desktop-calls.ts'

const call =
  <Name extends keyof DesktopCalls>(name: Name) =>
  (...given: Parameters<DesktopCalls[Name]>): ReturnType<DesktopCalls[Name]> =>
    ipcRenderer.invoke(`romp:${name}`, ...given) as ReturnType<DesktopCalls[Name]>

const on =
  <Name extends keyof DesktopEvents>(name: Name) =>
  (hear: (value: DesktopEvents[Name]) => void) => {
    // The event object stays here: it would hand the page ipcRenderer itself.
    const listener = (_event: unknown, value: DesktopEvents[Name]) => hear(value)
    ipcRenderer.on(`romp:${name}`, listener)
    return () => {
      ipcRenderer.removeListener(`romp:${name}`, listener)
    }
  }

const bridge: DesktopBridge = {
  startHosting: call('startHosting'),
  stopHosting: call('stopHosting'),
  hosted: call('hosted'),
  watchNearby: call('watchNearby'),
  probe: call('probe'),
  copyText: call('copyText'),
  openExternal: call('openExternal'),
  copyDiagnostics: call('copyDiagnostics'),
  update: call('update'),
  examineUpdates: call('examineUpdates'),
  checkForUpdate: call('checkForUpdate'),
  fetchUpdate: call('fetchUpdate'),
  cancelUpdate: call('cancelUpdate'),
  installUpdate: call('installUpdate'),
  setAutomaticUpdates: call('setAutomaticUpdates'),
  setPlaying: call('setPlaying'),
  takeLink: call('takeLink'),
  onNearby: on('nearby'),
  onHosted: on('hosted'),
  onUpdate: on('update'),
  onUpdateAsked: on('updateAsked'),
  onLink: on('link'),
}

contextBridge.exposeInMainWorld('romp', bridge)
