import { describe, expect, it } from 'vitest'
import {
  areaSeen,
  frameWorld,
  letterbox,
  sharpnessFor,
  toScreen,
  toWorld,
} from '../../src/renderer/stage/camera.ts'

const screen = (width: number, height: number) => ({ width, height, sharpness: 1 })

describe('the camera', () => {
  it('shows the whole world, in the middle, on wide and on high screens', () => {
    for (const [width, height] of [
      [1600, 900],
      [1280, 800],
      [3840, 2160],
      [844, 390],
      [2560, 600],
      [700, 700],
    ] as const) {
      const camera = letterbox(screen(width, height))
      const corner = toScreen(camera, 0, 0)
      const opposite = toScreen(camera, 1600, 900)
      expect(corner.x).toBeGreaterThanOrEqual(-0.01)
      expect(corner.y).toBeGreaterThanOrEqual(-0.01)
      expect(opposite.x).toBeLessThanOrEqual(width + 0.01)
      expect(opposite.y).toBeLessThanOrEqual(height + 0.01)
      const touches = Math.min(corner.x, corner.y, width - opposite.x, height - opposite.y)
      expect(touches).toBeCloseTo(0)
    }
  })

  it('finds under a finger what it drew there', () => {
    for (const camera of [letterbox(screen(1280, 800)), frameWorld(screen(390, 844), { x: 700, y: 300 })]) {
      const there = toScreen(camera, 321, 654)
      const back = toWorld(camera, there.x, there.y)
      expect(back.x).toBeCloseTo(321)
      expect(back.y).toBeCloseTo(654)
    }
  })

  it('comes closer on a narrow phone, follows its player, and never leaves the world sideways', () => {
    for (const x of [0, 66, 400, 800, 1200, 1534, 1600]) {
      const camera = frameWorld(screen(390, 844), { x, y: 450 })
      expect(camera.scale).toBeGreaterThan(letterbox(screen(390, 844)).scale * 1.8)
      const seen = areaSeen(camera)
      expect(seen.left).toBeGreaterThanOrEqual(-0.01)
      expect(seen.right).toBeLessThanOrEqual(1600.01)
      expect(seen.top).toBeLessThan(0)
      expect(seen.bottom).toBeGreaterThan(900)
      expect(x).toBeGreaterThanOrEqual(seen.left - 0.01)
      expect(x).toBeLessThanOrEqual(seen.right + 0.01)
    }
  })

  it('shows everyone the same where the screen is large enough, whatever there is to follow', () => {
    for (const [width, height] of [
      [1280, 800],
      [844, 390],
      [768, 1024],
    ] as const) {
      const wide = frameWorld(screen(width, height), { x: 100, y: 100 })
      expect(wide).toEqual(letterbox(screen(width, height)))
    }
    expect(frameWorld(screen(390, 844), null)).toEqual(letterbox(screen(390, 844)))
  })

  it('is sharp on dense screens, within what a machine can draw', () => {
    expect(sharpnessFor(1280, 800, 1)).toBe(1)
    expect(sharpnessFor(1280, 800, 2)).toBe(2)
    expect(sharpnessFor(390, 844, 3)).toBe(3)
    expect(sharpnessFor(390, 844, 4)).toBe(3)
    expect(sharpnessFor(3840, 2160, 2)).toBeCloseTo(1)
    expect(sharpnessFor(0, 0, 0)).toBeGreaterThan(0)
    expect(sharpnessFor(1280, 800, Number.NaN)).toBe(1)
  })
})
