/** What the evening puts over the stage, by its phase; and who listens is told of each. */

import { useEffect, useRef, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import type { Evening } from '../../../client/party-state.ts'
import { phaseNews } from '../../words/phase-news.ts'
import { Countdown } from './countdown.tsx'
import { closeDoors } from './doors.ts'
import { followDevices } from './last-device.ts'
import { PausedSign } from './paused-sign.tsx'
import { Podium } from './podium.tsx'
import { ResultCard } from './result-card.tsx'
import { type EveningNow, useEvening } from './use-evening.ts'
import { VoteBoard } from './vote-board.tsx'

export function EveningLayer({ party }: { party: Party }) {
  const now = useEvening(party)
  const phase = now?.evening.phase ?? null
  useEffect(() => {
    const ends = new AbortController()
    followDevices(ends.signal)
    return () => ends.abort()
  }, [])
  // Nobody shall miss a beginning behind a sheet.
  useEffect(() => {
    if (phase === 'countdown' || phase === 'vote') closeDoors()
  }, [phase])
  return (
    <>
      <Countdown party={party} />
      {now && (
        <>
          {now.evening.paused && phase === 'playing' && <PausedSign party={party} now={now} />}
          {(phase === 'vote' || phase === 'result' || phase === 'podium') && (
            <div className="board-place" key={`${phase} ${now.state.match?.number}`}>
              {phase === 'vote' && <VoteBoard party={party} now={now} />}
              {phase === 'result' && <ResultCard party={party} now={now} />}
              {phase === 'podium' && <Podium party={party} now={now} />}
            </div>
          )}
          <PhaseAnnouncer now={now} />
        </>
      )}
    </>
  )
}

/** Polite, one sentence for each thing that begins or ends. */
function PhaseAnnouncer({ now }: { now: EveningNow }) {
  const before = useRef<Evening | null>(null)
  const [news, setNews] = useState('')
  const { evening, game, state, operator, isOperator } = now
  useEffect(() => {
    const words = phaseNews(before.current, evening, {
      game,
      seat: state.seat,
      operator: operator && { name: operator.name, mine: isOperator },
    })
    before.current = evening
    if (words !== null) setNews(words)
  }, [evening, game, state.seat, operator, isOperator])
  return (
    <p className="unseen" aria-live="polite">
      {news}
    </p>
  )
}
