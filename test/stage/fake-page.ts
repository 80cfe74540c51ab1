/** A window as far as input devices know one: keys, fingers, focus and gamepads, all by hand. */

export interface FakePage {
  readonly window: Window
  readonly place: HTMLElement
  key(type: 'keydown' | 'keyup', code: string, more?: Record<string, unknown>): Event
  finger(type: string, at: { x: number; y: number }, more?: Record<string, unknown>): void
  blur(): void
  focus(on: unknown): void
  pads: unknown[]
}

export function fakePage(): FakePage {
  const document = Object.assign(new EventTarget(), { activeElement: null, body: null, hidden: false })
  const page = { pads: [] as unknown[] }
  /** Held by the mouse, as `MouseEvent.buttons`. */
  let buttons = 0
  const window = Object.assign(new EventTarget(), {
    document,
    navigator: { getGamepads: () => page.pads },
  })
  const place = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
    setPointerCapture() {},
  })
  const event = (type: string, fields: Record<string, unknown>) => {
    const made = new Event(type, { cancelable: true })
    for (const [name, value] of Object.entries(fields)) Object.defineProperty(made, name, { value })
    return made
  }
  return Object.assign(page, {
    window: window as unknown as Window,
    place: place as unknown as HTMLElement,
    key(type: 'keydown' | 'keyup', code: string, more: Record<string, unknown> = {}) {
      const made = event(type, {
        code,
        repeat: false,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        ...more,
      })
      window.dispatchEvent(made)
      return made
    },
    finger(type: string, at: { x: number; y: number }, more: Record<string, unknown> = {}) {
      const bit = [1, 4, 2][Number(more.button ?? 0)] ?? 0
      if (type === 'pointerdown') buttons |= bit
      if (type === 'pointerup') buttons &= ~bit
      const fields = {
        buttons,
        clientX: at.x,
        clientY: at.y,
        pointerId: 1,
        pointerType: 'touch',
        button: 0,
        timeStamp: 0,
      }
      place.dispatchEvent(event(type, { ...fields, ...more }))
    },
    blur() {
      window.dispatchEvent(new Event('blur'))
    },
    focus(on: unknown) {
      Object.assign(document, { activeElement: on })
      document.dispatchEvent(event('focusin', { target: on }))
    },
  })
}

/** An element that `closest` finds by any of these names. */
export function element(...names: string[]) {
  return {
    blurred: false,
    closest(selector: string) {
      return names.some((name) => selector.split(/,\s*/).includes(name)) ? this : null
    },
    blur() {
      this.blurred = true
    },
  }
}

/** A gamepad of the standard mapping. */
export function pad(axes: number[], pressed: number[] = []) {
  const buttons = Array.from({ length: 17 }, (_, i) => ({
    pressed: pressed.includes(i),
    value: pressed.includes(i) ? 1 : 0,
  }))
  return { axes, buttons, mapping: 'standard', connected: true }
}
