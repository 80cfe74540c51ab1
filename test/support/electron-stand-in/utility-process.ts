/** The stand-in's `utilityProcess`: a real other process, a Node with `process.parentPort` as Electron gives it. */

import { type ChildProcess, fork as forkNode } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'

const parentPort = new URL('./parent-port.ts', import.meta.url).href
/** What is asked to end and does not is made to, after so many milliseconds. */
const killedAfter = 2000

/** Those that run now. */
export const utilityProcesses = new Set<UtilityProcess>()

class UtilityProcess extends EventEmitter {
  readonly serviceName: string
  readonly stdout: Readable | null
  readonly stderr: Readable | null
  readonly #child: ChildProcess
  #killed = false
  #over = false

  constructor(program: string, args: string[], options: Electron.ForkOptions) {
    super()
    this.serviceName = options.serviceName ?? 'Node Utility Process'
    const stdio = options.stdio === 'pipe' ? 'pipe' : 'inherit'
    this.#child = forkNode(program, args, {
      execArgv: [...nodeFlags(options.execArgv ?? []), '--import', parentPort],
      env: { ...process.env, ...options.env },
      stdio: ['ignore', stdio, stdio, 'ipc'],
      serialization: 'advanced',
    })
    this.stdout = this.#child.stdout
    this.stderr = this.#child.stderr
    utilityProcesses.add(this)
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    // Electron drops what goes to a process that is gone.
    this.#child.on('error', () => {})
    this.#child.once('exit', (code, signal) => {
      this.#over = true
      utilityProcesses.delete(this)
      const number = code ?? (signal ? constants.signals[signal] : 1)
      this.emit('exit', this.#killed && code === null ? 0 : number)
    })
  }

  get pid(): number | undefined {
    return this.#over ? undefined : this.#child.pid
  }

  postMessage = (message: unknown): void => {
    if (this.#child.connected) this.#child.send(message as object)
  }

  kill = (): boolean => {
    if (this.#over) return false
    this.#killed = true
    setTimeout(() => {
      if (!this.#over) this.#child.kill('SIGKILL')
    }, killedAfter).unref()
    return this.#child.kill('SIGTERM')
  }
}

/** Chromium's switches as Node knows them: V8's flags come in one, and a rejection that nobody handles ends nothing. */
function nodeFlags(switches: readonly string[]): string[] {
  const prefix = '--js-flags='
  return [
    '--unhandled-rejections=warn-with-error-code',
    ...switches.flatMap((it) => (it.startsWith(prefix) ? it.slice(prefix.length).split(' ') : [it])),
  ]
}

export const utilityProcess = {
  fork: (program: string, args: string[] = [], options: Electron.ForkOptions = {}) =>
    new UtilityProcess(program, args, options) as unknown as Electron.UtilityProcess,
}
