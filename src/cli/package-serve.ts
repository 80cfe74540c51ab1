/** `npm run package:serve`: makes one executable of the headless host, its page and Node. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { BuildError, buildIfStale } from './build-stale.ts'
import { FlagError, parseFlags } from './flags.ts'
import { writeBlob } from './single-file/blob.ts'
import { bundleHost } from './single-file/bundle.ts'
import { makeExecutable, megabytes } from './single-file/executable.ts'
import { PackagingError } from './single-file/tool.ts'
import { tryOut } from './single-file/trial.ts'
import { openWorkFolder } from './single-file/work-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = join(root, 'out', 'renderer')
const usage = `Usage: npm run package:serve -- [--into DIR]

Makes romp-serve-${process.platform}-${process.arch} in DIR (release): the headless host, its page and this Node in one file.`

const say = (line: string) => console.log(line)

async function packageServe(argv: readonly string[]): Promise<number> {
  const { help, into } = parseFlags(argv, {
    into: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  })
  if (help) {
    say(usage)
    return 0
  }
  needNode()
  await buildIfStale()
  const folder = resolve(into ?? join(root, 'release'))
  const name = `romp-serve-${process.platform}-${process.arch}${process.platform === 'win32' ? '.exe' : ''}`
  const finished = join(folder, name)
  const work = openWorkFolder(folder)
  const made = join(work, name)

  const script = await bundleHost(work)
  const blob = await writeBlob(script, page)
  say(
    `The host: ${megabytes((await stat(script)).size)}; its page: ${blob.files} files, ${megabytes(blob.bytes)}.`,
  )
  await makeExecutable(made, blob.path, say)
  const milliseconds = await tryOut(made)
  const sha256 = await digest(made)
  await replace(made, finished)
  say(`SHA-256 ${sha256}`)
  const { size } = await stat(finished)
  say(
    `${relative(process.cwd(), finished)}: ${megabytes(size)}, listens ${milliseconds.toFixed(0)} ms after its start`,
  )
  return 0
}

/** The first whose single executables can list what is inside them, and bring flags for Node along. */
function needNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 8)) return
  throw new PackagingError(`One file can be made with Node 24.8 or newer; this is ${process.versions.node}.`)
}

async function replace(made: string, finished: string): Promise<void> {
  try {
    await rename(made, finished)
  } catch (error) {
    throw new PackagingError(
      `${finished} cannot be replaced (${(error as NodeJS.ErrnoException).code}). Where it runs, stop it first.`,
    )
  }
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

try {
  process.exitCode = await packageServe(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof FlagError || error instanceof BuildError || error instanceof PackagingError))
    throw error
  console.error(error.message)
  process.exitCode = error instanceof FlagError ? 2 : 1
}
