/** What is heard of the room itself; the stage sounds what happens in the game. */

import { useEffect } from 'react'
import type { Party } from '../../../client/party.ts'
import { playSound } from '../../stage/sounds.ts'

export function usePartySounds(party: Party): void {
  useEffect(
    () =>
      party.hear((event) => {
        if (event.type !== 'line') return
        const { line } = event
        if (line.kind === 'said' && line.seat !== party.state.seat) playSound('chat')
        else if (line.kind === 'joined' || line.kind === 'returned') playSound('join')
        else if (line.kind === 'left' || line.kind === 'removed') playSound('leave')
      }),
    [party],
  )
}
