/** Tall grass that stands in the meadow: it sways, and parts where somebody walks through. */

import { type Mood, type Pose, worldHeight, worldWidth } from '../../games/view.ts'
import { seeded } from './seeded.ts'

const tufts = 210
const kinds = 5
/** World units around a body within which grass gives way. */
const reach = 46
const hedge = 44

interface Tuft {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly kind: number
  /** How far it leans: the tip's way aside, in parts of its height. */
  bend: number
  speed: number
}

const greens: Readonly<Record<Mood, readonly [string, string, string]>> = {
  day: ['#7d9a3f', '#93ab49', '#b9c766'],
  dusk: ['#27474a', '#315a55', '#4a7563'],
}

export class Grass {
  readonly #tufts: Tuft[] = scatterTufts()
  #stamps: { key: string; images: readonly (HTMLCanvasElement | null)[] } = { key: '', images: [] }
  #next = 0
  #time = 0

  /** Before the first character of a frame: lets the wind and `crowd` bend it. */
  begin(crowd: Iterable<Pose>, time: number, still: boolean): void {
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
    for (let tuft = this.#tufts[this.#next]; tuft && tuft.y < y; tuft = this.#tufts[this.#next]) {
      this.#next++
      const image = this.#stamps.images[tuft.kind]
      if (!image) continue
      const bend = Math.max(-1.2, Math.min(1.2, tuft.bend))
      const height = tuft.size * (1 - Math.abs(bend) * 0.28)
      canvas.save()
      canvas.transform(1, 0, -bend * 0.9, 1, tuft.x, tuft.y)
      canvas.drawImage(image, -tuft.size / 2, -height, tuft.size, height)
      canvas.restore()
    }
  }

  /** Paints the tufts for a mood, sharp enough for `pixels` device pixels a world unit. */
  prepare(mood: Mood, pixels: number): void {
    const key = `${mood} ${Math.ceil(pixels * 2)}`
    if (key === this.#stamps.key || typeof document === 'undefined') return
    const images = Array.from({ length: kinds }, (_, kind) => paintTuft(mood, kind, Math.ceil(46 * pixels)))
    this.#stamps = { key, images }
  }
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
    found.push({ x, y, size: 17 + chance() * 17, kind: Math.floor(chance() * kinds), bend: 0, speed: 0 })
  }
  return found.sort((a, b) => a.y - b.y)
}

function paintTuft(mood: Mood, kind: number, size: number): HTMLCanvasElement | null {
  const image = document.createElement('canvas')
  image.width = size
  image.height = size
  const canvas = image.getContext('2d')
  if (!canvas) return null
  const chance = seeded(kind * 991 + 5)
  canvas.scale(size, size)
  const blades = 7
  for (let i = 0; i < blades; i++) {
    const root = 0.5 + (i / (blades - 1) - 0.5) * 0.3
    const tip = 0.5 + (i / (blades - 1) - 0.5) * 0.92 + (chance() - 0.5) * 0.12
    const top = 0.08 + Math.abs(i / (blades - 1) - 0.5) * 0.75 + chance() * 0.14
    canvas.fillStyle = greens[mood][i % 3] ?? greens[mood][0]
    canvas.beginPath()
    canvas.moveTo(root - 0.042, 1)
    canvas.quadraticCurveTo(root - 0.02, 0.55, tip, top)
    canvas.quadraticCurveTo(root + 0.07, 0.6, root + 0.042, 1)
    canvas.fill()
  }
  return image
}
