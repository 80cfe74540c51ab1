/** Starts the finished file as people will, and sees whether it hosts. */

import { spawn } from 'node:child_process'
import { PackagingError } from './tool.ts'

const starts = 5
const patienceMs = 20_000

/** Milliseconds from its start until it listens, the median of five. */
export async function tryOut(executable: string): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < starts; start++) times.push(await startOnce(executable))
  return times.sort((a, b) => a - b)[Math.floor(starts / 2)] ?? 0
}

async function startOnce(executable: string): Promise<number> {
  const began = performance.now()
  const args = ['--port', '0', '--host', '127.0.0.1', '--no-discovery']
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const patience = setTimeout(end, patienceMs)
  try {
    return await new Promise<number>((resolve, reject) => {
      let said = ''
      const fail = (why: string) => reject(new PackagingError(`The finished file does not host: ${why}`))
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      // It speaks as soon as it listens, and not before.
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const url = /http:\/\/\S+:\d+/.exec(said)?.[0].replace('localhost', '127.0.0.1')
        if (url === undefined) return
        const time = performance.now() - began
        servesPage(url).then(
          (serves) => (serves ? resolve(time) : fail('it has no page.')),
          (error: Error) => fail(error.message),
        )
      })
      child.once('error', (error) => fail(error.message))
      child.once('close', () => fail(said.trim() || 'it says nothing.'))
    })
  } finally {
    clearTimeout(patience)
    process.off('exit', end)
    await stopped(child, end)
  }
}

async function servesPage(url: string): Promise<boolean> {
  const answer = await fetch(url)
  return answer.ok && (await answer.text()).includes('<title>')
}

/** Windows lets go of a file only when the program has ended. */
function stopped(child: ReturnType<typeof spawn>, end: () => void): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    end()
  })
}
