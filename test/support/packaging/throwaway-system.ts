/** A copy of this system in memory that a package can be installed into: all that is written is gone afterwards. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Mounts are the new namespace's own, and end with it. */
const enter = `
mount -t tmpfs tmpfs "$1"
mkdir "$1/written" "$1/work" "$1/all"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/written,workdir=$1/work" "$1/all"
mount -t proc proc "$1/all/proc"
if [ -n "$2" ]; then cp "$2" "$1/all/package"; fi
chroot "$1/all" sh -e -c "$3"
`

/** It takes root, mount namespaces and an overlay file system. */
export function hasThrowawaySystem(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    inThrowawaySystem(null, 'true')
    return true
  } catch {
    return false
  }
}

/** Runs a shell script there, with a package at `/package`; what it printed. Throws where a command of it fails. */
export function inThrowawaySystem(pack: string | null, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'romp-system-'))
  try {
    const given = [
      '--mount',
      '--propagation',
      'private',
      'sh',
      '-e',
      '-c',
      enter,
      'sh',
      folder,
      pack ?? '',
      script,
    ]
    return execFileSync('unshare', given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
