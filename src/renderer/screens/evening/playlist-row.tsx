/** One entry of the playlist: it can go up, down and away, and have options of its own. */

import { ChevronDown, ChevronUp, SlidersHorizontal, X } from 'lucide-react'
import { useId, useState } from 'react'
import { gameById } from '../../../games/index.ts'
import { IconButton } from '../../pieces/button.tsx'
import { gameTitle } from '../../words/names.ts'
import { GameOptions, optionsLine } from './game-options.tsx'
import { GamePicture } from './game-picture.tsx'
import { type Entry, moved, removed, withOptions } from './playlist.ts'
import { setPlaylist } from './wishes.ts'

export function PlaylistRow({ entry, at, count }: { entry: Entry; at: number; count: number }) {
  const [tuning, setTuning] = useState(false)
  const options = useId()
  const game = gameById(entry.game)
  const title = gameTitle(entry.game)
  const line = game ? optionsLine(game, entry.options) : ''
  return (
    <li className="playlist-row">
      <div className="playlist-entry">
        <span className="playlist-picture">
          <GamePicture game={entry.game} />
          <b className="playlist-number">{at + 1}</b>
        </span>
        <span className="playlist-words">
          <strong className="playlist-title">{title}</strong>
          {line && <span className="playlist-line quiet">{line}</span>}
        </span>
        <span className="playlist-buttons">
          {game && game.options.length > 0 && (
            <IconButton
              label={`Options of ${title}`}
              icon={<SlidersHorizontal />}
              tip={false}
              aria-expanded={tuning}
              aria-controls={options}
              onClick={() => setTuning(!tuning)}
            />
          )}
          <IconButton
            label={`${title} earlier`}
            icon={<ChevronUp />}
            tip={false}
            aria-disabled={at === 0}
            onClick={() => setPlaylist((list) => moved(list, entry.key, -1))}
          />
          <IconButton
            label={`${title} later`}
            icon={<ChevronDown />}
            tip={false}
            aria-disabled={at === count - 1}
            onClick={() => setPlaylist((list) => moved(list, entry.key, 1))}
          />
          <IconButton
            label={`Take ${title} out`}
            icon={<X />}
            tip={false}
            onClick={() => setPlaylist((list) => removed(list, entry.key))}
          />
        </span>
      </div>
      {tuning && game && (
        <div id={options} className="playlist-options">
          <GameOptions
            game={game}
            chosen={entry.options}
            onChoose={(id, value) =>
              setPlaylist((list) => withOptions(list, entry.key, { ...entry.options, [id]: value }))
            }
          />
        </div>
      )}
    </li>
  )
}
