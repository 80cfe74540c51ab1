/** What the player holds in hand, gathered from keyboard, pointer, touch and gamepad, and read once a frame. */

import type { Control, Devices } from '../../games/view.ts'
import { type Camera, type Point, toWorld } from './camera.ts'
import { type PadState, readPads } from './gamepad.ts'
import { type Keyboard, listenToKeyboard } from './keyboard.ts'
import { type PointerKind, Touch } from './touch.ts'

const walkingKeys = new Set([
  'KeyW',
  'KeyA',
  'KeyS',
  'KeyD',
  'ArrowUp',
  'ArrowLeft',
  'ArrowDown',
  'ArrowRight',
])

const restingPad: PadState = { stick: null, buttons: new Set() }

export class DeviceSet {
  readonly touch = new Touch()
  readonly #page: Window
  readonly #keyboard: Keyboard
  readonly #ends = new AbortController()
  readonly #onScreen = new Set<string>()
  #controls: readonly Control[] = []
  #pressed = new Set<string>()
  #padBefore: ReadonlySet<number> = new Set()

  /** Listens on `place`, the stage's element, and on the whole page for keys. */
  constructor(page: Window, place: HTMLElement) {
    this.#page = page
    this.#keyboard = listenToKeyboard(page, (code) => this.#wants(code))
    this.#listen(place)
  }

  /** The game that is on: its controls say which keys and buttons mean what. */
  use(controls: readonly Control[]): void {
    if (controls === this.#controls) return
    this.#controls = controls
    this.#pressed.clear()
    this.#onScreen.clear()
  }

  /** A button on the screen. */
  press(action: string): void {
    this.#onScreen.add(action)
    this.#pressed.add(action)
  }

  release(action: string): void {
    this.#onScreen.delete(action)
  }

  /** How the devices stand now. What was pressed or tapped stays so until `spend`. */
  read(camera: Camera, now: number): Devices {
    const pad = this.#isElsewhere() ? restingPad : readPads(this.#page.navigator.getGamepads?.() ?? [])
    this.#gatherPressed(pad)
    const pointer = this.touch.pointer(now)
    const tap = this.touch.tap
    return {
      keys: this.#keyboard.keys,
      pointer: pointer && { ...worldPoint(camera, pointer.at), held: pointer.held },
      tap: tap && worldPoint(camera, tap),
      stick: this.touch.throw ?? pad.stick,
      pressed: this.#pressed,
      held: this.#heldActions(pad),
    }
  }

  /** The input was taken for good: what was pressed and tapped has done its work. */
  spend(): void {
    this.#pressed.clear()
    this.touch.forgetTap()
  }

  stop(): void {
    this.#ends.abort()
    this.#keyboard.stop()
  }

  /** In a dialog or a menu, the gamepad moves the focus and not the player. */
  #isElsewhere(): boolean {
    return Boolean(
      this.#page.document.activeElement?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]'),
    )
  }

  #wants(code: string): boolean {
    return walkingKeys.has(code) || this.#controls.some((control) => control.codes?.includes(code))
  }

  #gatherPressed(pad: PadState): void {
    const keys = this.#keyboard.takePressed()
    for (const { action, codes, buttons } of this.#controls) {
      if (action === undefined) continue
      const byKey = codes?.some((code) => keys.has(code))
      const byPad = buttons?.some((number) => pad.buttons.has(number) && !this.#padBefore.has(number))
      if (byKey || byPad) this.#pressed.add(action)
    }
    this.#padBefore = pad.buttons
  }

  #heldActions(pad: PadState): ReadonlySet<string> {
    const held = new Set(this.#onScreen)
    for (const { action, codes, buttons } of this.#controls) {
      if (action === undefined) continue
      const byKey = codes?.some((code) => this.#keyboard.keys.has(code))
      if (byKey || buttons?.some((number) => pad.buttons.has(number))) held.add(action)
    }
    return held
  }

  #listen(place: HTMLElement): void {
    const { signal } = this.#ends
    const at = (event: PointerEvent): Point => {
      const box = place.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }
    const kind = (event: PointerEvent): PointerKind =>
      event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse'
    place.addEventListener(
      'pointerdown',
      (event) => {
        if (kind(event) === 'mouse' && event.button !== 0) return
        event.preventDefault()
        leaveField(this.#page.document)
        place.setPointerCapture?.(event.pointerId)
        this.touch.down(event.pointerId, kind(event), at(event), event.timeStamp)
      },
      { signal },
    )
    place.addEventListener(
      'pointermove',
      (event) => this.touch.move(event.pointerId, kind(event), at(event)),
      {
        signal,
      },
    )
    place.addEventListener(
      'pointerup',
      (event) => this.touch.up(event.pointerId, kind(event), event.timeStamp),
      {
        signal,
      },
    )
    place.addEventListener('pointercancel', (event) => this.touch.cancel(event.pointerId), { signal })
    place.addEventListener('pointerleave', () => this.touch.leave(), { signal })
    place.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
    const releaseAll = () => {
      this.touch.releaseAll()
      this.#onScreen.clear()
    }
    this.#page.addEventListener('blur', releaseAll, { signal })
    this.#page.document.addEventListener('visibilitychange', releaseAll, { signal })
  }
}

function worldPoint(camera: Camera, at: Point): Point {
  return toWorld(camera, at.x, at.y)
}

/** Whoever touches the meadow wants to play again, and not go on typing. */
function leaveField(document: Document): void {
  const { activeElement } = document
  if (activeElement && activeElement !== document.body) (activeElement as HTMLElement).blur?.()
}
