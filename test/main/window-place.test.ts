/** Where the window opens: as it was left, unless its screen has gone or changed. */

import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followPlace, keepPlace, recallPlace } from '../../src/main/window-place.ts'

const first = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 984 }
/** As Electron chooses: the screen that has most of the place, else the nearest. */
const oneScreen = () => first
const twoScreens = ({ x }: Rectangle) => (x >= second.x ? second : first)

let folder: string
const file = () => join(folder, 'window.json')
const kept = () => JSON.parse(readFileSync(file(), 'utf8'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'romp-place-'))
})

afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

function keep(bounds: Rectangle, more: { maximized?: boolean; fullScreen?: boolean; zoom?: number } = {}) {
  keepPlace(folder, { bounds, maximized: false, fullScreen: false, zoom: 1, ...more })
}

describe('a window that was open before', () => {
  const bounds = { x: 300, y: 200, width: 900, height: 700 }

  it('comes back as it was', () => {
    keep(bounds, { maximized: true, fullScreen: true, zoom: 1.25 })
    expect(recallPlace(folder, oneScreen)).toEqual({ bounds, maximized: true, fullScreen: true, zoom: 1.25 })
  })

  it('comes back to the screen it was on', () => {
    const there = { ...bounds, x: 2000 }
    keep(there)
    expect(recallPlace(folder, twoScreens).bounds).toEqual(there)
  })

  it.each([
    ['to the right', { ...bounds, x: 2000 }],
    ['to the left', { ...bounds, x: -1200 }],
    ['above', { ...bounds, y: -900 }],
    ['below', { ...bounds, y: 1030 }],
  ])('whose screen %s is gone opens where the system wants it, as large as it was', (_where, gone) => {
    keep(gone)
    expect(recallPlace(folder, oneScreen).bounds).toEqual({ width: 900, height: 700 })
  })

  it('is made to fit a screen that has become smaller, or is scaled by now', () => {
    keep({ x: 0, y: 0, width: 1900, height: 1000 })
    const scaled = () => ({ x: 0, y: 0, width: 1280, height: 693 })
    expect(recallPlace(folder, scaled).bounds).toEqual({ x: 0, y: 0, width: 1280, height: 693 })
  })

  it('stays where it partly hung over the edge by its person’s own doing', () => {
    const hanging = { ...bounds, x: 1700 }
    keep(hanging)
    expect(recallPlace(folder, oneScreen).bounds).toEqual(hanging)
  })
})

describe('a window that is new, or whose place cannot be read', () => {
  it.each([
    ['nothing', null],
    ['half a file', '{"x":10,"y'],
    ['a list', '[1,2]'],
    ['a size that is none', '{"x":0,"y":0,"width":-5,"height":1e9,"maximized":false}'],
    [
      'a zoom that nobody can have chosen',
      '{"x":0,"y":0,"width":900,"height":700,"maximized":false,"zoom":40}',
    ],
  ])('opens at its usual size: %s', (_what, text) => {
    if (text !== null) writeFileSync(file(), text)
    expect(recallPlace(folder, oneScreen)).toEqual({
      ...{ bounds: { width: 1280, height: 800 }, maximized: false, fullScreen: false, zoom: 1 },
    })
  })

  it('opens no larger than its screen', () => {
    const little = () => ({ x: 0, y: 0, width: 1024, height: 560 })
    expect(recallPlace(folder, little).bounds).toEqual({ width: 1024, height: 560 })
  })

  it('reads what an older Romp has kept', () => {
    writeFileSync(file(), '{"x":30,"y":40,"width":900,"height":700,"maximized":true}')
    expect(recallPlace(folder, oneScreen)).toEqual({
      bounds: { x: 30, y: 40, width: 900, height: 700 },
      ...{ maximized: true, fullScreen: false, zoom: 1 },
    })
  })
})

/** As much of a window as has a place. */
class Place extends EventEmitter {
  bounds = { x: 10, y: 20, width: 900, height: 700 }
  minimized = false
  maximized = false
  fullScreen = false
  getNormalBounds = () => this.bounds
  isMaximized = () => this.maximized
  isFullScreen = () => this.fullScreen
  isMinimized = () => this.minimized
  isDestroyed = () => false
}

describe('a window that is moved', () => {
  const opened = (maximized = false) => {
    vi.useFakeTimers()
    const window = new Place()
    followPlace(folder, window as unknown as BrowserWindow, { maximized, zoom: () => 1 })
    const move = (x: number) => {
      window.bounds = { ...window.bounds, x }
      window.emit('move')
    }
    return { window, move }
  }

  it('is kept once it rests, without being closed', () => {
    const { move } = opened()
    for (let x = 0; x < 50; x++) {
      move(x)
      vi.advanceTimersByTime(100)
    }
    expect(existsSync(file())).toBe(false)
    vi.advanceTimersByTime(500)
    expect(kept()).toMatchObject({ x: 49, y: 20 })
  })

  it('is kept at once where it is closed, and leaves nothing behind that would be written later', () => {
    const { window, move } = opened()
    move(77)
    window.emit('close')
    expect(kept()).toMatchObject({ x: 77 })
    rmSync(file())
    window.emit('closed')
    vi.advanceTimersByTime(5000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps how it was before it was minimised', () => {
    const { window, move } = opened()
    move(5)
    vi.advanceTimersByTime(500)
    window.minimized = true
    move(-32_000)
    window.emit('close')
    expect(kept()).toMatchObject({ x: 5 })
  })

  it.each([
    ['since it is open', false],
    ['since it was open before', true],
  ])(
    'that was maximised %s is so behind its full screen, where Windows says that it is not',
    (_when, before) => {
      const { window } = opened(before)
      if (!before) {
        window.maximized = true
        window.emit('maximize')
        vi.advanceTimersByTime(500)
      }
      Object.assign(window, { maximized: false, fullScreen: true })
      window.emit('enter-full-screen')
      vi.advanceTimersByTime(500)
      expect(kept()).toMatchObject({ maximized: true, fullScreen: true })
      window.fullScreen = false
      window.emit('leave-full-screen')
      vi.advanceTimersByTime(500)
      expect(kept()).toMatchObject({ maximized: false, fullScreen: false })
    },
  )

  it('closes also where nothing can be written', () => {
    const { window } = opened()
    rmSync(folder, { recursive: true })
    expect(() => window.emit('close')).not.toThrow()
  })
})
