/** The end of a playlist: the first three on their steps, the champion crowned, and everyone's points below. */

import { Trees } from 'lucide-react'
import type { Party } from '../../../client/party.ts'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { useMedia } from '../../session/comforts.ts'
import { namesWords, placeWords, scoreWords } from '../../words/evening.ts'
import { podiumOf, ranked } from '../../words/standing.ts'
import { goByArrows, useArrival } from './arrival.ts'
import { Confetti } from './confetti.tsx'
import { inPodiumOrder } from './podium-order.ts'
import { SecondsLeft } from './seconds-left.tsx'
import type { EveningNow } from './use-evening.ts'
import './board.css'
import './podium.css'

export function Podium({ party, now }: { party: Party; now: EveningNow }) {
  const card = useArrival<HTMLElement>()
  const narrow = useMedia('(max-width: 40rem)')
  const { evening, state, isOperator } = now
  const table = ranked(evening.tally)
  const steps = podiumOf(evening.tally)
  const champions = table.filter(({ rank }) => rank === 1)
  const isMine = champions.some(({ seat }) => seat !== null && seat === state.seat)
  const size = steps.length > 3 ? (narrow ? 3.25 : 4.5) : narrow ? 5.25 : 6.5
  return (
    <section
      ref={card}
      className="board podium"
      aria-labelledby="podium-title"
      tabIndex={-1}
      data-pad="panel"
      onKeyDown={goByArrows}
    >
      <Confetti />
      <header className="podium-head">
        <p className="small quiet">{evening.playlist.length} games, and</p>
        <h2 id="podium-title" className="board-title">
          {championWords(
            champions.map(({ name }) => name),
            isMine,
          )}
        </h2>
      </header>
      <ol className="podium-steps">
        {inPodiumOrder(steps).map((row) => (
          <li key={`${row.seat} ${row.name}`} className="podium-step" data-rank={row.rank}>
            <Likeness of={row} size={size} crowned={row.rank === 1} />
            <span className="podium-block">
              <b className="podium-rank" aria-hidden="true">
                {row.rank}
              </b>
              <span className="unseen">{placeWords(row.rank)}: </span>
              <span className="podium-name">{row.name}</span>
              <span className="podium-points">{scoreWords(row.points, 'points')}</span>
            </span>
          </li>
        ))}
      </ol>
      {table.length > steps.length && (
        <ol className="podium-rest" aria-label="Everyone else" start={steps.length + 1}>
          {table.slice(steps.length).map((row) => (
            <li key={`${row.seat} ${row.name}`} className={row.seat === state.seat ? 'mine' : ''}>
              <b>{row.rank}</b>
              <Likeness of={row} size={2} />
              <span className="podium-rest-name">{row.name}</span>
              <span>{row.points}</span>
            </li>
          ))}
        </ol>
      )}
      <footer className="result-foot">
        <SecondsLeft endsAt={evening.endsAt} of={14} />
        <p className="result-next">Then back to the meadow</p>
        {isOperator && (
          <Button look="main" icon={<Trees />} onClick={() => party.ask({ type: 'next', content: {} })}>
            Back to the meadow
          </Button>
        )}
      </footer>
    </section>
  )
}

function championWords(names: readonly string[], mine: boolean): string {
  if (names.length === 0) return 'That was it!'
  if (names.length > 1) return mine ? 'You share the crown!' : `${namesWords(names)} share the crown!`
  return mine ? 'You are the champion!' : `${names[0]} is the champion!`
}
