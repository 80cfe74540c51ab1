/** Small signs at the edge of the stage: which party, how the line is, who is here, and the doors to the rest. */

import { MessageCircle, QrCode, Trophy, Users } from 'lucide-react'
import { IconButton } from '../../pieces/button.tsx'
import { Signal } from '../../pieces/signal.tsx'
import type { OpenParty } from '../../session/open-party.ts'
import { useFigures, usePartyState } from '../../session/use-party.ts'
import { openDoor } from '../evening/doors.ts'
import { EveningSign } from '../evening/evening-sign.tsx'
import { WatchingSign } from '../evening/watching-sign.tsx'
import { PartyMenu } from './party-menu.tsx'

export type Panel = 'chat' | 'people' | 'invite'

export interface HudProps {
  open: OpenParty
  panel: Panel | null
  onPanel(panel: Panel | null): void
  unread: number
}

/** A host that was not heard for so long is worth a word, in milliseconds. */
const uneasyAfter = 1500

export function Hud({ open, panel, onPanel, unread }: HudProps) {
  const { party } = open
  const state = usePartyState(party)
  const playing = [...state.players.values()].filter((player) => player.kind !== 'spectator').length
  const max = state.room?.max ?? 0
  const toggle = (which: Panel) => onPanel(panel === which ? null : which)
  const news = unread > 0 ? `, ${unread} new` : ''
  return (
    <header className="hud">
      <div className="hud-sign hud-place">
        <h1 className="hud-name">{state.room?.name ?? 'Party'}</h1>
        <Line open={open} lost={state.status.phase === 'lost'} />
      </div>
      <div className="hud-evening">
        <EveningSign party={party} />
      </div>
      <nav className="hud-sign hud-doors" aria-label="Party">
        <IconButton
          label={`Who is here, ${playing}/${max}`}
          icon={<Users />}
          className="with-count"
          aria-expanded={panel === 'people'}
          onClick={() => toggle('people')}
        >
          <span className="count" aria-hidden="true">
            {playing}
            <i>/{max}</i>
          </span>
        </IconButton>
        {(state.evening?.standings.length ?? 0) > 0 && (
          <IconButton
            label="Standings"
            className="hud-trophy"
            icon={<Trophy />}
            onClick={() => openDoor('standings')}
          />
        )}
        <IconButton
          label={`Chat${news}`}
          hotkey="Enter"
          icon={<MessageCircle />}
          aria-expanded={panel === 'chat'}
          onClick={() => toggle('chat')}
        >
          {unread > 0 && (
            <span className="news" aria-hidden="true">
              {unread > 9 ? '9+' : unread}
            </span>
          )}
        </IconButton>
        <IconButton
          label="Bring someone in"
          icon={<QrCode />}
          aria-expanded={panel === 'invite'}
          onClick={() => toggle('invite')}
        />
        <PartyMenu open={open} />
      </nav>
      <WatchingSign party={party} />
    </header>
  )
}

function Line({ open, lost }: { open: OpenParty; lost: boolean }) {
  const { ping, silence } = useFigures(open.party)
  const words = lost ? 'coming back…' : silence > uneasyAfter ? 'waiting for the host…' : null
  return (
    <span className={`hud-line small ${words ? 'alarm' : 'quiet'}`}>
      <span className="unseen" role="status">
        {words ?? 'Connected'}
      </span>
      {words ? <span aria-hidden="true">{words}</span> : <Signal ping={ping} />}
    </span>
  )
}
