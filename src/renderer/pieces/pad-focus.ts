/** A gamepad in the menus: the stick or the cross moves the focus, A presses, B goes back, Start opens the menu. */

import { connectedPads } from '../session/pads.ts'

const buttonA = 0
const buttonB = 1
const buttonStart = 9
const cross = { up: 12, down: 13, left: 14, right: 15 } as const
const stickThreshold = 0.55
/** Held directions repeat after the first wait, in milliseconds. */
const firstRepeat = 380
const nextRepeat = 130

export type Direction = keyof typeof cross
interface Press {
  since: number
  repeats: number
}

const reachable =
  'button, a[href], input:not([type="hidden"]), select, textarea, summary, [tabindex], [role="menuitem"]'
/** In these, arrow keys have a meaning of their own. */
const arrowKeyed = '[role="menu"], [role="radiogroup"], input[type="range"], input[type="radio"], select'

/** Runs for the life of the page. While the stage is being played, only Start is taken from it. */
export function watchPad(): void {
  const held = new Map<string, Press>()
  let running = false
  const turn = () => {
    const pads = connectedPads()
    running = pads.length > 0
    if (!running) return
    for (const [name, down] of readPads(pads)) fire(held, name, down, performance.now())
    requestAnimationFrame(turn)
  }
  window.addEventListener('gamepadconnected', () => {
    if (!running) turn()
  })
}

function* readPads(pads: readonly Gamepad[]): Generator<[string, boolean]> {
  const pressed = (button: number) => pads.some((pad) => pad.buttons[button]?.pressed)
  const leans = (axis: number, sign: number) =>
    pads.some((pad) => (pad.axes[axis] ?? 0) * sign > stickThreshold)
  yield ['up', pressed(cross.up) || leans(1, -1)]
  yield ['down', pressed(cross.down) || leans(1, 1)]
  yield ['left', pressed(cross.left) || leans(0, -1)]
  yield ['right', pressed(cross.right) || leans(0, 1)]
  yield ['a', pressed(buttonA)]
  yield ['b', pressed(buttonB)]
  yield ['start', pressed(buttonStart)]
}

function fire(held: Map<string, Press>, name: string, down: boolean, now: number): void {
  const press = held.get(name)
  if (!down) {
    held.delete(name)
    return
  }
  if (!press) {
    held.set(name, { since: now, repeats: 0 })
    act(name)
    return
  }
  const due = press.since + firstRepeat + press.repeats * nextRepeat
  if (name in cross && now >= due) {
    press.repeats += 1
    act(name)
  }
}

function act(name: string): void {
  const layer = topLayer()
  if (name === 'start') {
    if (layer.kind === 'stage') document.querySelector<HTMLElement>('[data-pad="menu"]')?.click()
    else back()
    return
  }
  if (layer.kind === 'stage') return
  if (name === 'a') pressFocused(layer.root)
  else if (name === 'b') back()
  else moveFocus(layer.root, name as Direction)
}

/** What the pad steers now: an open dialog or menu first, then the screen, unless the stage is being played. */
function topLayer(): { kind: 'screen' | 'stage'; root: HTMLElement } {
  const open = [
    ...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"], [role="menu"]'),
  ]
    .filter((layer) => layer.offsetParent !== null || layer.getClientRects().length > 0)
    .at(-1)
  if (open) return { kind: 'screen', root: open }
  const panels = document.querySelectorAll<HTMLElement>('[data-pad="panel"]')
  const panel = [...panels].find((one) => one.contains(document.activeElement))
  if (panel) return { kind: 'screen', root: panel }
  const playing = document.querySelector('[data-pad="stage"]') !== null
  return { kind: playing ? 'stage' : 'screen', root: document.body }
}

function pressFocused(root: HTMLElement): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused !== document.body && root.contains(focused)) focused.click()
  else moveFocus(root, 'down')
}

function back(): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }),
  )
}

/** Moves the focus within `root` to what lies that way. */
export function moveFocus(root: HTMLElement, direction: Direction): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && root.contains(focused) && focused.closest(arrowKeyed)) {
    const sideways = direction === 'left' || direction === 'right'
    const across = focused.closest('input[type="range"], [role="radiogroup"]') !== null
    // Up and down leave a slider or a row of choices, left and right change it.
    if (!across || sideways) {
      const key = `Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`
      focused.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }))
      return
    }
  }
  // A card that holds the focus as a whole is no place to go on from.
  const from =
    focused instanceof HTMLElement && root.contains(focused) && focused.tabIndex >= 0 ? focused : null
  const goals = [...root.querySelectorAll<HTMLElement>(reachable)].filter(
    (one) =>
      one !== from && one.tabIndex >= 0 && !one.matches(':disabled') && one.getClientRects().length > 0,
  )
  const next = from
    ? nearest(
        from.getBoundingClientRect(),
        goals.map((goal) => goal.getBoundingClientRect()),
        direction,
      )
    : Math.max(
        0,
        goals.findIndex((goal) => goal.matches('.button.main')),
      )
  const goal = next === null ? undefined : goals[next]
  // A programmatic focus shows its ring only after keys; a pad is as good as keys.
  goal?.focus({ focusVisible: true } as FocusOptions)
  goal?.scrollIntoView({ block: 'nearest' })
}

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

/** The index of the box that lies that way and is closest, straight ahead preferred; null where none lies that way. */
export function nearest(from: Box, boxes: readonly Box[], direction: Direction): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  boxes.forEach((box, index) => {
    const { ahead, aside } = gaps(from, box, direction)
    const cost = ahead + aside * 3
    if (ahead > 0 && cost < least) {
      least = cost
      best = index
    }
  })
  return best
}

function gaps(from: Box, to: Box, direction: Direction): { ahead: number; aside: number } {
  const middle = (low: number, high: number) => (low + high) / 2
  const apart = (aLow: number, aHigh: number, bLow: number, bHigh: number) =>
    Math.max(0, bLow - aHigh, aLow - bHigh)
  const across = middle(to.left, to.right) - middle(from.left, from.right)
  const along = middle(to.top, to.bottom) - middle(from.top, from.bottom)
  const asideX = apart(from.left, from.right, to.left, to.right)
  const asideY = apart(from.top, from.bottom, to.top, to.bottom)
  switch (direction) {
    case 'up':
      return { ahead: to.bottom <= from.top + 2 ? -along : 0, aside: asideX }
    case 'down':
      return { ahead: to.top >= from.bottom - 2 ? along : 0, aside: asideX }
    case 'left':
      return { ahead: to.right <= from.left + 2 ? -across : 0, aside: asideY }
    case 'right':
      return { ahead: to.left >= from.right - 2 ? across : 0, aside: asideY }
  }
}
