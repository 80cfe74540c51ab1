/** How a match came out: who won, everyone's place, score and points, and what comes next. */

import { ArrowRight, RotateCcw, Trophy } from 'lucide-react'
import type { Party } from '../../../client/party.ts'
import { gameById } from '../../../games/index.ts'
import { Button, IconButton } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { afterWords, winWords } from '../../words/evening.ts'
import { gameTitle } from '../../words/names.ts'
import { goByArrows, useArrival } from './arrival.ts'
import { openDoor } from './doors.ts'
import { PlaceRow } from './place-row.tsx'
import { SecondsLeft } from './seconds-left.tsx'
import type { EveningNow } from './use-evening.ts'
import './board.css'
import './result-card.css'

export function ResultCard({ party, now }: { party: Party; now: EveningNow }) {
  const card = useArrival<HTMLElement>()
  const { evening, state, isOperator } = now
  const { playlist, at, result } = evening
  if (!result) return null
  const winners = result.places.filter(({ rank }) => rank === 1)
  const isMine = winners.some(({ seat }) => seat !== null && seat === state.seat)
  const next = playlist[at + 1]
  const isList = playlist.length > 1
  const unit = gameById(result.game)?.unit
  return (
    <section
      ref={card}
      className="board result"
      aria-labelledby="result-title"
      tabIndex={-1}
      data-pad="panel"
      onKeyDown={goByArrows}
    >
      <header className="result-head">
        <div className="result-winners" aria-hidden="true">
          {winners.slice(0, 4).map((winner) => (
            <Likeness
              key={winner.name + winner.seat}
              of={winner}
              size={winners.length > 2 ? 4 : 5.5}
              crowned
            />
          ))}
        </div>
        <p className="result-game small quiet">
          {gameTitle(result.game)}
          {isList && `, ${at + 1} of ${playlist.length}`}
        </p>
        <h2 id="result-title" className="board-title">
          {winWords(
            winners.map(({ name }) => name),
            isMine,
          )}
        </h2>
      </header>
      <ol className="places" tabIndex={result.places.length > 5 ? 0 : undefined} aria-label="Places">
        {result.places.map((place, i) => (
          <PlaceRow
            key={`${place.seat} ${place.name}`}
            place={place}
            at={i}
            unit={unit}
            mine={place.seat !== null && place.seat === state.seat}
          />
        ))}
      </ol>
      <footer className="result-foot">
        <SecondsLeft endsAt={evening.endsAt} of={9} />
        <p className="result-next">{afterWords(next ? gameTitle(next.game) : null, isList)}</p>
        <IconButton label="Standings" icon={<Trophy />} onClick={() => openDoor('standings')} />
        {isOperator && (
          <div className="board-actions">
            <Button icon={<RotateCcw />} onClick={() => party.ask({ type: 'restart', content: {} })}>
              Again
            </Button>
            <Button
              look="main"
              icon={<ArrowRight />}
              onClick={() => party.ask({ type: 'next', content: {} })}
            >
              Next
            </Button>
          </div>
        )}
      </footer>
    </section>
  )
}
