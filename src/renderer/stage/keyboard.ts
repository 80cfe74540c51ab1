/** Physical keys, whatever the layout writes on them; what is typed into a field is none of the game's business. */

/** Held and pressed keys by `KeyboardEvent.code`. */
export interface Keyboard {
  readonly keys: ReadonlySet<string>
  /** Keys that went down since this was last called. */
  takePressed(): ReadonlySet<string>
  stop(): void
}

/** `wanted` are the keys that the game uses: the page must not scroll or press buttons by them. */
export function listenToKeyboard(page: Window, wanted: (code: string) => boolean): Keyboard {
  const keys = new Set<string>()
  let pressed = new Set<string>()
  let lastTouched: 'pointer' | 'keys' = 'keys'
  let focusedBy: 'pointer' | 'keys' = 'keys'
  const ends = new AbortController()
  const { signal } = ends

  const down = (event: KeyboardEvent) => {
    if (event.code === 'Tab') lastTouched = 'keys'
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (!isFree(event, focusedBy)) return
    if (wanted(event.code) && !event.defaultPrevented) event.preventDefault()
    if (event.repeat) return
    keys.add(event.code)
    pressed.add(event.code)
  }
  const releaseAll = () => keys.clear()

  page.addEventListener('keydown', down, { signal })
  page.addEventListener('keyup', (event) => keys.delete(event.code), { signal })
  page.addEventListener('blur', releaseAll, { signal })
  page.document.addEventListener('visibilitychange', releaseAll, { signal })
  page.addEventListener('pointerdown', () => (lastTouched = 'pointer'), { signal, capture: true })
  page.document.addEventListener(
    'focusin',
    (event) => {
      focusedBy = lastTouched
      if (isField(event.target)) releaseAll()
    },
    { signal },
  )
  return {
    keys,
    takePressed() {
      const taken = pressed
      pressed = new Set()
      return taken
    },
    stop() {
      ends.abort()
      keys.clear()
    },
  }
}

/** Whether the game may have this key: not while typing, nor inside a dialog or a menu. */
function isFree(event: KeyboardEvent, focusedBy: 'pointer' | 'keys'): boolean {
  const { target } = event
  if (isField(target)) return false
  const element = elementOf(target)
  if (element?.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], dialog'))
    return false
  if (
    !element?.closest(
      'a[href], button, summary, [role="button"], [role="tab"], [role="radio"], [role="slider"]',
    )
  )
    return true
  // A button that was only clicked keeps the focus; Space is then the game's again, not a second click.
  if (focusedBy === 'keys') return !['Space', 'Enter'].includes(event.code) && !event.code.startsWith('Arrow')
  if (event.code === 'Space' || event.code === 'Enter') (element as HTMLElement).blur()
  return event.code !== 'Enter'
}

function isField(target: EventTarget | null): boolean {
  const element = elementOf(target)
  if (!element) return false
  return element.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null
}

function elementOf(target: EventTarget | null): Element | null {
  return target && 'closest' in target ? (target as Element) : null
}
