/** A sign at the edge of the stage: who picks the next game, and for the host the button that does, or what stops one. */

import { Menu } from '@base-ui/react/menu'
import { Dices, EllipsisVertical, Pause, Play } from 'lucide-react'
import type { Party } from '../../../client/party.ts'
import { Button, IconButton } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { pickWords } from '../../words/evening.ts'
import { openDoor } from './doors.ts'
import { OperatorItems } from './operator-items.tsx'
import { type EveningNow, useEvening } from './use-evening.ts'
import '../../pieces/menu.css'
import './evening-sign.css'

export function EveningSign({ party }: { party: Party }) {
  const now = useEvening(party)
  if (!now) return null
  switch (now.evening.phase) {
    case 'meadow':
      return now.isOperator ? <PlayButton /> : <WhoPicks now={now} />
    case 'countdown':
    case 'playing':
      return <OnNow party={party} now={now} />
    case 'vote':
    case 'result':
    case 'podium':
      return null
  }
}

function PlayButton() {
  return (
    <Button look="main" className="play-button" icon={<Dices />} onClick={() => openDoor('games')}>
      Play a game
    </Button>
  )
}

function WhoPicks({ now }: { now: EveningNow }) {
  if (!now.operator) return null
  return (
    <p className="hud-sign who-picks small">
      <Likeness of={now.operator} size={1.75} asleep={now.operator.away} />
      <span>{pickWords(now.operator.name)}</span>
    </p>
  )
}

function OnNow({ party, now: { evening, game, isOperator } }: { party: Party; now: EveningNow }) {
  const { playlist, at, paused, phase } = evening
  return (
    <div className="hud-sign on-now">
      <p className="on-now-words">
        <b className="on-now-title">{game?.title}</b>
        {playlist.length > 1 && (
          <span className="small quiet">
            {at + 1} of {playlist.length}
          </span>
        )}
      </p>
      {isOperator && phase === 'playing' && (
        <IconButton
          label={paused ? 'Go on' : 'Pause'}
          icon={paused ? <Play /> : <Pause />}
          onClick={() => party.ask({ type: 'pause', content: { paused: !paused } })}
        />
      )}
      {isOperator && <GameMenu party={party} />}
    </div>
  )
}

function GameMenu({ party }: { party: Party }) {
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton label="This game" icon={<EllipsisVertical />} />} />
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={8} align="start" collisionPadding={8}>
          <Menu.Popup className="menu">
            <OperatorItems party={party} pausing={false} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
