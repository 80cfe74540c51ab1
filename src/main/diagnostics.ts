/** What explains a problem, as text that a person can read before pasting it: versions, networks, the party, the log. */

import { app } from 'electron'
import type { Hosting } from './hosting.ts'
import type { Log } from './log.ts'

export async function diagnosticsOf(_given: { log: Log; hosting: Hosting }): Promise<string> {
  return `Romp ${app.getVersion()}`
}
