/** A small painted scene for each game, so that a card is known before it is read. */

import type { ReactNode } from 'react'
import { gameTitle } from '../../words/names.ts'
import { AnyGamePicture } from './pictures/any-game.tsx'
import { BlasterPicture } from './pictures/blaster.tsx'
import { GoldRushPicture } from './pictures/gold-rush.tsx'
import { RoyalePicture } from './pictures/royale.tsx'
import { SumoPicture } from './pictures/sumo.tsx'
import { TicTacToePicture } from './pictures/tic-tac-toe.tsx'
import { TrailsPicture } from './pictures/trails.tsx'
import './game-picture.css'

export function GamePicture({ game }: { game: string }) {
  return (
    <svg
      className="game-picture"
      viewBox="0 0 320 200"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {pictureOf(game)}
    </svg>
  )
}

function pictureOf(game: string): ReactNode {
  switch (game) {
    case 'trails':
      return <TrailsPicture />
    case 'sumo':
      return <SumoPicture />
    case 'gold-rush':
      return <GoldRushPicture />
    case 'blaster':
      return <BlasterPicture />
    case 'tic-tac-toe':
      return <TicTacToePicture />
    case 'royale':
      return <RoyalePicture />
    default:
      return <AnyGamePicture id={game} title={gameTitle(game)} />
  }
}
