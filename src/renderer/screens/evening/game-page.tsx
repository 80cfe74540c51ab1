/** One game, chosen: what it is about, its options, and the button that begins it. */

import { ArrowLeft, ListPlus, Play } from 'lucide-react'
import type { RefObject } from 'react'
import { useStore } from 'zustand'
import type { Party } from '../../../client/party.ts'
import type { AnyGame } from '../../../games/game.ts'
import { Button, IconButton } from '../../pieces/button.tsx'
import { type Company, fitWords } from '../../words/evening.ts'
import { GameFacts } from './game-card.tsx'
import { GameOptions } from './game-options.tsx'
import { GamePicture } from './game-picture.tsx'
import { added, isFull } from './playlist.ts'
import { chooseOption, optionsOf, setPlaylist, wishes } from './wishes.ts'

export interface GamePageProps {
  party: Party
  game: AnyGame
  company: Company
  heading: RefObject<HTMLHeadingElement | null>
  /** Null where the shelf stands beside it. */
  onBack: (() => void) | null
  onListed(): void
  onDone(): void
}

export function GamePage({ party, game, company, heading, onBack, onListed, onDone }: GamePageProps) {
  const chosen = optionsOf(
    game,
    useStore(wishes, ({ options }) => options),
  )
  const full = useStore(wishes, ({ playlist }) => isFull(playlist))
  const fit = fitWords(game, company)
  const entry = { game: game.id, options: { ...chosen } }
  const start = () => {
    party.ask({ type: 'play', content: { playlist: [entry] } })
    onDone()
  }
  const list = () => {
    setPlaylist((playlist) => added(playlist, entry))
    onListed()
  }
  return (
    <div className="game-page">
      <div className="game-page-picture">
        <GamePicture game={game.id} />
        {onBack && (
          <IconButton
            className="game-page-back"
            label="All games"
            icon={<ArrowLeft />}
            tip={false}
            onClick={onBack}
          />
        )}
      </div>
      <h3 ref={heading} tabIndex={-1} className="side-title">
        {game.title}
      </h3>
      <p>{game.rule}</p>
      <GameFacts game={game} />
      {fit && <p className="game-fit small">{fit}</p>}
      <GameOptions game={game} chosen={chosen} onChoose={(id, value) => chooseOption(game, id, value)} />
      <div className="side-actions">
        <Button icon={<ListPlus />} onClick={list} disabled={full}>
          {full ? 'The playlist is full' : 'Add to playlist'}
        </Button>
        <Button look="main" icon={<Play />} onClick={start}>
          Start
        </Button>
      </div>
    </div>
  )
}
