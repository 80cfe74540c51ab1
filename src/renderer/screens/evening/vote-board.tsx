/** A vote for the next game: everyone sees every voice as it comes in, and may change their own. */

import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Party } from '../../../client/party.ts'
import type { AnyGame } from '../../../games/game.ts'
import { matchGames } from '../../../games/index.ts'
import type { PlayerInfo } from '../../../protocol/messages.ts'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { playSound } from '../../stage/sounds.ts'
import { votedWords } from '../../words/evening.ts'
import { goByArrows, useArrival } from './arrival.ts'
import { GamePicture } from './game-picture.tsx'
import { SecondsLeft } from './seconds-left.tsx'
import type { EveningNow } from './use-evening.ts'
import './board.css'
import './vote-board.css'

export function VoteBoard({ party, now }: { party: Party; now: EveningNow }) {
  const { evening, me, state, isOperator } = now
  const board = useArrival<HTMLElement>()
  const voters = [...state.players.values()].filter(({ kind, connected }) => kind === 'human' && connected)
  const voted = Object.values(evening.votes).flat().length
  const mayVote = me?.kind === 'human'
  useVoteSound(voted)
  return (
    <section
      ref={board}
      className="board vote-board"
      aria-labelledby="vote-title"
      tabIndex={-1}
      data-pad="panel"
      onKeyDown={goByArrows}
    >
      <header className="board-head">
        <div>
          <h2 id="vote-title" className="board-title">
            What’s next?
          </h2>
          <p className="quiet" aria-live="polite">
            {mayVote ? votedWords(voted, voters.length) : 'You are watching; the players vote.'}
          </p>
        </div>
        <SecondsLeft endsAt={evening.endsAt} of={20} />
      </header>
      <ul className="vote-cards">
        {matchGames.map((game) => (
          <li key={game.id}>
            <VoteCard
              game={game}
              voters={(evening.votes[game.id] ?? []).flatMap((seat) => state.players.get(seat) ?? [])}
              mine={(evening.votes[game.id] ?? []).includes(state.seat ?? -1)}
              disabled={!mayVote}
              onVote={() => party.ask({ type: 'ballot', content: { game: game.id } })}
            />
          </li>
        ))}
      </ul>
      {isOperator && (
        // Beside the seconds to the eye, but after the cards to the keys.
        <Button className="vote-cancel" onClick={() => party.ask({ type: 'end', content: {} })}>
          Call it off
        </Button>
      )}
    </section>
  )
}

interface VoteCardProps {
  game: AnyGame
  voters: readonly PlayerInfo[]
  mine: boolean
  disabled: boolean
  onVote(): void
}

function VoteCard({ game, voters, mine, disabled, onVote }: VoteCardProps) {
  const count = voters.length
  return (
    <button type="button" className="vote-card" aria-pressed={mine} disabled={disabled} onClick={onVote}>
      <span className="vote-picture">
        <GamePicture game={game.id} />
        {mine && (
          <span className="vote-mine small">
            <Check aria-hidden="true" /> Your vote
          </span>
        )}
      </span>
      <span className="vote-words">
        <strong className="vote-title">{game.title}</strong>
        <span className="vote-rule">{game.rule}</span>
      </span>
      <span className="vote-voices">
        <span className="unseen">{count === 1 ? '1 vote' : `${count} votes`}</span>
        <span className="vote-count" aria-hidden="true" data-any={count > 0}>
          {count}
        </span>
        <span className="vote-faces" aria-hidden="true">
          {voters.slice(0, 7).map((voter) => (
            <span key={voter.seat} className="vote-face">
              <Likeness of={voter} size={2} />
            </span>
          ))}
        </span>
      </span>
    </button>
  )
}

/** A soft knock for each voice that comes in. */
function useVoteSound(voted: number): void {
  const before = useRef(voted)
  useEffect(() => {
    if (voted > before.current) playSound('vote')
    before.current = voted
  }, [voted])
}
