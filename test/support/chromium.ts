/** Finds a Chromium on this machine, for the tests that need a real browser. */

import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Needed by every test that starts one: as root there is no sandbox, and a test must not phone anywhere. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
]

export const chromiumMissing =
  'No Chromium was found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.'

/** The path of a Chromium or Chrome, or null. `CHROMIUM_PATH` comes first. */
export function findChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH
  if (asked !== undefined && asked !== '') return existsSync(asked) ? asked : null
  return [...onPath(), ...installed(), ...ofPlaywright()].find((path) => existsSync(path)) ?? null
}

/** The same for a test that cannot go on without. */
export function needChromium(): string {
  const path = findChromium()
  if (path === null) throw new Error(chromiumMissing)
  return path
}

function onPath(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return process.platform === 'win32'
    ? []
    : names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function installed(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, app)),
    )
  }
  if (process.platform === 'win32') {
    const places = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    )
    const apps = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return places.filter((place) => place !== '').flatMap((place) => apps.map((app) => join(place, app)))
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium']
}

/** Where Playwright keeps browsers that someone has let it download. */
function ofPlaywright(): string[] {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
    }[process.platform as string] ??
    join(homedir(), '.cache/ms-playwright')
  if (!existsSync(cache)) return []
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ]
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(cache, name, path)))
}
