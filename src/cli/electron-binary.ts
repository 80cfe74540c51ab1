/** Where Electron's executable is, if it is here: its package comes without, and fetches it at the first start. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const electronPackage = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url))

const executable: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * `ELECTRON_EXEC_PATH` names an executable, `ELECTRON_OVERRIDE_DIST_PATH` a folder with one; otherwise it is the
 * package's own, once that is complete and of the package's version. Null where there is none.
 */
export function findElectron(): string | null {
  const asked = process.env.ELECTRON_EXEC_PATH
  if (asked) return existsSync(asked) ? asked : null
  const name = executable[process.platform] ?? 'electron'
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (folder) return existsSync(join(folder, name)) ? join(folder, name) : null
  const own = join(electronPackage, 'dist', name)
  return existsSync(own) && isComplete() ? own : null
}

/** The package writes `path.txt` last, so that a download that was cut short does not look like Electron. */
function isComplete(): boolean {
  try {
    const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')) as {
      version: string
    }
    const unpacked = readFileSync(join(electronPackage, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return unpacked === version && existsSync(join(electronPackage, 'path.txt'))
  } catch {
    return false
  }
}
