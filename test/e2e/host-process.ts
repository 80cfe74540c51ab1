/** The headless host as people start it: a process of its own, on a free port of this machine. */

import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const patience = 60_000

export interface HostProcess {
  readonly port: number
  /** The page's address, without a slash at its end. */
  readonly base: string
  /** Ends it, politely or not; settles with its exit code, null where it was killed. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** `port` where one is to come back at the same place. */
export async function startHostProcess(flags: readonly string[] = [], port?: number): Promise<HostProcess> {
  const at = port ?? (await freePort())
  const fixed = ['--port', String(at), '--host', '127.0.0.1', '--no-discovery']
  const child = spawn(process.execPath, ['src/cli/serve.ts', ...fixed, ...flags], {
    cwd: root,
    env: { ...process.env, PORT: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const base = `http://127.0.0.1:${at}`
  const until = performance.now() + patience
  while (!(await answers(base))) {
    if (child.exitCode !== null) throw new Error(`The host ended with code ${child.exitCode}: ${said}`)
    if (performance.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`The host does not answer: ${said}`)
    }
    await new Promise((later) => setTimeout(later, 50))
  }
  return { port: at, base, end: (signal = 'SIGTERM') => ended(child, signal) }
}

function answers(base: string): Promise<boolean> {
  return fetch(`${base}/health`).then(
    (answer) => answer.ok,
    () => false,
  )
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((done) => {
    child.once('exit', (code) => done(code))
    child.kill(signal)
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
