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

const restingPad: PadState = { stick: null, aim: null, buttons: new Set() }

export class DeviceSet {
  readonly touch = new Touch()
  readonly #page: Window
  readonly #keyboard: Keyboard
  readonly #ends = new AbortController()
  readonly #onScreen = new Set<string>()
  #controls: readonly Control[] = []
  #asides: readonly Control[] = []
  #pressed = new Set<string>()
  #asidesPressed = new Set<string>()
  #padBefore: ReadonlySet<number> = new Set()
  #mouseButtons: ReadonlySet<number> = new Set()

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

  /** What the stage itself answers to, beside the game. */
  heed(asides: readonly Control[]): void {
    if (asides === this.#asides) return
    this.#asides = asides
    this.#asidesPressed.clear()
  }

  /** Which of the asides were pressed since this was last called, by the last `read`. */
  takeAsides(): ReadonlySet<string> {
    if (this.#asidesPressed.size === 0) return this.#asidesPressed
    const taken = this.#asidesPressed
    this.#asidesPressed = new Set()
    return taken
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
      aim: pad.aim,
      pressed: this.#pressed,
      held: this.#heldActions(pad),
    }
  }

  /** A click or tap that is not the game's, in world units. */
  takeTap(camera: Camera): Point | null {
    const { tap } = this.touch
    this.touch.forgetTap()
    return tap && worldPoint(camera, tap)
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

  /** In a dialog, a menu or a panel, the gamepad moves the focus and not the player. */
  #isElsewhere(): boolean {
    return Boolean(
      this.#page.document.activeElement?.closest(
        '[role="dialog"], [role="alertdialog"], [role="menu"], [data-pad="panel"]',
      ),
    )
  }

  #wants(code: string): boolean {
    const uses = (control: Control) => control.codes?.includes(code)
    return walkingKeys.has(code) || this.#controls.some(uses) || this.#asides.some(uses)
  }

  #gatherPressed(pad: PadState): void {
    const keys = this.#keyboard.takePressed()
    const gather = (controls: readonly Control[], pressed: Set<string>) => {
      for (const { action, codes, buttons } of controls) {
        if (action === undefined) continue
        const byKey = codes?.some((code) => keys.has(code))
        const byPad = buttons?.some((number) => pad.buttons.has(number) && !this.#padBefore.has(number))
        if (byKey || byPad) pressed.add(action)
      }
    }
    gather(this.#controls, this.#pressed)
    gather(this.#asides, this.#asidesPressed)
    this.#padBefore = pad.buttons
  }

  #heldActions(pad: PadState): ReadonlySet<string> {
    const held = new Set(this.#onScreen)
    for (const { action, codes, buttons, mouseButtons } of this.#controls) {
      if (action === undefined) continue
      const byKey = codes?.some((code) => this.#keyboard.keys.has(code))
      const byMouse = mouseButtons?.some((number) => this.#mouseButtons.has(number))
      if (byKey || byMouse || buttons?.some((number) => pad.buttons.has(number))) held.add(action)
    }
    return held
  }

  /** Only the first button of a mouse comes down and the last one goes up: what is between comes as a move. */
  #followMouse({ buttons, pointerId, timeStamp }: PointerEvent, at: Point): void {
    const before = this.#mouseButtons
    const now = mouseButtonsOf(buttons)
    this.#mouseButtons = now
    if (now.has(0) && !before.has(0)) this.touch.down(pointerId, 'mouse', at, timeStamp)
    else this.touch.move(pointerId, 'mouse', at)
    if (!now.has(0) && before.has(0)) this.touch.up(pointerId, 'mouse', timeStamp)
    for (const { action, mouseButtons } of this.#controls) {
      const isPressed = mouseButtons?.some((number) => now.has(number) && !before.has(number))
      if (action !== undefined && isPressed) this.#pressed.add(action)
    }
  }

  /** Whether the game has a use for this button of a mouse. */
  #wantsButton(number: number): boolean {
    return number === 0 || this.#controls.some((control) => control.mouseButtons?.includes(number))
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
        if (kind(event) === 'mouse' && !this.#wantsButton(event.button)) return
        event.preventDefault()
        leaveField(this.#page.document)
        place.setPointerCapture?.(event.pointerId)
        if (kind(event) === 'mouse') this.#followMouse(event, at(event))
        else this.touch.down(event.pointerId, kind(event), at(event), event.timeStamp)
      },
      { signal },
    )
    place.addEventListener(
      'pointermove',
      (event) => {
        // What was pressed elsewhere is not meant for the stage.
        const isPressed = kind(event) === 'mouse' && this.#mouseButtons.size > 0
        if (isPressed) this.#followMouse(event, at(event))
        else this.touch.move(event.pointerId, kind(event), at(event))
      },
      { signal },
    )
    place.addEventListener(
      'pointerup',
      (event) => {
        if (kind(event) === 'mouse') this.#followMouse(event, at(event))
        else this.touch.up(event.pointerId, kind(event), event.timeStamp)
      },
      { signal },
    )
    place.addEventListener('pointercancel', (event) => this.touch.cancel(event.pointerId), { signal })
    place.addEventListener('pointerleave', () => this.touch.leave(), { signal })
    place.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
    const releaseAll = () => {
      this.touch.releaseAll()
      this.#onScreen.clear()
      this.#mouseButtons = new Set()
    }
    this.#page.addEventListener('blur', releaseAll, { signal })
    this.#page.document.addEventListener('visibilitychange', releaseAll, { signal })
  }
}

function worldPoint(camera: Camera, at: Point): Point {
  return toWorld(camera, at.x, at.y)
}

/** The numbers of the buttons in a `MouseEvent.buttons`, whose second bit is the right one, numbered 2. */
function mouseButtonsOf(bits: number): ReadonlySet<number> {
  return new Set([0, 2, 1].filter((_, bit) => bits & (1 << bit)))
}

/** Whoever touches the meadow wants to play again, and not go on typing. */
function leaveField(document: Document): void {
  const { activeElement } = document
  if (activeElement && activeElement !== document.body) (activeElement as HTMLElement).blur?.()
}
