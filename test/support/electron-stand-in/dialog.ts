/** The stand-in's dialogs: written down, since nobody sits before it. */

import { record } from './outside.ts'

export const recordedDialog = {
  showErrorBox: (title: string, content: string): void => record('error-box', `${title}: ${content}`),
}
