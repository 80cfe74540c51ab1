import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import { makeMeadowView } from '../../src/games/meadow/view.ts'
import type { Meadow, MeadowInput } from '../../src/games/meadow/world.ts'
import type { View } from '../../src/games/view.ts'
import { letterbox } from '../../src/renderer/stage/camera.ts'
import { DeviceSet } from '../../src/renderer/stage/devices.ts'
import { stickReach } from '../../src/renderer/stage/touch.ts'
import { element, type FakePage, fakePage, pad } from './fake-page.ts'

/** One CSS pixel is one world unit. */
const camera = letterbox({ width: 1600, height: 900, sharpness: 1 })
const idle = { x: 0, y: 0, kick: false }
let page: FakePage
let devices: DeviceSet
let view: View<Meadow, MeadowInput>
let state: Meadow
let now: number

beforeEach(() => {
  page = fakePage()
  devices = new DeviceSet(page.window, page.place)
  view = makeMeadowView()
  devices.use(view.controls)
  state = meadow.start([0], 1, {})
  Object.assign(state.players[0]!, { x: 800, y: 450 })
  now = 0
})
afterEach(() => devices.stop())

function input(): MeadowInput {
  return view.sample(devices.read(camera, now), state, 0)
}

/** Walks on for so many ticks, by what the devices say in each. */
function walk(ticks: number): void {
  for (let i = 0; i < ticks; i++) {
    const mine = meadow.input.quantise(input())
    devices.spend()
    meadow.step(state, { tick: i + 1, dt: 1 / 60, inputs: { 0: mine }, behind: () => 0 })
    meadow.state.quantise(state)
    now += 1000 / 60
  }
}

describe('the keyboard', () => {
  it('walks with WASD and with arrows, by the keys’ places whatever the layout', () => {
    for (const [code, x, y] of [
      ['KeyW', 0, -1],
      ['KeyA', -1, 0],
      ['KeyS', 0, 1],
      ['KeyD', 1, 0],
      ['ArrowUp', 0, -1],
      ['ArrowLeft', -1, 0],
      ['ArrowDown', 0, 1],
      ['ArrowRight', 1, 0],
    ] as const) {
      page.key('keydown', code, { key: 'Ж' })
      expect(input()).toEqual({ x, y, kick: false })
      page.key('keyup', code, { key: 'ж' })
      expect(input()).toEqual(idle)
    }
  })

  it('goes diagonally no faster than straight', () => {
    page.key('keydown', 'KeyD')
    page.key('keydown', 'ArrowDown')
    const { x, y } = input()
    expect(x).toBeCloseTo(Math.SQRT1_2)
    expect(y).toBeCloseTo(Math.SQRT1_2)
  })

  it('stands still between two opposite keys, and goes on when one is let go', () => {
    page.key('keydown', 'KeyA')
    page.key('keydown', 'KeyD')
    expect(input()).toEqual(idle)
    page.key('keydown', 'ArrowUp')
    expect(input()).toEqual({ x: 0, y: -1, kick: false })
    page.key('keyup', 'KeyA')
    page.key('keyup', 'ArrowUp')
    expect(input()).toEqual({ x: 1, y: 0, kick: false })
  })

  it('counts WASD and arrows of one direction once', () => {
    page.key('keydown', 'KeyA')
    page.key('keydown', 'ArrowLeft')
    page.key('keydown', 'KeyD')
    expect(input()).toEqual(idle)
  })

  it('lets go of everything when the window loses the focus, or a field gets it', () => {
    page.key('keydown', 'KeyD')
    page.blur()
    expect(input()).toEqual(idle)
    page.key('keydown', 'KeyD')
    page.focus(element('input'))
    expect(input()).toEqual(idle)
  })

  it('does not walk by what is typed, by shortcuts, or inside a dialog', () => {
    page.key('keydown', 'KeyD', { target: element('input') })
    page.key('keydown', 'KeyD', { target: element('[role="dialog"]') })
    page.key('keydown', 'KeyD', { ctrlKey: true })
    page.key('keydown', 'KeyD', { isComposing: true })
    expect(input()).toEqual(idle)
  })

  it('leaves Space to a button reached by Tab, and takes it from one that was only clicked', () => {
    const button = element('button')
    page.key('keydown', 'Tab')
    page.focus(button)
    expect(page.key('keydown', 'Space', { target: button }).defaultPrevented).toBe(false)
    expect(input().kick).toBe(false)
    page.window.dispatchEvent(new Event('pointerdown'))
    page.focus(button)
    expect(page.key('keydown', 'Space', { target: button }).defaultPrevented).toBe(true)
    expect(input().kick).toBe(true)
    expect(button.blurred).toBe(true)
  })

  it('keeps the page from scrolling by the game’s keys, and leaves all others alone', () => {
    expect(page.key('keydown', 'ArrowDown').defaultPrevented).toBe(true)
    expect(page.key('keydown', 'Space').defaultPrevented).toBe(true)
    expect(page.key('keydown', 'F5').defaultPrevented).toBe(false)
    expect(page.key('keydown', 'Tab').defaultPrevented).toBe(false)
  })

  it('kicks once for a key that was tapped between two frames, until a tick took it', () => {
    page.key('keydown', 'Space')
    page.key('keyup', 'Space')
    expect(input().kick).toBe(true)
    expect(input().kick).toBe(true)
    devices.spend()
    expect(input().kick).toBe(false)
  })
})

