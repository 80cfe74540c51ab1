/** Whether there is a tray for people to see: always on Windows, on Linux where the desktop shows one. */

import { execFile } from 'node:child_process'

/** Milliseconds: a desktop that answers later than this shows no icon either. */
const patience = 1500

/**
 * Electron cannot tell: without a tray its icon is simply nowhere. Desktops that have one run a watcher on the session's
 * bus, and GLib's own tool can ask for it; where neither is there, neither is a tray.
 */
export function hasTrayPlace(): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(process.platform === 'win32')
  const bus = 'org.freedesktop.DBus'
  const place = ['--session', '--dest', bus, '--object-path', '/org/freedesktop/DBus']
  const asked = ['--method', `${bus}.NameHasOwner`, 'org.kde.StatusNotifierWatcher']
  return new Promise((resolve) => {
    execFile('gdbus', ['call', ...place, ...asked], { timeout: patience }, (error, answer) => {
      resolve(error === null && answer.includes('true'))
    })
  })
}
