/** What happens and is whispered passes by while the chat is folded; all of it is read aloud for those who listen. */

import { useEffect, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import type { Line } from '../../../protocol/messages.ts'
import { spoken } from '../../words/lines.ts'
import { ChatLine } from './chat-line.tsx'

const shownFor = 7000
const mostShown = 4

export function PassingLines({ party, onOpen }: { party: Party; onOpen(): void }) {
  const lines = usePassing(party)
  const nameOf = (seat: number) =>
    seat === party.state.seat ? 'you' : (party.state.players.get(seat)?.name ?? 'someone')
  return (
    <div className="passing">
      <div className="passing-lines" aria-hidden="true">
        {lines.map((line) => (
          <ChatLine key={line.id} line={line} mine={line.seat === party.state.seat} nameOf={nameOf} />
        ))}
      </div>
      <button type="button" className="passing-hint hud-sign small" onClick={onOpen}>
        <kbd>Enter</kbd> to talk
      </button>
    </div>
  )
}

/** Polite, one line at a time, whether the chat is open or not. */
export function Announcer({ party }: { party: Party }) {
  const [last, setLast] = useState('')
  useEffect(
    () =>
      party.hear((event) => {
        if (event.type !== 'line' || event.line.seat === party.state.seat) return
        setLast(spoken(event.line, (seat) => party.state.players.get(seat)?.name ?? 'someone'))
      }),
    [party],
  )
  return (
    <p className="unseen" aria-live="polite">
      {last}
    </p>
  )
}

/** What is said to all stands in a bubble over its speaker already. */
function bubbles(line: Line): boolean {
  return line.kind === 'said' && line.to === undefined
}

function usePassing(party: Party): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([])
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const stop = party.hear((event) => {
      if (event.type !== 'line' || bubbles(event.line)) return
      const { line } = event
      setLines((before) => [...before.filter(({ id }) => id !== line.id), line].slice(-mostShown))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setLines((before) => before.filter(({ id }) => id !== line.id))
      }, shownFor)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [party])
  return lines
}
