/** In the party: the stage, and around it who is there, what is said, and what one can press. */

import { X } from 'lucide-react'
import { type RefObject, useCallback, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { authority } from '../../../protocol/link.ts'
import { IconButton } from '../../pieces/button.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { audible, comforts, useMedia, useMood, useReducedMotion } from '../../session/comforts.ts'
import { connectionGraph } from '../../session/debugging.ts'
import type { OpenParty } from '../../session/open-party.ts'
import { Stage } from '../../stage/stage.tsx'
import { EveningLayer } from '../evening/evening-layer.tsx'
import { EveningSheets } from '../evening/evening-sheets.tsx'
import { Chat } from './chat.tsx'
import { EmoteBar } from './emote-bar.tsx'
import { useHotkeys } from './hotkeys.ts'
import { Hud, type Panel } from './hud.tsx'
import { InviteCard } from './invite-card.tsx'
import { LostOverlay } from './lost-overlay.tsx'
import { usePartySounds } from './party-sounds.ts'
import { Announcer, PassingLines } from './passing-lines.tsx'
import { Roster } from './roster.tsx'
import { useTitle, useUnread } from './unread.ts'
import './party.css'

const titles: Record<Panel, string> = { chat: 'Chat', people: 'Who is here', invite: 'Bring someone in' }

export function Play({ open }: { open: OpenParty }) {
  const { party } = open
  const mood = useMood()
  const volume = useStore(comforts, audible)
  const reducedMotion = useReducedMotion()
  const graph = useStore(connectionGraph, ({ shown }) => shown)
  const roomy = useMedia('(min-width: 56rem) and (min-height: 24rem)')
  const [panel, setPanel] = useState<Panel | null>(open.invite ? 'invite' : null)
  const [whisperTo, setWhisperTo] = useState<number | null>(null)
  const chatInput = useRef<HTMLInputElement>(null)
  const unread = useUnread(party, panel === 'chat')
  useTitle(party, unread)
  usePartySounds(party)

  const talk = useCallback(() => {
    setPanel('chat')
    // At once where the panel is open already; a panel that opens now takes the focus itself.
    chatInput.current?.focus()
  }, [])
  const fold = useCallback(() => setPanel(null), [])
  useHotkeys(party, { talk, fold })

  const whisper = (seat: number) => {
    setWhisperTo(seat)
    talk()
  }
  const inside = panel && (
    <PanelInside
      panel={panel}
      open={open}
      whisperTo={whisperTo}
      setWhisperTo={setWhisperTo}
      whisper={whisper}
      chatInput={chatInput}
      docked={roomy}
      fold={fold}
    />
  )

  return (
    <main className={`party ${panel && roomy ? 'with-dock' : ''}`} data-pad="stage">
      <div className="party-stage">
        <Stage
          party={party}
          mood={mood}
          reducedMotion={reducedMotion}
          volume={volume}
          graph={graph}
          where={`${authority(open.target)}/${open.target.room === null ? '' : `r/${open.target.room}`}`}
        />
        <EveningLayer party={party} />
        <Hud open={open} panel={panel} onPanel={setPanel} unread={unread} />
        <EmoteBar party={party} />
        {panel !== 'chat' && <PassingLines party={party} onOpen={talk} />}
        <LostOverlay open={open} />
      </div>
      {roomy ? (
        panel && (
          <aside className="dock" aria-label={titles[panel]} data-pad="panel">
            {inside}
          </aside>
        )
      ) : (
        <Sheet
          open={panel !== null}
          onClose={fold}
          title={panel ? titles[panel] : ''}
          {...(panel === 'chat' ? { first: chatInput } : {})}
        >
          {inside}
        </Sheet>
      )}
      <EveningSheets party={party} />
      <Announcer party={party} />
    </main>
  )
}

interface PanelInsideProps {
  panel: Panel
  open: OpenParty
  whisperTo: number | null
  setWhisperTo(seat: number | null): void
  whisper(seat: number): void
  chatInput: RefObject<HTMLInputElement | null>
  docked: boolean
  fold(): void
}

function PanelInside({ panel, open, docked, fold, whisper, ...chat }: PanelInsideProps) {
  const heading = docked ? (
    <header className="dock-head">
      <h2 className="dock-title">{titles[panel]}</h2>
      <IconButton label="Fold" hotkey="Esc" icon={<X />} tip={false} onClick={fold} />
    </header>
  ) : null
  switch (panel) {
    case 'chat':
      return (
        <>
          {heading}
          <Chat
            party={open.party}
            input={chat.chatInput}
            to={chat.whisperTo}
            onTo={chat.setWhisperTo}
            docked={docked}
          />
        </>
      )
    case 'people':
      return (
        <>
          {heading}
          <Roster party={open.party} onWhisper={whisper} />
        </>
      )
    case 'invite':
      return (
        <>
          {heading}
          <InviteCard open={open} />
        </>
      )
  }
}
