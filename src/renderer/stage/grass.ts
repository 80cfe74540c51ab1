/** Tall grass that stands in the meadow: it sways, and parts where somebody walks through. */

import { type Mood, type Pose, worldHeight, worldWidth } from '../../games/view.ts'
import { GrassSheet, type TuftLook, tuftKinds, tuftSizes } from './grass-sheet.ts'
import { seeded } from './seeded.ts'

const tufts = 210
/** World units around a body within which grass gives way. */
const reach = 46
const hedge = 44

interface Tuft {
  readonly x: number
  readonly y: number
  readonly look: TuftLook
  /** How far it leans: the tip's way aside, in parts of its height. */
  bend: number
  speed: number
}

export class Grass {
  readonly #tufts: Tuft[] = scatterTufts()
  #painted: { mood: Mood; pixels: number; sheet: GrassSheet } | null = null
  #next = 0
  #time = 0
  #isBare: (x: number, y: number) => boolean = nowhere

  /** Before the first character of a frame: lets the wind and `crowd` bend it. None is seen where `isBare` says so. */
  begin(crowd: Iterable<Pose>, time: number, still: boolean, isBare = nowhere): void {
    this.#isBare = isBare
    const dt = Math.min(0.05, Math.max(0, time - this.#time))
    this.#time = time
    this.#next = 0
    const bodies = [...crowd]
    for (const tuft of this.#tufts) {
      let aim = still ? 0 : Math.sin(tuft.x * 0.011 + tuft.y * 0.006 - time * 1.5) * 0.1
      for (const body of bodies) {
        const dx = tuft.x - body.x
        const dy = tuft.y - body.y - body.radius * 0.6
        if (dx > reach || dx < -reach || dy > reach || dy < -reach) continue
        const near = 1 - Math.hypot(dx, dy * 1.3) / reach
        if (near > 0) aim += (dx >= 0 ? 1 : -1) * near * 1.5
      }
      tuft.speed += ((aim - tuft.bend) * 130 - tuft.speed * 10) * dt
      tuft.bend = still ? aim : tuft.bend + tuft.speed * dt
    }
  }

  /** Draws what stands behind `y` and was not drawn in this frame yet, so that feet stand in the grass. */
  drawUpTo(canvas: CanvasRenderingContext2D, y: number): void {
    const sheet = this.#painted?.sheet
    let tuft = this.#tufts[this.#next]
    if (!sheet || !tuft || tuft.y >= y) return
    const now = canvas.getTransform()
    for (; tuft && tuft.y < y; tuft = this.#tufts[this.#next]) {
      this.#next++
      if (this.#isBare(tuft.x, tuft.y)) continue
      sheet.draw(canvas, now, tuft.look, Math.max(-1.2, Math.min(1.2, tuft.bend)), tuft.x, tuft.y)
    }
    canvas.setTransform(now)
  }

  /** Paints the tufts for a mood, for `pixels` device pixels a world unit. */
  prepare(mood: Mood, pixels: number): void {
    if (typeof document === 'undefined') return
    if (this.#painted?.mood === mood && this.#painted.pixels === pixels) return
    this.#painted = { mood, pixels, sheet: new GrassSheet(mood, pixels) }
  }
}

function nowhere(_x: number, _y: number): boolean {
  return false
}

/** More of it near the hedge, little where people play. */
function scatterTufts(): Tuft[] {
  const chance = seeded(20260621)
  const found: Tuft[] = []
  while (found.length < tufts) {
    const x = hedge + 12 + chance() * (worldWidth - 2 * hedge - 24)
    const y = hedge + 26 + chance() * (worldHeight - 2 * hedge - 34)
    const middle = 1 - Math.min(1, Math.hypot((x - worldWidth / 2) / 780, (y - worldHeight / 2) / 430))
    const clump = Math.sin(x * 0.013 + 1) * Math.sin(y * 0.017 + x * 0.004) > 0.1 ? 1 : 0.22
    if (chance() > clump * (1.05 - middle * 0.85)) continue
    const size = Math.floor(chance() * tuftSizes.length)
    found.push({ x, y, look: { size, kind: Math.floor(chance() * tuftKinds) }, bend: 0, speed: 0 })
  }
  return found.sort((a, b) => a.y - b.y)
}
