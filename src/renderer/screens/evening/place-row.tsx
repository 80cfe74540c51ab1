/** One line of a result: place, face, name, score, and the points that it is worth. */

import type { CSSProperties } from 'react'
import type { Placing } from '../../../protocol/messages.ts'
import { Likeness } from '../../pieces/likeness.tsx'
import { placeWords, scoreWords } from '../../words/evening.ts'

export interface PlaceRowProps {
  place: Placing
  /** Which line it is, for arriving one after the other. */
  at: number
  unit: string | undefined
  mine: boolean
}

export function PlaceRow({ place, at, unit, mine }: PlaceRowProps) {
  return (
    <li
      className={`place ${mine ? 'mine' : ''}`}
      data-rank={place.rank}
      style={{ '--at': Math.min(at, 8) } as CSSProperties}
    >
      <span className="place-rank">
        <span aria-hidden="true">{place.rank}</span>
        <span className="unseen">{placeWords(place.rank)}</span>
      </span>
      <Likeness of={place} size={2.5} />
      <span className="place-name">
        {place.name}
        {mine && <span className="roster-badge">you</span>}
        {place.bot && <span className="roster-badge">bot</span>}
      </span>
      {place.score !== null && <span className="place-score">{scoreWords(place.score, unit)}</span>}
      <span className="place-points">
        +{place.points}
        <span className="unseen"> points</span>
      </span>
    </li>
  )
}
