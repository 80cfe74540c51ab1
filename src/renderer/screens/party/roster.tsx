/** Everyone in the party; a press on somebody shows what one can do. */

import { Menu } from '@base-ui/react/menu'
import { Bot, Crown, Ear, UserX } from 'lucide-react'
import { useState } from 'react'
import type { Party } from '../../../client/party.ts'
import type { PlayerInfo } from '../../../protocol/messages.ts'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { inOrder, ownInfo, usePartyState } from '../../session/use-party.ts'
import { openDoor } from '../evening/doors.ts'
import '../../pieces/menu.css'
import './roster.css'

export function Roster({ party, onWhisper }: { party: Party; onWhisper(seat: number): void }) {
  const state = usePartyState(party)
  const operator = ownInfo(state)?.operator ?? false
  const [removing, setRemoving] = useState<PlayerInfo | null>(null)
  return (
    <>
      {operator && (
        <Button icon={<Bot />} onClick={() => openDoor('host')}>
          Bots and the host’s controls
        </Button>
      )}
      <ul className="roster">
        {inOrder(state.players).map((player) => (
          <li key={player.seat}>
            {player.seat === state.seat ? (
              <div className="roster-row">
                <Who player={player} mine />
              </div>
            ) : (
              <Menu.Root>
                <Menu.Trigger className="roster-row">
                  <Who player={player} mine={false} />
                </Menu.Trigger>
                <Menu.Portal>
                  <Menu.Positioner className="menu-place" sideOffset={4} align="end">
                    <Menu.Popup className="menu">
                      {player.kind !== 'bot' && (
                        <Menu.Item className="menu-item" onClick={() => onWhisper(player.seat)}>
                          <Ear /> Whisper
                        </Menu.Item>
                      )}
                      {operator && (
                        <Menu.Item className="menu-item" onClick={() => setRemoving(player)}>
                          <UserX /> Take out of the party
                        </Menu.Item>
                      )}
                      {!operator && player.kind === 'bot' && (
                        <p className="menu-note small quiet">A bot. It does what it likes.</p>
                      )}
                    </Menu.Popup>
                  </Menu.Positioner>
                </Menu.Portal>
              </Menu.Root>
            )}
          </li>
        ))}
      </ul>
      <Sheet
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Take ${removing?.name ?? 'them'} out?`}
        size="small"
        about={
          removing?.kind === 'bot'
            ? 'The bot goes home, and its place is free.'
            : 'They leave the party, and this device of theirs cannot come back for a while.'
        }
        actions={
          <>
            <Button onClick={() => setRemoving(null)}>Let them stay</Button>
            <Button
              look="danger"
              onClick={() => {
                if (removing) party.remove(removing.seat)
                setRemoving(null)
              }}
            >
              Take them out
            </Button>
          </>
        }
      />
    </>
  )
}

function Who({ player, mine }: { player: PlayerInfo; mine: boolean }) {
  const resting = player.away || !player.connected
  return (
    <>
      <span className={player.connected ? '' : 'roster-dropped'}>
        <Likeness of={player} size={2.75} asleep={resting} />
      </span>
      <span className="roster-name">{player.name}</span>
      <span className="roster-badges">
        {player.operator && (
          <span className="roster-badge crown">
            <Crown aria-hidden="true" /> host
          </span>
        )}
        {mine && <span className="roster-badge">you</span>}
        {player.kind === 'bot' && <span className="roster-badge">bot</span>}
        {player.kind === 'spectator' && <span className="roster-badge">watching</span>}
        {!player.connected ? (
          <span className="roster-badge warn">lost the line</span>
        ) : (
          player.away && <span className="roster-badge">away</span>
        )}
      </span>
    </>
  )
}
