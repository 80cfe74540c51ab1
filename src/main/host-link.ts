/** The near end of a host process: one process from its start to its end, with one party in it. */

import { createInterface } from 'node:readline'
import { utilityProcess } from 'electron'
import type { Failure } from '../platform/platform.ts'
import { type Hosted, type Opening, type Order, readReport } from './host-process/messages.ts'

/** Longest that a goodbye may take, in milliseconds; then the process is ended without one. */
const goodbyeMs = 1500

/** Longest that opening a party may take, in milliseconds: a process that the system does not launch never says so. */
const openingMs = 30_000

/** As `npm run serve` does: a small young heap has short pauses. Chromium takes V8's flags in this form. */
const execArgv = ['--js-flags=--max-semi-space-size=4']

const unopened: Failure = {
  ...{ ok: false, code: 'internal' },
  message: 'The party’s host ended before it was open. Try again, or start Romp anew.',
}

export interface HostLink {
  /** Settles when the party is open, with null, or cannot be opened. */
  readonly opened: Promise<Failure | null>
  /** Settles with the exit code when the process is gone. */
  readonly ended: Promise<number>
  /** The party as it is; null before it is open. */
  party(): Hosted | null
  /** After the machine slept. */
  wake(): void
  /** Says goodbye; settles when the process is gone, or does not want to go. */
  close(): Promise<void>
}

/** Starts a process that hosts a party. `program` is its built module; `tell` is called whenever the party has changed. */
export function startHostProcess(program: string, opening: Opening, tell: () => void): HostLink {
  const child = utilityProcess.fork(program, [], { serviceName: 'Romp host', stdio: 'pipe', execArgv })
  let isOver = false
  let party: Hosted | null = null
  const send = (order: Order) => {
    // Electron has crashed where a message went to a process that is gone.
    if (!isOver) child.postMessage(order)
  }
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      isOver = true
      resolve(code)
    })
  })
  const opened = new Promise<Failure | null>((resolve) => {
    const patience = setTimeout(() => settle(unopened), openingMs)
    const settle = (answer: Failure | null) => {
      clearTimeout(patience)
      resolve(answer)
    }
    child.on('message', (message: unknown) => {
      const report = readReport(message)
      if (report.type === 'refused') return settle({ ok: false, code: report.code, message: report.message })
      party = report.party
      tell()
      settle(null)
    })
    void ended.then(() => settle(unopened))
  })
  // What its heap ran into; the report that comes with it holds the environment, and stays unread.
  child.on('error', (type, location) => console.error(`The host process: ${type} at ${location}`))
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => console.log(line))
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => console.error(line))
  // Never on the command line or in the environment, where other programs could read the password.
  send({ type: 'open', party: opening })
  return {
    opened,
    ended,
    party: () => party,
    wake: () => send({ type: 'wake' }),
    async close() {
      send({ type: 'close' })
      // One that hangs hears no gentle signal, which is all that Electron's own kill() sends.
      const patience = setTimeout(() => {
        if (!isOver && child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      }, goodbyeMs)
      await ended
      clearTimeout(patience)
    },
  }
}
