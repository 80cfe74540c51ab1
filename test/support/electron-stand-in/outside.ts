/** What the stand-in would do outside its windows: written down instead, for a test to read. */

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'

/** One JSON line each in `outside.log` of the app's own folder. */
export function record(what: string, value: unknown): void {
  appendFileSync(join(app.getPath('userData'), 'outside.log'), `${JSON.stringify({ [what]: value })}\n`)
}

export const recordedShell = {
  openExternal: async (url: string) => record('opened', url),
  openPath: async (path: string) => {
    record('shown', path)
    return ''
  },
}

export const recordedClipboard = {
  writeText: async (text: string) => record('copied', text),
}
