/** The app's own choices, in one small file of its folder that is replaced whole or not at all. */

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const kept = z.object({
  /** Whether the app looks for releases by itself; null as long as nobody chose. */
  automaticUpdates: z.boolean().nullable().catch(null),
  /** When it last looked, in milliseconds since 1970; 0 for never. */
  lookedAt: z.number().nonnegative().catch(0),
})
export type Kept = z.infer<typeof kept>

export interface Settings {
  read(): Kept
  /** Where the file cannot be written, the choice holds until the app ends. */
  change(some: Partial<Kept>): void
}

/** What is kept in `folder`, or as if nobody ever chose where that cannot be read. */
export function openSettings(folder: string): Settings {
  const file = join(folder, 'settings.json')
  let now = kept.parse(readJson(file))
  return {
    read: () => now,
    change(some) {
      now = { ...now, ...some }
      try {
        mkdirSync(folder, { recursive: true })
        replaceWhole(file, JSON.stringify(now))
      } catch (error) {
        console.warn('The settings could not be kept:', error instanceof Error ? error.message : error)
      }
    },
  }
}

function readJson(file: string): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : {}
  } catch {
    return {}
  }
}

/** A power cut leaves the old file or the new one, never half of one. */
function replaceWhole(file: string, text: string): void {
  const draft = `${file}.new`
  const open = openSync(draft, 'w')
  try {
    writeSync(open, text)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
  renameSync(draft, file)
}
