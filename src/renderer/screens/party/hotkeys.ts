/** The keys that the party screen takes before the game does: talk, emote, mute, fold, the connection graph. */

import { useEffect } from 'react'
import type { Party } from '../../../client/party.ts'
import { emotes } from '../../../protocol/appearance.ts'
import { toggleMute } from '../../session/comforts.ts'
import { toggleGraph } from '../../session/debugging.ts'

export interface KeyDeeds {
  talk(): void
  fold(): void
}

export function useHotkeys(party: Party, { talk, fold }: KeyDeeds): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      if (event.code === 'F3') {
        // Wherever the focus is: no field needs this key, and the browser's search finds nothing on a canvas.
        event.preventDefault()
        toggleGraph()
        return
      }
      const at = event.target instanceof Element ? event.target : document.body
      if (at.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return
      if (event.code === 'Escape') {
        if (event.defaultPrevented) return
        if (at instanceof HTMLElement) at.blur()
        fold()
        return
      }
      if (at.closest('input, textarea, select, [contenteditable]')) return
      if (event.code === 'Enter' || event.code === 'NumpadEnter') {
        // On a button, Enter presses it.
        if (at.closest('a[href], button, summary')) return
        event.preventDefault()
        talk()
        return
      }
      if (event.code === 'KeyM') toggleMute()
      const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1]
      const emote = digit === undefined ? undefined : emotes[Number(digit) - 1]
      if (emote) party.emote(emote)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [party, talk, fold])
}
