/** Looks into a packed app: its files, its archive and what is written into its executable. */

import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { root } from './packing.ts'

/** Every file and link under a folder, by its path from there, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

export interface PackedFile {
  path: string
  bytes: number
}

export function filesInAsar(asar: string): PackedFile[] {
  return listPackage(asar, { isPack: false })
    .map((path) => path.slice(1).replaceAll('\\', '/'))
    .map((path) => ({ path, entry: statFile(asar, path) }))
    .filter(({ entry }) => !('files' in entry))
    .map(({ path, entry }) => ({ path, bytes: 'size' in entry ? entry.size : 0 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export function readInAsar(asar: string, path: string): Buffer {
  return extractFile(asar, path)
}

/** What Electron compares an archive with before it reads it: the hash of the archive's header. */
export function integrityOf(asar: string): string {
  return createHash('sha256').update(getRawHeader(asar).headerString).digest('hex')
}

/** What was built, as it belongs into the archive. */
export function builtFiles(): PackedFile[] {
  const built = ['main', 'preload', 'renderer'].flatMap((part) =>
    filesUnder(join(root, 'out', part)).map((path) => `out/${part}/${path}`),
  )
  return built.map((path) => ({ path, bytes: statSync(join(root, path)).size }))
}

/** The fuses in an executable, by name; one that Electron has and this list does not know is an error. */
export async function fusesOf(executable: string): Promise<Record<string, boolean>> {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable)
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => {
      const name = FuseV1Options[Number(index)]
      if (name === undefined) throw new Error(`there is a fuse ${index} without a name`)
      return [name, state === '1'.charCodeAt(0)]
    }),
  )
}
