/** A process of the bench, on a core of its own where the system can do that, and questions to it. */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
/** Some of the peers do more than they need to where they are not told that this is no development. */
const env = { ...process.env, NODE_ENV: 'production' }
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

/** Where each part runs: the server alone on the first core, what measures it on the others. */
const coreOf = { server: 0, load: 1, probe: availableParallelism() > 2 ? 2 : 1 } as const
export type Part = keyof typeof coreOf

export const pinning = canPin
  ? `the server on core ${coreOf.server}, the load on core ${coreOf.load}, the probe on core ${coreOf.probe}`
  : 'not pinned: this system has no taskset, or one core'

/** Milliseconds that an answer may take. */
const patience = 60_000

type Answer = Record<string, unknown>

export class Child {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #answers: ((answer: Answer) => void)[] = []
  readonly #failures: ((error: Error) => void)[] = []
  readonly #name: string
  #stderr = ''
  #ended = false

  private constructor(name: string, part: Part | null, command: readonly string[]) {
    this.#name = name
    const whole = canPin && part ? ['taskset', '-c', `${coreOf[part]}`, ...command] : command
    this.#process = spawn(whole[0] as string, whole.slice(1), { stdio: 'pipe', cwd: root, env })
    this.#process.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-4000)
    })
    createInterface({ input: this.#process.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      this.#failures.shift()
      this.#answers.shift()?.(JSON.parse(line))
    })
    const over = (why: string) => {
      this.#ended = true
      for (const fail of this.#failures.splice(0)) fail(new Error(`${this.#name} ${why}\n${this.#stderr}`))
    }
    this.#process.once('error', (error) => over(error.message))
    this.#process.once('close', (code, signal) => over(`ended (${code ?? signal})`))
    this.#process.stdin.on('error', () => {})
  }

  /** Starts it, on any core where it is no `part`, and waits for the first line that it says. */
  static async start(name: string, part: Part | null, command: readonly string[]): Promise<[Child, Answer]> {
    const child = new Child(name, part, command)
    return [child, await child.#next()]
  }

  /** Asks, and resolves with the answer; rejects where it is an error or does not come. */
  ask(question: Answer): Promise<Answer> {
    const answer = this.#next()
    this.#process.stdin.write(`${JSON.stringify(question)}\n`)
    return answer
  }

  /** Milliseconds that its main thread was ready to run and had no core, so far; 0 where the system does not tell. */
  get waited(): number {
    try {
      return Number(readFileSync(`/proc/${this.#process.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
    } catch {
      return 0
    }
  }

  async stop(): Promise<void> {
    if (this.#ended) return
    const ended = new Promise<void>((resolve) => this.#process.once('close', () => resolve()))
    this.#process.stdin.end()
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 2000)
    await ended
    clearTimeout(timer)
  }

  #next(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${this.#name} does not answer\n${this.#stderr}`)),
        patience,
      )
      this.#answers.push((answer) => {
        clearTimeout(timer)
        if (typeof answer.error === 'string') reject(new Error(`${this.#name}: ${answer.error}`))
        else resolve(answer)
      })
      this.#failures.push((error) => {
        clearTimeout(timer)
        reject(error)
      })
    })
  }
}
