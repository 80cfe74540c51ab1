/** What the Help menu does for somebody who has a problem: on this machine, and sent to nobody. */

import { clipboard, dialog, shell } from 'electron'
import { projectPage } from '../protocol/project.ts'
import { openInBrowser } from './guard.ts'
import type { MenuDeeds } from './menu.ts'

type HelpDeeds = Pick<MenuDeeds, 'copyDiagnostics' | 'showLogFolder' | 'openProjectPage'>

export function helpDeeds(setup: { diagnostics(): Promise<string>; logFolder: string }): HelpDeeds {
  return {
    async copyDiagnostics() {
      await clipboard.writeText(await setup.diagnostics())
      // A clipboard shows nothing: without a word it would look as if nothing had happened.
      await dialog.showMessageBox({
        type: 'info',
        title: 'Romp',
        message: 'The diagnostics are on the clipboard.',
        detail: 'Paste them where you ask for help. Read them first: they name this machine’s networks.',
        buttons: ['OK'],
      })
    },
    async showLogFolder() {
      const trouble = await shell.openPath(setup.logFolder)
      if (trouble !== '') dialog.showErrorBox('The log folder could not be shown', setup.logFolder)
    },
    async openProjectPage() {
      await openInBrowser(projectPage)
    },
  }
}
