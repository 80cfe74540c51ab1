/** Node's own executable with a blob inside. What a system wants done to it before and after differs. */

import { chmod, copyFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { must, PackagingError, type Ran, run } from './tool.ts'

const postject = fileURLToPath(new URL('../../../node_modules/postject/dist/cli.js', import.meta.url))
/** Node looks for a blob only where this, a constant of its own, is followed by a one. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

/** Makes `executable` of the Node that runs this. `say` is told what was done, and what was not. */
export async function makeExecutable(executable: string, blob: string, say: (line: string) => void) {
  await copyFile(process.execPath, executable)
  await chmod(executable, 0o755)
  await prepare(executable, say)
  const segment = process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : []
  const given = [postject, executable, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', fuse, ...segment]
  const injected = await run(process.execPath, given)
  if (injected.kind !== 'done') {
    // Linux distributions and Homebrew keep most of Node in a library beside it.
    throw new PackagingError(
      `${process.execPath} takes no blob (${saidBy(injected)}). Use the Node of nodejs.org, which is one file.`,
    )
  }
  await sign(executable, say)
}

async function prepare(executable: string, say: (line: string) => void): Promise<void> {
  switch (process.platform) {
    case 'darwin':
      // A signature that no longer fits would keep it from running at all.
      return await must('Removing Node’s signature', 'codesign', ['--remove-signature', executable])
    case 'win32': {
      const ran = await run('signtool', ['remove', '/s', executable])
      if (ran.kind === 'done') return
      return say(`Node’s own signature is still in it, and no longer valid: ${whyNot('signtool', ran)}.`)
    }
    default:
      return await strip(executable, say)
  }
}

/** Only before the blob is in: afterwards the sections are where `strip` does not expect them. */
async function strip(executable: string, say: (line: string) => void): Promise<void> {
  const before = (await stat(executable)).size
  const ran = await run('strip', ['--strip-unneeded', executable])
  if (ran.kind === 'done')
    say(`Symbols for debuggers left out: ${megabytes(before - (await stat(executable)).size)}.`)
  else say(`Symbols for debuggers are still in it: ${whyNot('strip', ran)}.`)
}

async function sign(executable: string, say: (line: string) => void): Promise<void> {
  switch (process.platform) {
    case 'darwin':
      await must('Signing', 'codesign', ['--sign', '-', executable])
      return say(
        'Signed ad hoc and not notarised: macOS holds a copy that was downloaded until its user allows it.',
      )
    case 'win32':
      return say('Not signed: Windows asks before it runs a copy that was downloaded.')
    default:
      return say('Not signed: Linux does not ask for it.')
  }
}

function whyNot(program: string, ran: Ran): string {
  return ran.kind === 'absent' ? `${program} is not here` : `${program} said ${saidBy(ran)}`
}

function saidBy(ran: Ran): string {
  return ran.kind === 'failed' ? (ran.said.split('\n').at(-1) ?? '') : 'nothing'
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
