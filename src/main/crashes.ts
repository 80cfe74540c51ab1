/**
 * The app's own crashes: written down, and said to the person in front of it. There are no minidumps (Electron's
 * `crashReporter` is never started): they hold memory, and memory holds passwords and tokens.
 */

import { app, dialog } from 'electron'
import type { Log } from './log.ts'
import { inWords } from './reports.ts'

/** From now on nothing that goes wrong in main ends it without a word. Returns what to do with an error that nobody can mend. */
export function endOnCrash(log: Log): (error: unknown) => void {
  let isEnding = false
  const end = (error: unknown) => {
    log.write('fatal', inWords(['Romp crashed:', error]))
    log.flush()
    // While the dialog is open the rest of the app goes on, and may fail again.
    if (isEnding) return
    isEnding = true
    dialog.showErrorBox(
      'Romp has to close',
      `Something went wrong inside Romp, and it cannot go on. Start it again. What happened is written down in ${log.folder}, and was sent to nobody.`,
    )
    app.exit(1)
  }
  process.on('uncaughtException', end)
  // One answer that nobody waited for is no reason to end a party.
  process.on('unhandledRejection', (reason) => log.write('error', inWords(['Nobody caught:', reason])))
  return end
}
