/** What the host can do just now, as items of a menu: so that keys and gamepads come to all of it. */

import { Menu } from '@base-ui/react/menu'
import { Dices, DoorOpen, Pause, Play, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EveningRequest, Party } from '../../../client/party.ts'
import { openDoor } from './doors.ts'
import { useEvening } from './use-evening.ts'

export function OperatorItems({ party, pausing }: { party: Party; pausing: boolean }) {
  const now = useEvening(party)
  if (!now?.isOperator) return null
  const { phase, paused } = now.evening
  const ask = (request: EveningRequest) => () => party.ask(request)
  const isOn = phase === 'countdown' || phase === 'playing'
  return (
    <>
      {pausing && phase === 'playing' && (
        <Item
          icon={paused ? <Play /> : <Pause />}
          onClick={ask({ type: 'pause', content: { paused: !paused } })}
        >
          {paused ? 'Go on' : 'Pause'}
        </Item>
      )}
      {isOn && (
        <Item icon={<RotateCcw />} onClick={ask({ type: 'restart', content: {} })}>
          Start it anew
        </Item>
      )}
      <Item icon={<Dices />} onClick={() => openDoor('games')}>
        {isOn ? 'Play something else' : 'Play a game'}
      </Item>
      {isOn && (
        <Item icon={<DoorOpen />} grave onClick={() => openDoor('end')}>
          End it
        </Item>
      )}
      {phase === 'vote' && (
        <Item icon={<DoorOpen />} onClick={ask({ type: 'end', content: {} })}>
          Call the vote off
        </Item>
      )}
    </>
  )
}

interface ItemProps {
  icon: ReactNode
  grave?: boolean
  children: ReactNode
  onClick(): void
}

function Item({ icon, grave = false, children, onClick }: ItemProps) {
  return (
    <Menu.Item className={`menu-item ${grave ? 'grave' : ''}`} onClick={onClick}>
      {icon} {children}
    </Menu.Item>
  )
}
