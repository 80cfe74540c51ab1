/** The evening's table as a file to keep. */

import type { PlayedGame } from '../../../protocol/messages.ts'
import { gameTitle } from '../../words/names.ts'
import type { RankedStanding } from '../../words/standing.ts'

export interface Evening {
  party: string
  date: Date
  played: readonly PlayedGame[]
  table: readonly RankedStanding[]
}

/** JSON that a person can read, too. */
export function standingsFile({ party, date, played, table }: Evening): string {
  const games = played.map(({ game, winners }) => ({ game: gameTitle(game), winners }))
  const standings = table.map(({ rank, name, points, wins, played, colour, shape, bot, seat }) => ({
    ...{ rank, name, points, wins, played, colour, shape, bot },
    left: seat === null,
  }))
  return `${JSON.stringify({ party, date: date.toISOString(), games, standings }, null, 2)}\n`
}

/** Such as `romp-annas-party-2026-11-21.png`: what every system takes for a name. */
export function fileName(party: string, date: Date, ending: 'png' | 'json'): string {
  const plain = party
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return `romp-${plain === '' ? '' : `${plain}-`}${day}.${ending}`
}

/** Hands a file to the browser, or the app, to be kept among the downloads. */
export function keepFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download reads it for a while yet.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
