/** The playlist: several games one after the other, with a champion at its end. */

import { ArrowLeft, Play, Shuffle } from 'lucide-react'
import type { RefObject } from 'react'
import { useStore } from 'zustand'
import type { Party } from '../../../client/party.ts'
import { longestPlaylist } from '../../../protocol/messages.ts'
import { Button, IconButton } from '../../pieces/button.tsx'
import { asked, shuffled } from './playlist.ts'
import { PlaylistRow } from './playlist-row.tsx'
import { setPlaylist, wishes } from './wishes.ts'

export interface PlaylistPageProps {
  party: Party
  heading: RefObject<HTMLHeadingElement | null>
  /** Null where the shelf stands beside it. */
  onBack: (() => void) | null
  onDone(): void
}

export function PlaylistPage({ party, heading, onBack, onDone }: PlaylistPageProps) {
  const playlist = useStore(wishes, (state) => state.playlist)
  const start = () => {
    party.ask({ type: 'play', content: { playlist: asked(playlist) } })
    onDone()
  }
  return (
    <div className="playlist">
      <header className="playlist-head">
        {onBack && <IconButton label="All games" icon={<ArrowLeft />} tip={false} onClick={onBack} />}
        <h3 ref={heading} tabIndex={-1} className="side-title">
          Playlist
        </h3>
        <span className="small quiet" role="status">
          {playlist.length} of {longestPlaylist}
        </span>
      </header>
      {playlist.length === 0 ? (
        <p className="quiet">
          Several games in a row, with a champion at the end. Pick a game and press “Add to playlist”.
        </p>
      ) : (
        <ol className="playlist-rows">
          {playlist.map((entry, at) => (
            <PlaylistRow key={entry.key} entry={entry} at={at} count={playlist.length} />
          ))}
        </ol>
      )}
      <div className="side-actions">
        <Button
          icon={<Shuffle />}
          disabled={playlist.length < 2}
          onClick={() => setPlaylist((list) => shuffled(list, Math.random))}
        >
          Shuffle
        </Button>
        <Button look="main" icon={<Play />} disabled={playlist.length === 0} onClick={start}>
          Start the playlist
        </Button>
      </div>
    </div>
  )
}
