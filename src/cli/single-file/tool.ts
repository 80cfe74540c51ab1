/** Programs that help to make the single file; those of the system may be absent. */

import { spawn } from 'node:child_process'

/** What to tell the person who packages, in one sentence. */
export class PackagingError extends Error {
  override readonly name = 'PackagingError'
}

export type Ran = { kind: 'done' } | { kind: 'absent' } | { kind: 'failed'; said: string }

/** Runs it in a folder, this one where none is named. Never rejects; `said` is the last that the program wrote. */
export function run(program: string, args: readonly string[], folder?: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    let said = ''
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? { kind: 'absent' } : { kind: 'failed', said: error.message }),
    )
    child.once('close', (code, signal) =>
      resolve(
        code === 0
          ? { kind: 'done' }
          : { kind: 'failed', said: said.trim() || `it ended with ${signal ?? code}` },
      ),
    )
  })
}

/** The same for what must succeed; `task` begins the sentence of its failure. */
export async function must(
  task: string,
  program: string,
  args: readonly string[],
  folder?: string,
): Promise<void> {
  const ran = await run(program, args, folder)
  if (ran.kind === 'absent') throw new PackagingError(`${task} needs ${program}, which is not here.`)
  if (ran.kind === 'failed') throw new PackagingError(`${task} failed: ${ran.said}`)
}
