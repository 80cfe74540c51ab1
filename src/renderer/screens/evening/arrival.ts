/** Focus when something comes up over the stage: it goes there, and back to where it was. */

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { type Direction, moveFocus } from '../../pieces/pad-focus.ts'

/** A card to be read from its start on. Whoever is writing, or reads a dialog, is left in peace. */
export function useArrival<T extends HTMLElement>(): RefObject<T | null> {
  const card = useRef<T>(null)
  useEffect(() => {
    const element = card.current
    const before = document.activeElement
    if (!element || isBusy(before)) return
    element.focus({ preventScroll: true })
    return () => {
      const left = document.activeElement
      const isFree = left === null || left === document.body || element.contains(left)
      if (isFree && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return card
}

function isBusy(element: Element | null): boolean {
  return Boolean(
    element?.closest('input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"]'),
  )
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Arrow keys go from card to card, and not to the game behind. */
export function goByArrows(event: KeyboardEvent<HTMLElement>): void {
  const direction = arrows[event.key]
  if (!direction) return
  event.preventDefault()
  event.stopPropagation()
  moveFocus(event.currentTarget, direction)
}
