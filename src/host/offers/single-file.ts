/**
 * The one file that this program runs from, where there is one that can be handed on: an AppImage, a portable
 * executable for Windows, or the headless host as a single executable. What the environment says of it is a hint that
 * any parent process could have left behind, so that each is checked against what really runs.
 */

import { constants } from 'node:fs'
import { type FileHandle, open, readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, sep } from 'node:path'
import type { Offer } from '../../protocol/offer.ts'

/** What tells a file from one that took its place. */
export interface Stamp {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
}

export interface SingleFile {
  readonly path: string
  readonly kind: Offer['kind']
  readonly stamp: Stamp
}

/** What is looked at; the real machine where nothing else is given. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  platform: string
  /** The executable that runs. */
  execPath: string
  /** Whether Node was told that its program is part of its executable. */
  isSingleExecutable: boolean
  /** Where portable programs unpack themselves. */
  temporary: string
  /** The file that the kernel runs, and what is mounted where: Linux tells both. */
  running: string
  mounts: string
}

/** Bytes that such a file has at least and at most; anything else is not Romp. */
const smallest = 1024 * 1024
const largest = 1024 ** 3

/** Null where there is no such file, or where it cannot be read. Never rejects. */
export async function findSingleFile(around = surroundings()): Promise<SingleFile | null> {
  try {
    if (around.isSingleExecutable) return await headless(around)
    if (around.platform === 'linux') return await appImage(around)
    if (around.platform === 'win32') return await portable(around)
    return null
  } catch {
    return null
  }
}

/** Opens it for reading, with what it is now; null where it is gone or no plain file. */
export async function openStamped(path: string): Promise<{ handle: FileHandle; stamp: Stamp } | null> {
  // Without O_NONBLOCK a pipe in the file's place would hold the thread that opens it for ever.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null)
  if (handle === null) return null
  const stamp = await stampOf(handle).catch(() => null)
  if (stamp !== null) return { handle, stamp }
  await handle.close()
  return null
}

/** Null for anything but a plain file. */
export async function stampOf(handle: FileHandle): Promise<Stamp | null> {
  const stat = await handle.stat({ bigint: true })
  const { dev, ino, size, mtimeNs } = stat
  return stat.isFile() ? { dev, ino, size, mtimeNs } : null
}

export function sameStamp(a: Stamp, b: Stamp): boolean {
  return isSameFile(a, b) && a.size === b.size && a.mtimeNs === b.mtimeNs
}

function isSameFile(a: Pick<Stamp, 'dev' | 'ino'>, b: Pick<Stamp, 'dev' | 'ino'>): boolean {
  return a.dev === b.dev && a.ino === b.ino
}

async function headless({ execPath, platform, running }: Surroundings): Promise<SingleFile | null> {
  const found = await read(execPath, 'headless', () => true)
  if (found === null || platform !== 'linux') return found
  // The path may hold another file by now; the kernel knows which one runs.
  const own = await openStamped(running)
  await own?.handle.close()
  return own && isSameFile(own.stamp, found.stamp) ? found : null
}

/** An AppImage says where it is and where it mounted itself; this program must run from that very mount. */
async function appImage({ env, execPath, mounts }: Surroundings): Promise<SingleFile | null> {
  const { APPIMAGE: path, APPDIR: folder } = env
  if (!path || !folder || !isAbsolute(path)) return null
  const mount = await realpath(folder)
  if (!isInside(await realpath(execPath), mount)) return null
  const system = fileSystemAt(await readFile(mounts, 'utf8'), mount)
  if (system === null || !/^(?:fuse|squashfs)/.test(system)) return null
  // The type-2 mark of the AppImage specification.
  return read(path, 'app', (head) => isElf(head) && head.toString('latin1', 8, 11) === 'AI\u0002')
}

/** A portable program unpacks itself into the temporary folder, and waits there for the app to end. */
async function portable({ env, execPath, temporary }: Surroundings): Promise<SingleFile | null> {
  const path = env.PORTABLE_EXECUTABLE_FILE
  if (!path || !isAbsolute(path) || !/\.exe$/i.test(path)) return null
  if (!isInside(await realpath(execPath), await realpath(temporary))) return null
  return read(path, 'app', (head) => head.toString('latin1', 0, 2) === 'MZ')
}

async function read(
  path: string,
  kind: Offer['kind'],
  fits: (head: Buffer) => boolean,
): Promise<SingleFile | null> {
  const real = await realpath(path)
  const found = await openStamped(real)
  if (found === null) return null
  const { handle, stamp } = found
  try {
    if (stamp.size < smallest || stamp.size > largest) return null
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return bytesRead === 16 && fits(buffer) ? { path: real, kind, stamp } : null
  } finally {
    await handle.close()
  }
}

function isElf(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === '\u007fELF'
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** The file system that is mounted right there, from the text of `/proc/self/mountinfo` (proc_pid_mountinfo(5)). */
function fileSystemAt(mountinfo: string, folder: string): string | null {
  for (const line of mountinfo.split('\n').reverse()) {
    const [where = '', what = ''] = line.split(' - ')
    const point = where
      .split(' ')[4]
      ?.replaceAll(/\\(\d{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)))
    if (point === folder) return what.split(' ')[0] ?? null
  }
  return null
}

function surroundings(): Surroundings {
  const { env, platform, execPath } = process
  return {
    ...{ env, platform, execPath, temporary: tmpdir() },
    isSingleExecutable: process.getBuiltinModule('node:sea')?.isSea() ?? false,
    running: '/proc/self/exe',
    mounts: '/proc/self/mountinfo',
  }
}
