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
        <GameFacts game={game} brief />
        {fit && <span className="game-fit small">{fit}</span>}
      </span>
    </button>
  )
}

/** `brief` where little room is: the pictures say what the numbers count. */
export function GameFacts({ game, brief = false }: { game: AnyGame; brief?: boolean }) {
  const { min, max } = game.seats
  return (
    <span className="game-facts small quiet">
      <span>
        <Users aria-hidden="true" />
        <Said words={playersWords(game)} shown={brief ? (min === max ? `${min}` : `${min}–${max}`) : null} />
      </span>
      {game.lasts > 0 && (
        <span>
          <Clock3 aria-hidden="true" />
          <Said
            words={lastsWords(game.lasts)}
            shown={brief ? `${Math.max(1, Math.round(game.lasts / 60))} min` : null}
          />
        </span>
      )}
    </span>
  )
}

/** Read out in full, shown in short. */
function Said({ words, shown }: { words: string; shown: string | null }) {
  if (shown === null) return words
  return (
    <>
      <span className="unseen">{words}</span>
      <span aria-hidden="true">{shown}</span>
    </>
  )
}
