/** Where releases come from: electron-updater, which is loaded the first time that somebody looks, and told to do nothing by itself. */

import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AppUpdater, CancellationToken } from 'electron-updater'
import type { Release } from '../../platform/updates.ts'
import type { Copy } from './copy.ts'
import { UpdateError } from './failure-words.ts'
import { releaseOf } from './release.ts'

/** Longest that a list of releases may take, in milliseconds. */
const lookPatience = 30_000
/** Longest that nothing may come while fetching, in milliseconds. Electron's own requests never give up. */
const fetchPatience = 60_000

type Updatable = Exclude<Copy, { kind: 'fixed' }>

export interface Fetching {
  /** Settles when the file is here and is what was published; rejects when it was cancelled, too. */
  done: Promise<void>
  cancel(): void
}

/** Every call may throw or reject with what electron-updater says; `failureWords` knows its codes. */
export interface Releases {
  /** The newest release; null where this copy is as new. */
  newest(): Promise<Release | null>
  /** Fetches what `newest` found. `show` hears whole percents. */
  fetch(show: (percent: number) => void): Fetching
  /** Whether what was fetched can be put in place; rejects where it cannot. */
  checkPlace(): Promise<void>
  /** Puts it in place and ends the app. `failed` hears why that went wrong, now or later. */
  install(failed: (error: Error) => void): void
}

export async function openReleases(copy: Updatable): Promise<Releases> {
  const { AppImageUpdater, CancellationToken, MacUpdater, NsisUpdater } = await import('electron-updater')
  const Updater = { appimage: AppImageUpdater, nsis: NsisUpdater, mac: MacUpdater }[copy.kind]
  return releasesOf(new Updater(), copy, () => new CancellationToken())
}

export function releasesOf(
  updater: AppUpdater,
  { kind, config }: Updatable,
  cancellation: () => CancellationToken,
): Releases {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  // What goes wrong is said once, by whoever called.
  updater.logger = null
  // In place of a number that electron-updater makes up once and would send with every look, always the same.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  if (config !== null) {
    updater.forceDevUpdateConfig = true
    updater.updateConfigPath = config
  }
  let fetched: string | null = null
  return {
    async newest() {
      const found = await within(lookPatience, updater.checkForUpdates())
      return found?.isUpdateAvailable ? releaseOf(found.updateInfo, kind) : null
    },
    fetch(show) {
      const token = cancellation()
      const silence = watchSilence(() => token.cancel())
      const hear = ({ percent }: { percent: number }) => {
        silence.heard()
        show(Math.min(100, Math.max(0, Math.floor(percent))))
      }
      updater.on('download-progress', hear)
      const run = async () => {
        try {
          fetched = (await updater.downloadUpdate(token))[0] ?? null
        } catch (error) {
          if (silence.broken()) throw new UpdateError('ROMP_SILENT', 'nothing came for a minute')
          throw error
        } finally {
          silence.stop()
          updater.off('download-progress', hear)
        }
      }
      return { done: run(), cancel: () => token.cancel() }
    },
    async checkPlace() {
      const place = process.env.APPIMAGE
      if (kind === 'appimage' && place && fetched) await checkMove(fetched, place)
    },
    install(failed) {
      // Later errors are those of whatever is tried next, which says them itself.
      updater.once('error', failed)
      updater.quitAndInstall(false, true)
    },
  }
}

/** The old file is deleted before the new one is moved to its place: what would stop that is found out before. */
async function checkMove(from: string, to: string): Promise<void> {
  const folder = dirname(to)
  await access(folder, constants.W_OK)
  const [file, place, room] = await Promise.all([stat(from), stat(folder), statfs(folder)])
  if (file.dev !== place.dev && room.bavail * room.bsize < file.size) {
    throw Object.assign(new Error('no room for the new file'), { code: 'ENOSPC' })
  }
}

/** Calls once when nothing was heard for a minute. */
function watchSilence(act: () => void) {
  let broken = false
  const fire = () => {
    broken = true
    act()
  }
  let timer = setTimeout(fire, fetchPatience)
  return {
    heard() {
      clearTimeout(timer)
      timer = setTimeout(fire, fetchPatience)
    },
    stop: () => clearTimeout(timer),
    broken: () => broken,
  }
}

function within<T>(patience: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new UpdateError('ROMP_SILENT', 'no answer')), patience)
  })
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer))
}
