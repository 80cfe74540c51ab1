/** For whoever does not play just now: why that is, and when they do. */

import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import { Button } from '../../pieces/button.tsx'
import { useMedia } from '../../session/comforts.ts'
import { watchingWords } from '../../words/watching.ts'
import { useEvening } from './use-evening.ts'
import './watching-sign.css'

/** Whether one is out is asked of the state, so often, in milliseconds: nothing tells of it. */
const lookEvery = 300

export function WatchingSign({ party }: { party: Party }) {
  const now = useEvening(party)
  const isOut = useIsOut(party)
  // On a phone the field would move to make room for what the caption says, too.
  const isCramped = useMedia('(pointer: coarse), (max-width: 40rem)')
  if (!now?.me) return null
  const { state, game, me, company, evening } = now
  const isSpectator = me.kind === 'spectator'
  const playing = evening.phase === 'playing' || evening.phase === 'countdown'
  const words = watchingWords({
    isSpectator,
    isRoom: company.people < (state.room?.max ?? 0),
    takesPart: !playing || (state.match?.seats.includes(me.seat) ?? true),
    isOut: playing && isOut && !isCramped,
    most: game?.seats.max ?? Number.POSITIVE_INFINITY,
    playing: state.match?.seats.length ?? 0,
  })
  if (!words) return null
  return (
    <div className="hud-watching">
      <div className="hud-sign watching">
        <Eye aria-hidden="true" className="inline-icon" />
        <p role="status">
          <b>{words.what}.</b> <span className="small">{words.when}</span>
        </p>
        {isSpectator && company.people < (state.room?.max ?? 0) && (
          <Button onClick={() => party.retry('player')}>Join in</Button>
        )}
      </div>
    </div>
  )
}

function useIsOut(party: Party): boolean {
  const [isOut, setIsOut] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => {
      const { match, state } = party
      const { seat } = state
      const out = match?.truth && seat !== null ? match.game.isOut?.(match.truth.state, seat) : false
      setIsOut((out ?? false) && state.match?.number === match?.number)
    }, lookEvery)
    return () => clearInterval(timer)
  }, [party])
  return isOut
}
