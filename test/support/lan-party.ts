/** Programs of Romp on the computers of a test network: hosts, guests, and those who look at the lobby list. */

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Advert, nearby } from '../../src/protocol/advert.ts'
import type { Machine } from './namespaces.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Program {
  /** When it was started, in milliseconds since 1970, as are all times here. */
  startedAt: number
  /** What it wrote, both ways. */
  said(): string
  /** Sends a signal, and gives the time at which it did. */
  signal(name: 'SIGTERM' | 'SIGKILL'): number
  exit: Promise<number | null>
}

export function runNode(machine: Machine, ...args: string[]): Program {
  const child = machine.run(process.execPath, args, { cwd: root, env: { ...process.env, PORT: '' } })
  return program(child)
}

/** The headless host, as people start it. */
export function runHost(machine: Machine, name: string, ...flags: string[]): Program {
  return runNode(machine, 'src/cli/serve.ts', '--name', name, ...flags)
}

/** Real clients that join, play for some seconds, and leave. */
export function runGuests(machine: Machine, url: string, count: number, seconds: number): Program {
  return runNode(
    machine,
    ...['src/cli/bots.ts', '--url', url, '--count', String(count), '--seconds', String(seconds)],
  )
}

export class Watcher {
  readonly #child: ChildProcess
  readonly #lists: { time: number; adverts: Advert[]; trouble: string | null }[] = []
  readonly #waiting = new Set<() => void>()
  #errors = ''

  constructor(machine: Machine) {
    this.#child = machine.run(process.execPath, ['test/support/lobby-watcher.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()))
    if (!this.#child.stdout) throw new Error('a watcher needs an output')
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const told = JSON.parse(line) as { time: number; nearby: unknown }
      this.#lists.push({ time: told.time, ...nearby.parse(told.nearby) })
      for (const wake of [...this.#waiting]) wake()
    })
  }

  get list(): Advert[] {
    return this.#lists.at(-1)?.adverts ?? []
  }

  get trouble(): string | null {
    return this.#lists.at(-1)?.trouble ?? null
  }

  stop(): void {
    this.#child.kill('SIGTERM')
  }

  /** Settles once it looks. */
  async ready(): Promise<void> {
    await this.when('the first list', () => true, 0)
  }

  /** The time of the first list after `since` that is as it should be; rejects after `patience` milliseconds. */
  async when(
    what: string,
    test: (adverts: Advert[]) => boolean,
    since: number,
    patience = 15_000,
  ): Promise<number> {
    const until = Date.now() + patience
    for (;;) {
      const found = this.#lists.find(({ time, adverts }) => time >= since && test(adverts))
      if (found) return found.time
      // A list that was right all along is not told again.
      if (this.#lists.length > 0 && test(this.list)) return Math.max(since, this.#lists.at(-1)?.time ?? 0)
      if (Date.now() > until || this.#child.exitCode !== null) {
        throw new Error(
          `${what} was not seen: ${JSON.stringify(this.#lists.slice(-5), null, 1)} ${this.#errors}`,
        )
      }
      await this.#next(until - Date.now())
    }
  }

  /** Whether every list since then was as it should be. */
  always(test: (adverts: Advert[]) => boolean, since: number): boolean {
    return this.#lists.every(({ time, adverts }) => time < since || test(adverts))
  }

  #next(patience: number): Promise<void> {
    return new Promise((resume) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resume()
      }
      const timer = setTimeout(wake, Math.max(1, Math.min(patience, 500)))
      this.#waiting.add(wake)
    })
  }
}

/** The parties of that name. */
export function named(name: string): (adverts: readonly Advert[]) => Advert[] {
  return (adverts) => adverts.filter((advert) => advert.name === name)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

function program(child: ChildProcess): Program {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  return {
    startedAt: Date.now(),
    said: () => output,
    signal(name) {
      const now = Date.now()
      child.kill(name)
      return now
    },
    exit: once(child, 'exit').then(([code]) => code as number | null),
  }
}