describe('click or tap to walk', () => {
  it('walks there, stops there, and does not swing back and forth', () => {
    page.finger('pointerdown', { x: 1100, y: 300 }, { pointerType: 'mouse' })
    page.finger('pointerup', { x: 1100, y: 300 }, { pointerType: 'mouse' })
    walk(240)
    const body = state.players[0]!
    expect(Math.hypot(body.x - 1100, body.y - 300)).toBeLessThan(14)
    expect(Math.hypot(body.vx, body.vy)).toBeLessThan(4)
    expect(input()).toEqual(idle)
  })

  it('follows a mouse that is held down', () => {
    page.finger('pointerdown', { x: 1000, y: 450 }, { pointerType: 'mouse' })
    walk(5)
    page.finger('pointermove', { x: 800, y: 200 }, { pointerType: 'mouse' })
    expect(input().y).toBeLessThan(-0.9)
    page.finger('pointerup', { x: 800, y: 200 }, { pointerType: 'mouse' })
    walk(200)
    expect(state.players[0]!.y).toBeLessThan(215)
  })

  it('forgets the place as soon as a key walks, even two that cancel out', () => {
    page.finger('pointerdown', { x: 1100, y: 300 }, { pointerType: 'mouse' })
    page.finger('pointerup', { x: 1100, y: 300 }, { pointerType: 'mouse' })
    walk(5)
    page.key('keydown', 'KeyA')
    page.key('keydown', 'KeyD')
    expect(input()).toEqual(idle)
    page.key('keyup', 'KeyA')
    page.key('keyup', 'KeyD')
    expect(input()).toEqual(idle)
  })

  it('goes as near as the hedge lets it, and then rests', () => {
    page.finger('pointerdown', { x: 5, y: -200 }, { pointerType: 'mouse' })
    page.finger('pointerup', { x: 5, y: -200 }, { pointerType: 'mouse' })
    walk(360)
    expect(state.players[0]!.x).toBeLessThan(80)
    expect(input()).toEqual(idle)
  })

  it('takes no right click for a walk', () => {
    page.finger('pointerdown', { x: 1100, y: 300 }, { pointerType: 'mouse', button: 2 })
    expect(input()).toEqual(idle)
  })
})

describe('the buttons of a mouse', () => {
  const mouse = { pointerType: 'mouse' }
  const at = { x: 900, y: 300 }
  const read = () => devices.read(camera, now)

  beforeEach(() =>
    devices.use([{ action: 'roll', label: '', keys: '', touch: '', pad: '', mouseButtons: [2] }]),
  )

  it('do what the game wants of them, once for a click and as long as they are held', () => {
    page.finger('pointerdown', at, { ...mouse, button: 2 })
    expect([...read().pressed]).toEqual(['roll'])
    devices.spend()
    expect(read().pressed.size).toBe(0)
    expect([...read().held]).toEqual(['roll'])
    page.finger('pointerup', at, { ...mouse, button: 2 })
    expect(read().held.size).toBe(0)
  })

  it('are told apart while several are held, which a browser tells as moves', () => {
    page.finger('pointerdown', at, { ...mouse, button: 2 })
    expect(read().pointer).toEqual({ ...at, held: false })
    page.finger('pointermove', at, { ...mouse, button: 0, buttons: 3 })
    expect(read().pointer?.held).toBe(true)
    expect(read().tap).toEqual(at)
    page.finger('pointermove', at, { ...mouse, button: 2, buttons: 1 })
    expect(read().held.size).toBe(0)
    expect(read().pointer?.held).toBe(true)
    page.finger('pointermove', at, { ...mouse, button: 2, buttons: 3 })
    page.finger('pointermove', at, { ...mouse, button: 0, buttons: 2 })
    expect(read().pointer?.held).toBe(false)
    expect([...read().held]).toEqual(['roll'])
  })

  it('are let go of when the window loses the focus', () => {
    page.finger('pointerdown', at, { ...mouse, button: 2 })
    page.blur()
    expect(read().held.size).toBe(0)
  })
})

