/** What the screens of an evening read of the party: its phase, who may say what, and how many are here. */

import type { Party } from '../../../client/party.ts'
import type { Evening, PartyState } from '../../../client/party-state.ts'
import type { AnyGame } from '../../../games/game.ts'
import { gameById } from '../../../games/index.ts'
import type { PlayerInfo } from '../../../protocol/messages.ts'
import { ownInfo, usePartyState } from '../../session/use-party.ts'
import type { Company } from '../../words/evening.ts'

export interface EveningNow {
  state: PartyState
  evening: Evening
  me: PlayerInfo | null
  operator: PlayerInfo | null
  isOperator: boolean
  company: Company
  /** The game that is on, or was last; null in the meadow. */
  game: AnyGame | null
}

/** Null until the party is joined. */
export function useEvening(party: Party): EveningNow | null {
  const state = usePartyState(party)
  const { evening, players, match } = state
  if (!evening) return null
  const all = [...players.values()]
  const me = ownInfo(state)
  const playing = match && gameById(match.game)
  return {
    ...{ state, evening, me },
    operator: all.find((player) => player.operator) ?? null,
    isOperator: me?.operator ?? false,
    company: {
      people: all.filter(({ kind }) => kind === 'human').length,
      bots: all.filter(({ kind }) => kind === 'bot').length,
    },
    game: playing && !playing.endless ? playing : null,
  }
}
