/** The stand-in's `app`: its life, its one-instance lock and its command line. */

import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser, openBrowser } from './browser.ts'
import { record } from './outside.ts'
import { utilityProcesses } from './utility-process.ts'

/** An event that a listener may prevent, as Electron's are. */
export function preventable<More extends object>(more: More) {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

export interface Closable {
  /** False when it stays open. */
  close(): boolean
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly windows = new Set<Closable>()
  readonly #paths = new Map<string, string>()
  #ready: Promise<void> | null = null
  #isReady = false
  #lock: string | null = null
  #quitting = false

  readonly commandLine = {
    getSwitchValue: (name: string) => {
      const prefix = `--${name}=`
      return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? ''
    },
    hasSwitch: (name: string) =>
      process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
    appendSwitch: () => {},
    appendArgument: () => {},
    removeSwitch: () => {},
  }

  getName = () => 'Romp'
  getVersion = () => '0.0.0'
  isReady = () => this.#isReady
  getAppMetrics = () =>
    [...utilityProcesses].map(
      ({ pid, serviceName }) => ({ type: 'Utility', pid, name: serviceName }) as Electron.ProcessMetric,
    )
  getGPUFeatureStatus = () => ({}) as Electron.GPUFeatureStatus

  setAsDefaultProtocolClient = (scheme: string, program?: string, given?: string[]): boolean => {
    record('links', [scheme, program, given])
    return true
  }
  setBadgeCount = (count?: number): boolean => {
    record('badge', count ?? null)
    return true
  }

  getPath = (name: string): string => this.#paths.get(name) ?? join(tmpdir(), 'romp-stand-in', name)

  setPath = (name: string, path: string): void => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`)
    this.#paths.set(name, path)
  }

  /** Electron is ready some time after the main module ran, so that what must be said before can be. */
  whenReady = (): Promise<void> => {
    this.#ready ??= openBrowser(this.getPath('userData')).then(() => {
      this.#isReady = true
      this.emit('ready')
    })
    return this.#ready
  }

  requestSingleInstanceLock = (): boolean => {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const lock = join(folder, 'instance.lock')
    const knock = join(folder, 'instance.knock')
    if (isHeld(lock)) {
      // Whole at once: the first instance may look at any time.
      writeFileSync(`${knock}.${process.pid}`, JSON.stringify(process.argv))
      renameSync(`${knock}.${process.pid}`, knock)
      return false
    }
    writeFileSync(lock, String(process.pid))
    this.#lock = lock
    watch(folder, { persistent: false }, (_kind, name) => {
      if (name !== 'instance.knock' || !existsSync(knock)) return
      const argv = JSON.parse(readFileSync(knock, 'utf8')) as string[]
      rmSync(knock)
      this.emit('second-instance', {}, argv, '', null)
    })
    return true
  }

  releaseSingleInstanceLock = (): void => {
    if (this.#lock) rmSync(this.#lock, { force: true })
    this.#lock = null
  }

  quit = (): void => {
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#quitting = true
    if (this.windows.size === 0) this.#leave()
    for (const window of [...this.windows]) {
      if (!window.close()) this.#quitting = false
    }
  }

  #leave(): void {
    const will = preventable({})
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }

  exit = (code = 0): void => {
    this.emit('quit', {}, code)
    this.releaseSingleInstanceLock()
    void closeBrowser().finally(() => process.exit(code))
  }

  /** Called when a window is gone. */
  forget(window: Closable): void {
    this.windows.delete(window)
    if (this.windows.size > 0) return
    if (this.#quitting) this.#leave()
    else this.emit('window-all-closed')
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

export const app = new App()

// As Electron does, unless the app listens itself; without it Chromium would outlive this process.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) app.quit()
  })
}
