/** What the host opens to play: the shelf of games, the one that is chosen, and the playlist. */

import { ListMusic, Vote } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Party } from '../../../client/party.ts'
import { gameById, matchGames } from '../../../games/index.ts'
import { Button } from '../../pieces/button.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { useMedia } from '../../session/comforts.ts'
import { GameCard } from './game-card.tsx'
import { GamePage } from './game-page.tsx'
import { PlaylistPage } from './playlist-page.tsx'
import { useEvening } from './use-evening.ts'
import { wishes } from './wishes.ts'
import './game-sheet.css'

export interface GameSheetProps {
  party: Party
  open: boolean
  onClose(): void
}

export function GameSheet({ party, open, onClose }: GameSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="What shall we play?" size="huge">
      <Picker party={party} onDone={onClose} />
    </Sheet>
  )
}

/** Beside the shelf of games, or on a narrow screen in its place: one of them, or the playlist. */
type Page = { on: 'shelf' } | { on: 'list' } | { on: 'game'; id: string }

function Picker({ party, onDone }: { party: Party; onDone(): void }) {
  const roomy = useMedia('(min-width: 52rem)')
  const now = useEvening(party)
  const [page, setPage] = useState<Page>({ on: 'shelf' })
  const listed = useStore(wishes, ({ playlist }) => playlist.length)
  const heading = useHeadingFocus(page)
  const chosen = page.on === 'game' ? gameById(page.id) : null
  const back = roomy ? null : () => setPage({ on: 'shelf' })
  const company = now?.company ?? { people: 1, bots: 0 }

  const vote = () => {
    party.ask({ type: 'vote', content: {} })
    onDone()
  }
  const side = chosen ? (
    <GamePage
      {...{ party, game: chosen, company, heading, onDone }}
      onBack={back}
      onListed={() => setPage(roomy ? { on: 'list' } : { on: 'shelf' })}
    />
  ) : (
    <PlaylistPage {...{ party, heading, onDone }} onBack={back} />
  )
  return (
    <div className={`picker ${roomy ? 'roomy' : ''}`}>
      {(roomy || page.on === 'shelf') && (
        <div className="picker-shelf">
          <div className="picker-ways">
            <Button icon={<Vote />} onClick={vote} disabled={matchGames.length === 0}>
              Let everyone vote
            </Button>
            <Button
              icon={<ListMusic />}
              aria-pressed={roomy ? !chosen : undefined}
              onClick={() => setPage({ on: 'list' })}
            >
              Playlist{listed > 0 ? `: ${listed}` : ''}
            </Button>
          </div>
          <ul className="picker-cards">
            {matchGames.map((game) => (
              <li key={game.id}>
                <GameCard
                  game={game}
                  company={company}
                  chosen={chosen?.id === game.id}
                  onChoose={() => setPage({ on: 'game', id: game.id })}
                />
              </li>
            ))}
          </ul>
          {matchGames.length === 0 && <p className="quiet">This Romp has no games yet.</p>}
        </div>
      )}
      {(roomy || page.on !== 'shelf') && (
        <section className="picker-side" aria-label={chosen ? chosen.title : 'Playlist'}>
          {side}
        </section>
      )}
    </div>
  )
}

/** What was turned to is read from its heading on, and the keys go on from there. */
function useHeadingFocus(page: Page): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    heading.current?.focus()
  }, [page])
  return heading
}
