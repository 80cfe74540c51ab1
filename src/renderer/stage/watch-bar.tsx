/** For who has nothing to play: whom one follows, and confetti to throw. */

import { ChevronLeft, ChevronRight, Eye, PartyPopper, Users } from 'lucide-react'
import { useStore } from 'zustand'
import type { Audience } from './audience.ts'
import { mostCheers } from './cheering.ts'
import type { SignBoard } from './signs.ts'

export function WatchBar({ signs, audience }: { signs: SignBoard; audience: Audience }) {
  const isWatching = useStore(signs, (board) => board.isWatching)
  const cheers = useStore(signs, (board) => board.cheers)
  if (!isWatching && cheers === null) return null
  return (
    // The stage underneath must not take the same finger for a tap.
    <div className="stage-watch" onPointerDown={(event) => event.stopPropagation()}>
      {isWatching && <Following signs={signs} audience={audience} />}
      {cheers !== null && (
        <button
          type="button"
          className="stage-cheer"
          aria-label="Cheer"
          aria-keyshortcuts="C"
          aria-disabled={cheers === 0}
          onClick={() => audience.cheer()}
        >
          <PartyPopper aria-hidden="true" />
          <span>Cheer</span>
          <span className="stage-throws" aria-hidden="true">
            {Array.from({ length: mostCheers }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the dots have no other name than their place
              <i key={i} data-left={i < cheers || undefined} />
            ))}
          </span>
        </button>
      )}
    </div>
  )
}

function Following({ signs, audience }: { signs: SignBoard; audience: Audience }) {
  const followed = useStore(signs, (board) => board.followed)
  const canFollow = useStore(signs, (board) => board.canFollow)
  return (
    <fieldset className="stage-follow">
      <legend className="unseen">Watching</legend>
      {canFollow && (
        <button type="button" aria-label="Follow the one before" onClick={() => audience.turn(-1)}>
          <ChevronLeft aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="stage-followed"
        disabled={followed === null}
        aria-label={followed === null ? 'Watching everyone' : `Watching ${followed}. Look at everyone`}
        onClick={() => audience.follow(null)}
      >
        {followed === null ? <Users aria-hidden="true" /> : <Eye aria-hidden="true" />}
        <span>{followed ?? 'Everyone'}</span>
      </button>
      {canFollow && (
        <button type="button" aria-label="Follow the next player" onClick={() => audience.turn(1)}>
          <ChevronRight aria-hidden="true" />
        </button>
      )}
    </fieldset>
  )
}
