/** A folder beside the result, so that what is half-made never has its name, and moving it there is one step. */

import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const prefix = '.romp-serve-'

/** Gone when the process ends, by itself or by a signal; one that was killed leaves it to the next. */
export function openWorkFolder(beside: string): string {
  mkdirSync(beside, { recursive: true })
  for (const name of readdirSync(beside)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) remove(join(beside, name))
  }
  const folder = join(beside, `${prefix}${process.pid}`)
  mkdirSync(folder)
  process.once('exit', () => remove(folder))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  return folder
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
