/** Builds the app and its page when their sources changed since the last build; one process at a time. */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, '.cache')
const stamp = join(root, 'out', '.built-from')
const lock = join(cache, 'build.lock')
const sources = ['src', 'build/icons', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const artefacts = ['main/index.js', 'preload/index.cjs', 'renderer/index.html']
/** A build takes seconds; a lock this old belongs to a process that died. */
const lockExpiresMs = 120_000

/** What to tell the person who started the program, in one sentence. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
}

/**
 * Brings `out/` up to date, with one line of progress on standard error where there is something to do. Rejects with
 * a BuildError, after what the build tool said. Programs without their sources beside them have nothing to build.
 */
export async function buildIfStale(): Promise<void> {
  if (!existsSync(join(root, 'electron.vite.config.ts')) || isFresh()) return
  const release = await takeLock()
  try {
    // Another process may have built it while this one waited.
    if (!isFresh()) await build()
  } finally {
    release()
  }
}

/** Builds in any case. */
export async function buildNow(): Promise<void> {
  const release = await takeLock()
  try {
    await build()
  } finally {
    release()
  }
}

function isFresh(): boolean {
  if (!artefacts.every((file) => existsSync(join(root, 'out', file)))) return false
  try {
    return readFileSync(stamp, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

/** By content, so that neither a checkout nor a copied folder makes it look stale. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesOf(join(root, source))) {
      hash.update(file.slice(root.length).replaceAll('\\', '/')).update('\0')
      hash.update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function build(): Promise<void> {
  const began = performance.now()
  process.stderr.write('Building Romp … ')
  // Taken first: whatever is saved while the build runs makes it stale again.
  const from = fingerprint()
  rmSync(stamp, { force: true })
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!existsSync(tool)) {
    process.stderr.write('not yet.\n')
    throw new BuildError('Romp’s build tools are missing. Run `npm install` first.')
  }
  const { code, log } = await run(process.execPath, [tool, 'build', '--logLevel', 'warn'])
  if (code !== 0) {
    process.stderr.write(`failed.\n\n${stripVTControlCharacters(log).trim()}\n\n`)
    throw new BuildError('Romp could not be built. The build’s own words are above.')
  }
  const written = `${stamp}.${process.pid}`
  writeFileSync(written, from)
  renameSync(written, stamp)
  process.stderr.write(`done in ${((performance.now() - began) / 1000).toFixed(1)} s.\n`)
}

function run(command: string, args: string[]): Promise<{ code: number; log: string }> {
  return new Promise((resolve) => {
    const colour = process.stderr.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
    const env = { ...process.env, ...colour }
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let log = ''
    const keep = (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => resolve({ code: 1, log: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, log }))
  })
}

/** A folder is the lock, since making one is atomic everywhere. */
async function takeLock(): Promise<() => void> {
  mkdirSync(cache, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return () => rmSync(lock, { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function isAbandoned(): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > lockExpiresMs) return true
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
