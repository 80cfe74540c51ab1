/** What stands above the connection graph, so that a picture of it says which Romp, where, and in which state. */

import type { Party } from '../../client/party.ts'
import type { Status } from '../../client/party-state.ts'
import { version } from '../../protocol/version.ts'
import type { Screen } from './camera.ts'
import type { GraphWords } from './graph-drawing.ts'

/** A host that was not heard for so long is worth a word, in milliseconds. */
const uneasyAfter = 1000

/** `where` is the party's address as one would type it. */
export function graphWords(party: Party, where: string, screen: Screen): GraphWords {
  const { match, state } = party
  const tick = match?.truth?.tick
  const sharpness = Math.round(screen.sharpness * 100) / 100
  return {
    title: `Romp ${version}${match ? ` · ${match.game.title}` : ''}`,
    lines: [
      where,
      `${phaseWords(state.status, party.figures().silence)} · ${state.players.size} here`,
      `${tick === undefined ? 'No tick yet' : `Tick ${tick}`} · ${Math.round(screen.width)} × ${Math.round(screen.height)} × ${sharpness}`,
    ],
  }
}

function phaseWords(status: Status, silence: number): string {
  switch (status.phase) {
    case 'connecting':
      return 'Connecting'
    case 'asking':
      return 'Waiting for a password'
    case 'joined':
      return silence > uneasyAfter ? `Connected, silent for ${(silence / 1000).toFixed(1)} s` : 'Connected'
    case 'lost':
      return `Connection lost, try ${status.attempt}`
    case 'refused':
      return `Refused: ${status.reason}`
    case 'over':
      return `Over: ${status.reason}`
  }
}
