/** What a link to a party comes to, by where one is now. */

import type { PartyState } from '../../client/party-state.ts'
import type { Target } from '../../protocol/link.ts'

/** `open` is the party on the screen, as it was dialled and as it says that it is. */
export function whatToDo(
  wanted: Target,
  open: { target: Target; state: Pick<PartyState, 'status' | 'seat' | 'room'> } | null,
): 'go' | 'ask' | 'stay' {
  if (open === null) return 'go'
  const { status, seat, room } = open.state
  if (seat === null || (status.phase !== 'joined' && status.phase !== 'lost')) return 'go'
  const { target } = open
  const sameHost = target.host === wanted.host && target.port === wanted.port
  const sameRoom = target.room === wanted.room || (wanted.room !== null && wanted.room === room?.room)
  return sameHost && sameRoom ? 'stay' : 'ask'
}
