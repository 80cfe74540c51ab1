/** The chat: the last lines, and one to write, to everyone or whispered to one. */

import { Ear, Send, X } from 'lucide-react'
import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Party } from '../../../client/party.ts'
import { IconButton } from '../../pieces/button.tsx'
import { usePartyState } from '../../session/use-party.ts'
import { ChatLine } from './chat-line.tsx'
import './chat.css'

/** Longer than the host takes, so that it can say so; a browser that cuts silently would not. */
const mostTyped = 2000

export interface ChatProps {
  party: Party
  input: RefObject<HTMLInputElement | null>
  /** The seat that is whispered to; null for everyone. */
  to: number | null
  onTo(seat: number | null): void
  docked: boolean
}

export function Chat({ party, input, to, onTo, docked }: ChatProps) {
  const { chat, players, seat, notice } = usePartyState(party)
  const [typed, setTyped] = useState('')
  const sent = useRef('')
  const scroller = useLatestInSight(chat.at(-1)?.id)
  const receiver = to === null ? null : players.get(to)
  const whispering = to !== null && receiver !== undefined && receiver !== null
  const gone = to !== null && !whispering

  useEffect(() => input.current?.focus({ preventScroll: true }), [input])

  // What the host did not take is given back, to be mended.
  const known = useRef(notice?.id)
  useEffect(() => {
    if (notice === null || notice.id === known.current) return
    known.current = notice.id
    if (notice.about === 'say' && notice.notice !== 'empty') setTyped((now) => now || sent.current)
  }, [notice])

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (gone) onTo(null)
    party.say(typed, whispering ? to : undefined)
    sent.current = typed
    setTyped('')
    // The keys are the game's again; on a phone the keyboard stays for the next line.
    if (docked) input.current?.blur()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed === '' && docked) {
      event.preventDefault()
      input.current?.blur()
    }
  }
  const nameOf = (other: number) =>
    other === seat ? 'you' : (players.get(other)?.name ?? 'someone who left')

  return (
    <div className="chat">
      <div
        className="chat-lines"
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label="What was said"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keys
        tabIndex={0}
      >
        {chat.length === 0 && <p className="quiet chat-empty">Nobody has said anything yet. Say hello!</p>}
        {chat.map((line) => (
          <ChatLine key={line.id} line={line} mine={line.seat === seat} nameOf={nameOf} />
        ))}
      </div>
      <form className="chat-form" onSubmit={send}>
        {to !== null && (
          <p className={`chat-to small ${gone ? 'alarm' : ''}`}>
            <Ear aria-hidden="true" className="inline-icon" />
            <span>
              {whispering ? `Only ${receiver.name} will read it` : 'They are gone: this goes to everyone'}
            </span>
            <IconButton label="To everyone instead" icon={<X />} onClick={() => onTo(null)} />
          </p>
        )}
        <div className="field-line">
          <input
            ref={input}
            className="field-input"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={keyDown}
            maxLength={mostTyped}
            placeholder={whispering ? `Whisper to ${receiver.name}` : 'Say something'}
            aria-label={whispering ? `Whisper to ${receiver.name}` : 'Say something to everyone'}
            autoComplete="off"
            enterKeyHint="send"
          />
          <IconButton type="submit" className="chat-send" label="Send" icon={<Send />} />
        </div>
      </form>
    </div>
  )
}

/** Keeps the newest line in sight, unless one is reading further up. */
function useLatestInSight(newest: number | undefined): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null)
  const followed = useRef(true)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      followed.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is the reason to scroll
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && followed.current) element.scrollTop = element.scrollHeight
  }, [newest])
  return scroller
}
