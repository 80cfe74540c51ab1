/** A host that was lost and had to begin anew has none of the evening's points: nobody shall have to guess why. */

import { useEffect, useRef } from 'react'
import type { PartyState } from '../../../client/party-state.ts'
import { toast } from '../../pieces/toasts.tsx'
import type { OpenParty } from '../../session/open-party.ts'
import { usePartOf } from '../../session/use-party.ts'

export function useBegunAnew({ party }: OpenParty): void {
  const number = usePartOf(party, joinedMatch)
  const last = useRef(number)
  const wasLost = useRef(false)
  useEffect(() => {
    if (number === null) {
      wasLost.current = true
      return
    }
    if (wasLost.current && last.current !== null && isEarlier(number, last.current)) {
      toast('The host had to begin anew. The points and the chat are lost.', 'begun-anew')
    }
    wasLost.current = false
    last.current = number
  }, [number])
}

/** Null while the line is lost. */
function joinedMatch({ status, match }: PartyState): number | null {
  return status.phase === 'joined' && match ? match.number : null
}

/** Numbers count up, modulo 256. */
function isEarlier(number: number, last: number): boolean {
  return (number - last + 256) % 256 > 128
}
