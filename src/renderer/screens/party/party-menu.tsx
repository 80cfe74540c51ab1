/** The menu of a party, and the dialogs behind it. */

import { Menu } from '@base-ui/react/menu'
import {
  Activity,
  CircleHelp,
  Crown,
  DoorOpen,
  Menu as Lines,
  LogOut,
  Settings2,
  Shirt,
  Square,
  Trophy,
  Volume2,
  VolumeX,
} from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { AppearanceDialog } from '../../pieces/appearance-dialog.tsx'
import { IconButton } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { StopQuestion } from '../../pieces/stop-question.tsx'
import { comforts, toggleMute } from '../../session/comforts.ts'
import { connectionGraph, toggleGraph } from '../../session/debugging.ts'
import { useHosted } from '../../session/hosted.ts'
import { hostedAt } from '../../session/invitations.ts'
import type { OpenParty } from '../../session/open-party.ts'
import { goHome } from '../../session/place.ts'
import { ownInfo, usePartyState } from '../../session/use-party.ts'
import { openDoor } from '../evening/doors.ts'
import { OperatorItems } from '../evening/operator-items.tsx'
import { ComfortDialog } from './comfort-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import '../../pieces/menu.css'

type Behind = 'me' | 'comfort' | 'help' | 'stop'

export function PartyMenu({ open }: { open: OpenParty }) {
  const platform = usePlatform()
  const { party } = open
  const state = usePartyState(party)
  const hosted = hostedAt(useHosted(), open.target)
  const muted = useStore(comforts, (comfort) => comfort.muted)
  const graph = useStore(connectionGraph, ({ shown }) => shown)
  const isOperator = ownInfo(state)?.operator ?? false
  const [behind, setBehind] = useState<Behind | null>(null)
  const close = () => setBehind(null)
  const others = [...state.players.values()].filter(
    ({ kind, seat, connected }) => kind !== 'bot' && seat !== state.seat && connected,
  ).length
  // Without anyone else there is nobody to ask for.
  const stop = async () => {
    if (others > 0) {
      setBehind('stop')
      return
    }
    await platform.hosting?.stop()
    goHome(platform)
  }

  return (
    <>
      <Menu.Root>
        <Menu.Trigger render={<IconButton label="Menu" icon={<Lines />} data-pad="menu" />} />
        <Menu.Portal>
          <Menu.Positioner className="menu-place" sideOffset={8} align="end" collisionPadding={8}>
            <Menu.Popup className="menu">
              {isOperator && (
                <>
                  <OperatorItems party={party} pausing />
                  <div className="menu-line" />
                </>
              )}
              <Menu.Item className="menu-item" onClick={() => setBehind('me')}>
                <Shirt /> Change how I look
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={toggleMute} closeOnClick={false}>
                {muted ? <VolumeX /> : <Volume2 />} {muted ? 'Sound is off' : 'Sound is on'} <kbd>M</kbd>
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => setBehind('comfort')}>
                <Settings2 /> Light and sound
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => setBehind('help')}>
                <CircleHelp /> How to play
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={toggleGraph}>
                <Activity /> {graph ? 'Hide connection graph' : 'Connection graph'} <kbd>F3</kbd>
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => openDoor('standings')}>
                <Trophy /> Standings
              </Menu.Item>
              {isOperator && (
                <Menu.Item className="menu-item" onClick={() => openDoor('host')}>
                  <Crown /> Host’s controls
                </Menu.Item>
              )}
              <div className="menu-line" />
              <Menu.Item className="menu-item" onClick={() => goHome(platform)}>
                {hosted ? <DoorOpen /> : <LogOut />}
                {hosted ? 'To the lobby, the party goes on' : 'Leave the party'}
              </Menu.Item>
              {hosted && (
                <Menu.Item className="menu-item grave" onClick={stop}>
                  <Square /> Stop hosting
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <AppearanceDialog open={behind === 'me'} onClose={close} />
      <ComfortDialog open={behind === 'comfort'} onClose={close} />
      <HelpDialog open={behind === 'help'} onClose={close} game={state.match?.game ?? null} />
      <StopQuestion
        open={behind === 'stop'}
        others={others}
        onClose={close}
        onStopped={() => goHome(platform)}
      />
    </>
  )
}
