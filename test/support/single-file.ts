/** The headless executable as a person has it: made into a folder, started on its own, and its guests. */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const patience = 30_000

export const fileName = `romp-serve-${process.platform}-${process.arch}${process.platform === 'win32' ? '.exe' : ''}`

export interface Ended {
  code: number | null
  out: string
  err: string
}

export class Program {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  #out = ''
  #err = ''

  constructor(child: ChildProcess) {
    this.child = child
    child.stdout?.on('data', (chunk: Buffer) => (this.#out += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (this.#err += chunk.toString()))
    this.ended = once(child, 'close').then(([code]) => ({
      code: code as number | null,
      out: this.#out,
      err: this.#err,
    }))
  }

  /** Settles once it has said something that fits, with what fits. */
  async says(what: RegExp): Promise<RegExpExecArray> {
    let over = false
    void this.ended.then(() => (over = true))
    for (;;) {
      const said = what.exec(this.#out)
      if (said) return said
      if (over) throw new Error(`it ended without a word of ${what}: ${this.#out}${this.#err}`)
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), this.ended])
    }
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal)
    return await this.ended
  }
}

/** `npm run package:serve`, without npm, which keeps signals to itself. */
export function packageServe(...args: string[]): Program {
  return new Program(spawn(process.execPath, ['src/cli/package-serve.ts', ...args], { cwd: root }))
}

export function runFile(file: string, args: readonly string[], options: SpawnOptions = {}): Program {
  return new Program(spawn(file, args, { env: { ...process.env, PORT: '' }, ...options }))
}

/** Hosts on a free port of this machine alone. */
export async function hostWith(file: string, options: SpawnOptions = {}) {
  const program = runFile(file, ['--port', '0', '--host', '127.0.0.1', '--no-discovery'], options)
  const [, port] = await program.says(/localhost:(\d+)/)
  return { program, port: Number(port) }
}

/** A real client that plays in real time until it is told to stop. */
export class Guest {
  readonly party: Party
  readonly #beat: NodeJS.Timeout

  constructor(port: number, name: string) {
    this.party = new Party({
      ...{ url: `ws://127.0.0.1:${port}/play/`, dial, resume: null, as: 'player' },
      token: `guest-of-one-file-${name}`,
      appearance: { name, colour: 'sky', shape: 'star' },
      keepResume: () => {},
      random: Math.random,
      now: () => performance.now(),
    })
    this.#beat = setInterval(() => this.party.advance(performance.now()), 20)
  }

  get sees(): string[] {
    return [...this.party.state.players.values()].map(({ name }) => name).sort()
  }

  /** Settles once its party is as asked for. */
  until(what: string, holds: (guest: Guest) => boolean): Promise<void> {
    return new Promise((done, fail) => {
      const look = () => {
        if (!holds(this)) return
        clearTimeout(timer)
        forget()
        done()
      }
      const forget = this.party.subscribe(look)
      const timer = setTimeout(() => {
        forget()
        fail(new Error(`${what} did not happen: ${JSON.stringify(this.party.state.status)}, ${this.sees}`))
      }, patience)
      look()
    })
  }

  stop(): void {
    clearInterval(this.#beat)
    this.party.leave()
  }
}
