/** A game on the shelf: its picture, what it is about, for how many, how long. */

import { Clock3, Users } from 'lucide-react'
import type { AnyGame } from '../../../games/game.ts'
import { type Company, fitWords, lastsWords, playersWords } from '../../words/evening.ts'
import { GamePicture } from './game-picture.tsx'

export interface GameCardProps {
  game: AnyGame
  company: Company
  chosen: boolean
  onChoose(): void
}

export function GameCard({ game, company, chosen, onChoose }: GameCardProps) {
  const fit = fitWords(game, company)
  return (
    <button type="button" className="game-card" aria-pressed={chosen} onClick={onChoose}>
      <GamePicture game={game.id} />
      <span className="game-card-words">
        <strong className="game-card-title">{game.title}</strong>
        <span className="game-card-rule">{game.rule}</span>
        <GameFacts game={game} />
        {fit && <span className="game-fit small">{fit}</span>}
      </span>
    </button>
  )
}

export function GameFacts({ game }: { game: AnyGame }) {
  return (
    <span className="game-facts small quiet">
      <span>
        <Users aria-hidden="true" /> {playersWords(game)}
      </span>
      {game.lasts > 0 && (
        <span>
          <Clock3 aria-hidden="true" /> {lastsWords(game.lasts)}
        </span>
      )}
    </span>
  )
}
