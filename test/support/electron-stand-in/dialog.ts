/** The stand-in's dialogs: written down, since nobody sits before it. */

import { record } from './outside.ts'

export const recordedDialog = {
  /** The usual answer, at once; a test that wants another puts its own function here. */
  showMessageBox: async (...given: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
    const options = given.at(-1) as Electron.MessageBoxOptions
    const { message, detail, buttons } = options
    record('message-box', { message, detail, buttons })
    return { response: options.defaultId ?? 0, checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string): void => record('error-box', `${title}: ${content}`),
}
