/**
 * A small network inside this machine: computers that are network namespaces, each on one cable (a veth pair) to a
 * switch (a bridge in a namespace of its own). Nothing of it touches the real network. Needs root and iproute2.
 */

import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'

const prefix = 'romp'
const open = new Set<Lan>()
let guarded = false

/** Null where a network can be made; else why not, in one sentence for whoever reads the test's report. */
export function whyNoLan(): string | null {
  if (process.platform !== 'linux') return 'Skipped: network namespaces are a thing of Linux.'
  if (process.getuid?.() !== 0) return 'Skipped: making network namespaces needs root.'
  try {
    ip('-V')
  } catch {
    return 'Skipped: the `ip` program of iproute2 is not installed (apt-get install iproute2).'
  }
  const trial = `${prefix}-${process.pid}-trial`
  try {
    ip('netns', 'add', trial)
    ip('netns', 'delete', trial)
    return null
  } catch (error) {
    return `Skipped: this machine does not let network namespaces be made (${reason(error)}).`
  }
}

/** One computer on the network. */
export class Machine {
  readonly address: string
  readonly #namespace: string
  readonly #lan: Lan
  readonly #port: string

  constructor(lan: Lan, namespace: string, port: string, address: string) {
    this.#lan = lan
    this.#namespace = namespace
    this.#port = port
    this.address = address
  }

  /** Runs a program on this computer. It is killed, at the latest, when the network is taken down. */
  run(program: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
    // `ip netns exec` becomes the program, so that signals and the exit code are the program's own.
    const child = spawn('ip', ['netns', 'exec', this.#namespace, program, ...args], options)
    this.#lan.adopt(child)
    return child
  }

  /** Takes the network card out; it and its address are gone, as with a dongle. */
  unplug(): void {
    ip('-n', this.#namespace, 'link', 'delete', 'eth0')
  }

  /** Puts a network card in, a new one after `unplug`, with the same address as ever. */
  plug(): void {
    const inside = (...words: string[]) => ip('-n', this.#namespace, ...words)
    ip(
      ...['-n', this.#lan.switchNamespace, 'link', 'add', this.#port, 'type', 'veth'],
      ...['peer', 'name', 'eth0', 'netns', this.#namespace],
    )
    ip('-n', this.#lan.switchNamespace, 'link', 'set', this.#port, 'master', 'switch', 'up')
    inside('address', 'add', `${this.address}/24`, 'broadcast', '+', 'dev', 'eth0')
    inside('link', 'set', 'eth0', 'up')
    inside('route', 'add', '224.0.0.0/4', 'dev', 'eth0')
  }
}

export class Lan {
  readonly #id = `${prefix}-${process.pid}-${randomBytes(3).toString('hex')}`
  readonly #namespaces: string[] = []
  readonly #children = new Set<ChildProcess>()
  readonly switchNamespace: string

  constructor() {
    guard()
    open.add(this)
    sweep()
    try {
      this.switchNamespace = this.#namespace('switch')
      const inside = (...words: string[]) => ip('-n', this.switchNamespace, ...words)
      // Without snooping: a real switch floods what no one has yet said they want.
      inside('link', 'add', 'switch', 'type', 'bridge', 'mcast_snooping', '0')
      inside('link', 'set', 'switch', 'up')
    } catch (error) {
      this.#demolish()
      throw error
    }
  }

  /** A computer with one network card, `10.77.0.N`. */
  machine(): Machine {
    const number = this.#namespaces.length
    const namespace = this.#namespace(`m${number}`)
    ip('-n', namespace, 'link', 'set', 'lo', 'up')
    const machine = new Machine(this, namespace, `port${number}`, `10.77.0.${number}`)
    machine.plug()
    return machine
  }

  adopt(child: ChildProcess): void {
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
  }

  /** Ends every program and takes the network down. */
  async close(): Promise<void> {
    const ends = [...this.#children].map((child) => once(child, 'exit'))
    this.#demolish()
    await Promise.all(ends)
  }

  /** The same without waiting, for a process that is about to end. */
  demolishNow(): void {
    this.#demolish()
  }

  #namespace(name: string): string {
    const namespace = `${this.#id}-${name}`
    ip('netns', 'add', namespace)
    this.#namespaces.push(namespace)
    return namespace
  }

  #demolish(): void {
    open.delete(this)
    for (const child of this.#children) child.kill('SIGKILL')
    for (const namespace of this.#namespaces.splice(0)) {
      try {
        ip('netns', 'delete', namespace)
      } catch (error) {
        console.error(`${namespace} could not be taken down: ${reason(error)}`)
      }
    }
  }
}

/** However this process ends, its networks go with it. */
function guard(): void {
  if (guarded) return
  guarded = true
  const demolish = () => {
    for (const lan of [...open]) lan.demolishNow()
  }
  process.once('exit', demolish)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      demolish()
      process.kill(process.pid, signal)
    })
  }
}

/** Takes down what a run left behind that was killed without a chance to tidy up, with the programs that still run there. */
function sweep(): void {
  for (const line of ip('netns', 'list').split('\n')) {
    const [name = ''] = line.split(' ')
    const maker = new RegExp(`^${prefix}-(\\d+)-`).exec(name)?.[1]
    if (maker === undefined || isRunning(Number(maker))) continue
    attempt(() => {
      for (const pid of ip('netns', 'pids', name)
        .split('\n')
        .filter((line) => line !== '')) {
        attempt(() => process.kill(Number(pid), 'SIGKILL'))
      }
    })
    attempt(() => ip('netns', 'delete', name))
  }
}

/** Another run may be sweeping as well, or a program may end by itself. */
function attempt(act: () => unknown): void {
  try {
    act()
  } catch {
    // It is gone already.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function ip(...args: string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function reason(error: unknown): string {
  const stderr = (error as { stderr?: unknown }).stderr
  return (typeof stderr === 'string' ? stderr : String(error)).trim()
}
