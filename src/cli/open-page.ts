/** Opens a page in this machine's browser, where there is one and somebody to look at it. */

import { spawn } from 'node:child_process'

/** Tried in order. An address is always an argument of its own, never part of a command line. */
const commands: Partial<Record<NodeJS.Platform, readonly (readonly string[])[]>> = {
  darwin: [['open']],
  win32: [['rundll32', 'url.dll,FileProtocolHandler']],
  linux: [['wslview'], ['xdg-open'], ['gio', 'open'], ['x-www-browser']],
}

/** Longest that a command may take to prove that it fails. */
const patienceMs = 2000

/** False where the page could not be opened; that is never an error, since a person can type the address. */
export async function openPage(url: string): Promise<boolean> {
  if (!isForSomeone()) return false
  for (const [command = '', ...given] of commands[process.platform] ?? []) {
    if (await launch(command, [...given, url])) return true
  }
  return false
}

function isForSomeone(): boolean {
  if (process.env.CI) return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.env.WSL_DISTRO_NAME)
}

function launch(command: string, given: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, given, { stdio: 'ignore', detached: true, windowsHide: true })
    // A browser that stays in the foreground is as open as it gets.
    const patience = setTimeout(() => settle(true), patienceMs)
    const settle = (opened: boolean) => {
      clearTimeout(patience)
      resolve(opened)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
    child.unref()
  })
}