describe('fingers', () => {
  const from = { x: 300, y: 700 }

  it('a short touch is a tap: it walks there', () => {
    page.finger('pointerdown', from, { timeStamp: 0 })
    page.finger('pointermove', { x: 305, y: 703 })
    page.finger('pointerup', { x: 305, y: 703 }, { timeStamp: 120 })
    const { x, y } = input()
    expect(x).toBeLessThan(-0.5)
    expect(y).toBeGreaterThan(0.2)
  })

  it('a drag is a thumb stick from where the thumb landed, and no walk to where it ends', () => {
    page.finger('pointerdown', from)
    page.finger('pointermove', { x: from.x + stickReach, y: from.y })
    expect(input().x).toBeCloseTo(1)
    expect(devices.touch.stick?.middle).toEqual(from)
    page.finger('pointerup', { x: from.x + stickReach, y: from.y }, { timeStamp: 100 })
    expect(input()).toEqual(idle)
  })

  it('is never longer than 1, and answers at once when a far thumb turns back', () => {
    page.finger('pointerdown', from)
    page.finger('pointermove', { x: from.x + 400, y: from.y - 300 })
    const far = input()
    expect(Math.hypot(far.x, far.y)).toBeCloseTo(1)
    page.finger('pointermove', { x: from.x + 400 - 2 * stickReach, y: from.y - 300 })
    expect(input().x).toBeLessThan(-0.3)
  })

  it('a second finger taps while the first one steers', () => {
    page.finger('pointerdown', from)
    page.finger('pointermove', { x: from.x, y: from.y - stickReach })
    page.finger('pointerdown', { x: 900, y: 100 }, { pointerId: 2 })
    page.finger('pointerup', { x: 900, y: 100 }, { pointerId: 2, timeStamp: 90 })
    expect(input().y).toBeCloseTo(-1)
    expect(devices.read(camera, now).tap).toEqual({ x: 900, y: 100 })
  })

  it('a finger that the system takes away leaves neither stick nor tap', () => {
    page.finger('pointerdown', from)
    page.finger('pointercancel', from)
    expect(input()).toEqual(idle)
    page.finger('pointerdown', from)
    page.finger('pointermove', { x: from.x + 80, y: from.y })
    page.finger('pointercancel', from)
    expect(input()).toEqual(idle)
  })

  it('a button on the screen kicks', () => {
    devices.press('kick')
    devices.release('kick')
    expect(input().kick).toBe(true)
    devices.spend()
    expect(input().kick).toBe(false)
  })
})

describe('gamepads', () => {
  it('walk by stick and cross, without drifting, and may be plugged in and out at any time', () => {
    page.pads = [null, pad([0.12, -0.1])]
    expect(input()).toEqual(idle)
    page.pads = [null, pad([1, 0])]
    expect(input().x).toBeCloseTo(1)
    page.pads = [pad([0, 0], [12, 15])]
    const { x, y } = input()
    expect([Math.sign(x), Math.sign(y)]).toEqual([1, -1])
    expect(Math.hypot(x, y)).toBeCloseTo(1)
    page.pads = []
    expect(input()).toEqual(idle)
  })

  it('aim with the right stick, where the mapping says which one that is', () => {
    const read = () => devices.read(camera, now)
    page.pads = [pad([0, 0, 0.3, 0])]
    expect(read().aim).toBeNull()
    page.pads = [pad([0, 0, 0, -1])]
    expect(read().aim?.y).toBeCloseTo(-1)
    page.pads = [{ axes: [0, 0, 0, -1], buttons: [], mapping: '', connected: true }]
    expect(read().aim).toBeNull()
  })

  it('kick with A', () => {
    page.pads = [pad([0, 0], [0])]
    expect(input().kick).toBe(true)
    page.pads = [pad([0, 0])]
    devices.spend()
    expect(input().kick).toBe(false)
  })

  it('move the focus and not the player while a dialog or a menu is open', () => {
    page.pads = [pad([1, 0], [0])]
    page.focus(element('[role="dialog"]'))
    expect(input()).toEqual(idle)
    page.focus(element())
    expect(input().x).toBeCloseTo(1)
  })

  it('a broken one does not steer', () => {
    page.pads = [{ axes: [Number.NaN], buttons: [], mapping: '', connected: true }]
    expect(input()).toEqual(idle)
  })
})

it('a spectator does nothing, whatever is pressed', () => {
  page.key('keydown', 'KeyD')
  page.finger('pointerdown', { x: 10, y: 10 }, { pointerType: 'mouse' })
  const { x, y } = view.sample(devices.read(camera, now), state, null)
  expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
  expect(() => view.sample(devices.read(camera, now), state, 7)).not.toThrow()
})
