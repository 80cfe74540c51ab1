/** One line above the field on how things stand; what is read out changes less often than what is shown. */

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SignBoard } from './signs.ts'

/** Milliseconds; as long as it takes to fade. */
const fades = 220

export function CaptionLine({ signs }: { signs: SignBoard }) {
  const caption = useStore(signs, (board) => board.caption)
  const spoken = useStore(signs, (board) => board.spoken)
  const shown = useLastWords(caption)
  return (
    <>
      <p className="stage-caption" aria-hidden="true" data-shown={caption !== null || undefined}>
        {shown}
      </p>
      <p className="unseen" aria-live="polite">
        {spoken}
      </p>
    </>
  )
}

/** What was said last stays while it fades. */
function useLastWords(caption: string | null): string | null {
  const last = useRef<string | null>(null)
  const [, forget] = useState(0)
  if (caption !== null) last.current = caption
  useEffect(() => {
    if (caption !== null) return
    const timer = setTimeout(() => {
      last.current = null
      forget((times) => times + 1)
    }, fades)
    return () => clearTimeout(timer)
  }, [caption])
  return last.current
}
