/** How large the page is shown, in steps and in the room there is. */

import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, it } from 'vitest'
import { createZoom, nextStep } from '../../src/main/zoom.ts'

function opened(begin: number, size: [width: number, height: number]) {
  const page = Object.assign(new EventEmitter(), {
    factor: 1,
    setZoomFactor: (factor: number) => {
      page.factor = factor
    },
  })
  const window = Object.assign(new EventEmitter(), {
    webContents: page,
    size,
    getContentSize: () => window.size,
    isDestroyed: () => false,
  })
  let changes = 0
  const zoom = createZoom(window as unknown as BrowserWindow, begin, () => (changes += 1))
  return { page, window, zoom, changes: () => changes }
}

describe('the zoom', () => {
  it('goes from 50 % to 200 % and back by the same steps, and no further', () => {
    const walk = (from: number, way: 'in' | 'out') => {
      const steps = [from]
      for (;;) {
        const next = nextStep(steps.at(-1) ?? 1, way)
        if (next === steps.at(-1)) return steps
        steps.push(next)
      }
    }
    const up = walk(0.5, 'in')
    expect(up.at(-1)).toBe(2)
    expect(up).toContain(1)
    expect(walk(2, 'out')).toEqual(up.toReversed())
  })

  it('goes on from a factor that Chromium has rounded', () => {
    expect(nextStep(1.0999999, 'in')).toBe(1.25)
    expect(nextStep(1.1000001, 'out')).toBe(1)
    expect(nextStep(1.02, 'in')).toBe(1.1)
  })

  it('follows the wheel, and is the same after every load', () => {
    const { page, zoom, changes } = opened(1, [1280, 800])
    page.emit('zoom-changed', {}, 'in')
    expect(page.factor).toBe(1.1)
    expect(changes()).toBe(1)
    page.factor = 1
    page.emit('dom-ready')
    expect(page.factor).toBe(1.1)
    zoom.turn('usual')
    expect(page.factor).toBe(1)
  })

  it('leaves the page the room of a small phone, and comes back as chosen where there is more', () => {
    const { page, window, zoom, changes } = opened(2, [1280, 800])
    page.emit('dom-ready')
    expect(page.factor).toBe(2)
    window.size = [500, 420]
    window.emit('resize')
    expect(420 / page.factor).toBeCloseTo(360)
    zoom.turn('in')
    expect(changes()).toBe(0)
    window.size = [1280, 800]
    window.emit('resize')
    expect(page.factor).toBe(2)
    expect(zoom.chosen).toBe(2)
  })
})
