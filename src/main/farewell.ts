/** The question before a party ends that others are in. */

import { type BrowserWindow, dialog } from 'electron'

export type Farewell = 'stop' | 'keep-playing' | 'keep-hosting'

export interface Question {
  /** Names of those it ends for; at least one. */
  guests: readonly string[]
  /** Whether the window may close while the party goes on. */
  canHide: boolean
  /** Takes the question away, as if it had been turned down. */
  signal: AbortSignal
}

/** Never blocks: the party goes on behind the question. */
export async function askFarewell(
  window: BrowserWindow | null,
  { guests, canHide, signal }: Question,
): Promise<Farewell> {
  const answers = ['stop', 'keep-playing', ...(canHide ? (['keep-hosting'] as const) : [])] as const
  const options = {
    type: 'question' as const,
    title: 'Romp',
    message: whoIsIn(guests),
    detail: `Without you as its host the party ends${guests.length === 1 ? '' : ' for all of them'}.`,
    buttons: answers.map((answer) => labels[answer]),
    defaultId: answers.indexOf('keep-playing'),
    cancelId: answers.indexOf('keep-playing'),
    noLink: true,
    signal,
  }
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options)
  return answers[response] ?? 'keep-playing'
}

const labels: Record<Farewell, string> = {
  stop: 'Stop the party',
  'keep-playing': 'Keep playing',
  'keep-hosting': 'Keep hosting in the tray',
}

/** `Nina and 3 others are in your party.` */
export function whoIsIn(guests: readonly string[]): string {
  const [first = 'Somebody', second] = guests
  switch (guests.length) {
    case 0:
    case 1:
      return `${first} is in your party.`
    case 2:
      return `${first} and ${second} are in your party.`
    default:
      return `${first} and ${guests.length - 1} others are in your party.`
  }
}
