/**
 * Fetches and unpacks Electron's binary, as a process of its own that can be ended when nothing comes. Speaks of its
 * progress to its parent.
 */

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { electronPackage } from './electron-binary.ts'

export type DownloadNews =
  | { kind: 'bytes'; received: number; total: number | null }
  | { kind: 'unpacking' }
  | { kind: 'failed'; why: string }

/** The part of `@electron/get` that Electron's own installer uses. */
interface ElectronGet {
  downloadArtifact(what: {
    version: string
    artifactName: string
    platform: string
    arch: string
    checksums?: unknown
    cacheRoot?: string
    downloadOptions: { quiet: boolean; getProgressCallback(progress: Progress): Promise<void> }
  }): Promise<string>
}
interface Progress {
  transferred: number
  total: number | null
}

const tell = (news: DownloadNews): void => void process.send?.(news)

async function download(): Promise<void> {
  const require = createRequire(join(electronPackage, 'install.js'))
  const get = (await import(pathToFileURL(require.resolve('@electron/get')).href)) as ElectronGet
  const read = (name: string) =>
    JSON.parse(readFileSync(join(electronPackage, name), 'utf8')) as Record<string, string>
  const cacheRoot = process.env.electron_config_cache
  await get.downloadArtifact({
    version: read('package.json').version ?? '',
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    // As Electron's installer reads it: a mirror with builds of its own has checksums of its own.
    ...(process.env.electron_use_remote_checksums ? {} : { checksums: read('checksums.json') }),
    ...(cacheRoot === undefined ? {} : { cacheRoot }),
    downloadOptions: {
      quiet: true,
      getProgressCallback: async ({ transferred, total }) =>
        tell({ kind: 'bytes', received: transferred, total }),
    },
  })
  // Electron's installer finds what was just fetched in the cache, checks it again and unpacks it.
  tell({ kind: 'unpacking' })
  const { status, stderr } = spawnSync(process.execPath, [join(electronPackage, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    // The same that was fetched, where the installer might prefer another one.
    env: { ...process.env, npm_config_platform: process.platform, npm_config_arch: process.arch },
  })
  if (status !== 0) throw new Error(stderr.trim().split('\n')[0] ?? 'it could not be unpacked')
}

const unreachable = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENETUNREACH',
])

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const {
    cause,
    code = '',
    hostname,
    address,
  } = error as NodeJS.ErrnoException & { hostname?: string; address?: string }
  if (unreachable.has(code)) return `${hostname ?? address ?? 'the server'} cannot be reached`
  // What a failed fetch says itself is only that it failed.
  if (cause instanceof AggregateError) return reason(cause.errors[0])
  return cause instanceof Error ? reason(cause) : error.message
}

if (process.send) {
  try {
    await download()
  } catch (error) {
    tell({ kind: 'failed', why: reason(error) })
    process.exitCode = 1
  } finally {
    process.disconnect()
  }
}
