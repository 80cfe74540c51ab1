/** How many lines were said while the chat was folded, and the window's title that tells. */

import { useEffect, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import { usePartOf } from '../../session/use-party.ts'

/** The window's title says where one is, and that somebody spoke, to whoever looks at the tab only. */
export function useTitle(party: Party, unread: number): void {
  const name = usePartOf(party, (state) => state.room?.name ?? null)
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${name === null ? '' : `${name} · `}Romp`
    return () => {
      document.title = 'Romp'
    }
  }, [name, unread])
}

export function useUnread(party: Party, reading: boolean): number {
  const chat = usePartOf(party, (state) => state.chat)
  // What was said before one came is history, not news.
  const [readUpTo, setReadUpTo] = useState(() => chat.at(-1)?.id ?? -1)
  const newest = chat.at(-1)?.id ?? -1
  useEffect(() => {
    if (reading) setReadUpTo(newest)
  }, [reading, newest])
  if (reading) return 0
  return chat.filter((line) => line.id > readUpTo && line.kind === 'said' && line.seat !== party.state.seat)
    .length
}
