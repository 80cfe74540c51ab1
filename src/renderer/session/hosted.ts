/** The party that this app hosts, known everywhere at once, and the way to it. */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { HostedParty, Platform } from '../../platform/platform.ts'
import type { Advert } from '../../protocol/advert.ts'
import type { Target } from '../../protocol/link.ts'
import { hostedAt } from './invitations.ts'

export const hosting = createStore<{ party: HostedParty | null }>(() => ({ party: null }))

/** From now on what is hosted is known; a browser page hosts nothing. */
export function followHosting(platform: Platform): void {
  platform.hosting?.watch((party) => hosting.setState({ party }))
}

/** The party that this app is hosting, null while it does not. */
export function useHosted(): HostedParty | null {
  return useStore(hosting, ({ party }) => party)
}

/** Where a party in the list is. The own one is at home, whatever address stands there. */
export function targetOf(
  { hostId, room, own, at }: Pick<Advert, 'hostId' | 'room' | 'own' | 'at'>,
  hosted: HostedParty | null,
): Target {
  if (own && hosted?.hostId === hostId && hosted.room === room) return hosted.own
  return { host: at.address, port: at.port, room }
}

/**
 * What is dialled to get to a target, and the token of the controls where that is the own party. It is told to nobody
 * but the host inside this app: wherever else a target leads, there is none.
 */
export function approach(
  target: Target,
  hosted: HostedParty | null,
): { target: Target; operatorToken: string | null } {
  const own = hostedAt(hosted, target)
  if (own === null || (target.room ?? own.room) !== own.room) return { target, operatorToken: null }
  return { target: own.own, operatorToken: own.operatorToken }
}
