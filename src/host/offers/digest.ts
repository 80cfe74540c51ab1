/** The SHA-256 of a large file, computed so slowly that no tick is late for it. */

import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/** Bytes that are hashed in one go: a tenth of a millisecond of work, a third of one on an old laptop. */
const stretch = 64 * 1024
/** Milliseconds between two of them: a hundred megabytes take about ten seconds. */
const rest = 5

/** In hex. `pause` waits so many milliseconds; rejects as reading does. */
export async function sha256Of(
  handle: FileHandle,
  pause: (milliseconds: number) => Promise<void> = wait,
): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(stretch)
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, stretch, at)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
    await pause(rest)
  }
}

/** A host that ends does not stay for it. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((after) => setTimeout(after, milliseconds).unref())
}
