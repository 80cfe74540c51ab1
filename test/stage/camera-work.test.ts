import { describe, expect, it } from 'vitest'
import { type Camera, frameWorld, letterbox, toScreen } from '../../src/renderer/stage/camera.ts'
import { CameraWork } from '../../src/renderer/stage/camera-work.ts'

const screen = { width: 1280, height: 800, sharpness: 1 }
const softly = { dt: 1 / 60, still: false, gently: true }
const anna = { x: 700, y: 480 }

function lookFor(work: CameraWork, goal: Camera, frames: number): Camera[] {
  return Array.from({ length: frames }, () => work.look(goal, softly))
}

describe('the camera of who watches', () => {
  it('comes closer to whom one follows, in small steps, and arrives', () => {
    const work = new CameraWork()
    const whole = letterbox(screen)
    work.look(whole, softly)
    const close = frameWorld(screen, anna, true)
    expect(close.scale).toBeCloseTo(whole.scale * 1.5)
    const way = lookFor(work, close, 150)
    let before = whole.scale
    for (const { scale } of way) {
      expect(scale).toBeGreaterThanOrEqual(before)
      expect(scale / before).toBeLessThan(1.05)
      before = scale
    }
    expect(way.at(-1)).toEqual(close)
    expect(toScreen(close, anna.x, anna.y).x).toBeCloseTo(640)
  })

  it('is painted for where it goes all the way, and its ground only once', () => {
    const work = new CameraWork()
    work.look(letterbox(screen), softly)
    const close = frameWorld(screen, anna, true)
    for (const camera of lookFor(work, close, 60)) {
      expect(camera.detail).toBe(close.scale)
      expect(camera.groundDetail).toBe(letterbox(screen).scale)
    }
  })

  it('never shows more of what lies beyond the world than the whole field does', () => {
    const whole = letterbox(screen)
    for (const at of [
      { x: 0, y: 0 },
      { x: 1600, y: 900 },
      { x: 20, y: 880 },
    ]) {
      const close = frameWorld(screen, at, true)
      const corner = toScreen(close, 0, 0)
      const opposite = toScreen(close, 1600, 900)
      expect(corner.x).toBeLessThanOrEqual(whole.left + 0.01)
      expect(corner.y).toBeLessThanOrEqual(whole.top + 0.01)
      expect(opposite.x).toBeGreaterThanOrEqual(1280 - whole.left - 0.01)
      expect(opposite.y).toBeGreaterThanOrEqual(800 - whole.top - 0.01)
    }
  })

  it('goes back to the whole field, to the pixel', () => {
    const work = new CameraWork()
    work.look(frameWorld(screen, anna, true), softly)
    expect(lookFor(work, letterbox(screen), 200).at(-1)).toEqual(letterbox(screen))
  })

  it('keeps its scale while it follows somebody who runs', () => {
    const work = new CameraWork()
    work.look(frameWorld(screen, anna, true), softly)
    for (let i = 0; i < 120; i++) {
      const goal = frameWorld(screen, { x: 400 + i * 5, y: 500 }, true)
      expect(work.look(goal, softly).scale).toBe(goal.scale)
    }
  })

  it('is there at once where motion is reduced, and where the window changed its size', () => {
    const work = new CameraWork()
    work.look(letterbox(screen), softly)
    const close = frameWorld(screen, anna, true)
    expect(work.look(close, { ...softly, still: true })).toEqual(close)
    const smaller = frameWorld({ ...screen, width: 900 }, null)
    expect(work.look(smaller, softly)).toEqual(smaller)
  })
})

describe('the field', () => {
  it('lies between what stands above and below it', () => {
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
      [390, 844],
      [844, 390],
    ] as const) {
      const field = { top: 60, bottom: height - 52 }
      const whole = letterbox({ width, height, sharpness: 1, field })
      expect(toScreen(whole, 0, 0).y).toBeGreaterThanOrEqual(59.9)
      expect(toScreen(whole, 0, 900).y).toBeLessThanOrEqual(height - 51.9)
    }
  })

  it('of a phone stays below the signs while the camera is close', () => {
    const field = { top: 208, bottom: 844 }
    const camera = frameWorld({ width: 390, height: 844, sharpness: 3, field }, { x: 800, y: 450 })
    expect(camera.top).toBeCloseTo(208)
    expect(toScreen(camera, 0, 900).y).toBeLessThan(844)
  })
})
