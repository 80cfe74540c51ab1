/** What screens read of a party. It changes when something happens, never per tick. */

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Party } from '../../client/party.ts'
import type { LinkFigures, PartyState } from '../../client/party-state.ts'
import type { PlayerInfo } from '../../protocol/messages.ts'

export function usePartyState(party: Party): PartyState {
  return useSyncExternalStore(
    (changed) => party.subscribe(changed),
    () => party.state,
  )
}

/** Only a part of the state; `pick` must give the same value (or object) while that part is unchanged. */
export function usePartOf<T>(party: Party, pick: (state: PartyState) => T): T {
  return useSyncExternalStore(
    (changed) => party.subscribe(changed),
    () => pick(party.state),
  )
}

/** Figures move all the time: a look once a second is what a person can read. */
export function useFigures(party: Party): LinkFigures {
  const [figures, setFigures] = useState(() => party.figures())
  useEffect(() => {
    const timer = setInterval(() => setFigures(party.figures()), 1000)
    return () => clearInterval(timer)
  }, [party])
  return figures
}

/** Oneself in the roster; null until seated. */
export function ownInfo(state: PartyState): PlayerInfo | null {
  return state.seat === null ? null : (state.players.get(state.seat) ?? null)
}

/** Who plays, in the order of the seats; then who watches. */
export function inOrder(players: ReadonlyMap<number, PlayerInfo>): PlayerInfo[] {
  const rank = { human: 0, bot: 1, spectator: 2 } as const
  return [...players.values()].sort((a, b) => rank[a.kind] - rank[b.kind] || a.seat - b.seat)
}
