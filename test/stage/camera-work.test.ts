import { describe, expect, it } from 'vitest'
import { type Camera, frameWorld, letterbox, toScreen } from '../../src/renderer/stage/camera.ts'
import { CameraWork, type Framing } from '../../src/renderer/stage/camera-work.ts'

const screen = { width: 1280, height: 800, sharpness: 1 }
const softly = { dt: 1 / 60, still: false, gently: true }
const anna = { x: 700, y: 480 }

const whole = letterbox(screen)

function lookFor(work: CameraWork, goal: Camera, frames: number): Framing[] {
  return Array.from({ length: frames }, () => work.look(goal, whole, softly))
}

describe('the camera of who watches', () => {
  it('comes closer to whom one follows, in small steps, and arrives', () => {
    const work = new CameraWork()
    lookFor(work, whole, 1)
    const close = frameWorld(screen, anna, true)
    expect(close.scale).toBeCloseTo(whole.scale * 1.5)
    const way = lookFor(work, close, 150)
    let before = whole.scale
    for (const { camera } of way) {
      expect(camera.scale).toBeGreaterThanOrEqual(before)
      expect(camera.scale / before).toBeLessThan(1.05)
      before = camera.scale
    }
    expect(way.at(-1)).toEqual({ camera: close, drawn: close, lens: null })
    expect(toScreen(close, anna.x, anna.y).x).toBeCloseTo(640)
  })

  it('has everything drawn at two scales only, and shows the way between them through a lens', () => {
    const work = new CameraWork()
    lookFor(work, whole, 1)
    const close = frameWorld(screen, anna, true)
    const there = lookFor(work, close, 100)
    const back = lookFor(work, whole, 100)
    for (const { camera, drawn, lens } of [...there, ...back]) {
      expect([whole.scale, close.scale]).toContain(drawn.scale)
      expect(drawn.groundDetail).toBe(whole.scale)
      const seen = toScreen(camera, anna.x, anna.y)
      const put = toScreen(drawn, anna.x, anna.y)
      expect((lens?.x ?? 0) + put.x * (lens?.scale ?? 1)).toBeCloseTo(seen.x)
      expect((lens?.y ?? 0) + put.y * (lens?.scale ?? 1)).toBeCloseTo(seen.y)
      // The picture always fills the screen.
      if (!lens) continue
      expect(Math.max(lens.x, lens.y)).toBeLessThan(1)
      expect(lens.x + lens.scale * 1280).toBeGreaterThan(1279)
      expect(lens.y + lens.scale * 800).toBeGreaterThan(799)
    }
    expect(there.filter(({ lens }) => lens).length).toBeGreaterThan(20)
  })

  it('changes from one game to the next at once where there is no lens for it', () => {
    const field = { top: 52, bottom: 748 }
    const ofMatch = letterbox({ ...screen, field })
    const work = new CameraWork()
    work.look(ofMatch, ofMatch, softly)
    expect(work.look(whole, whole, softly)).toEqual({ camera: whole, drawn: whole, lens: null })
  })

  it('never shows more of what lies beyond the world than the whole field does', () => {
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
    lookFor(work, frameWorld(screen, anna, true), 1)
    expect(lookFor(work, whole, 200).at(-1)).toEqual({ camera: whole, drawn: whole, lens: null })
  })

  it('keeps its scale while it follows somebody who runs', () => {
    const work = new CameraWork()
    lookFor(work, frameWorld(screen, anna, true), 1)
    for (let i = 0; i < 120; i++) {
      const goal = frameWorld(screen, { x: 400 + i * 5, y: 500 }, true)
      expect(lookFor(work, goal, 1)[0]?.drawn.scale).toBe(goal.scale)
    }
  })

  it('is there at once where motion is reduced, and where the window changed its size', () => {
    const work = new CameraWork()
    lookFor(work, whole, 1)
    const close = frameWorld(screen, anna, true)
    expect(work.look(close, whole, { ...softly, still: true }).drawn).toEqual(close)
    const smaller = frameWorld({ ...screen, width: 900 }, null)
    expect(work.look(smaller, smaller, softly).camera).toEqual(smaller)
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
