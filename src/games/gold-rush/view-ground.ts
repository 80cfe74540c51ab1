/** The valley's ground, painted once for each size and mood and kept in tiles; and the water that moves in it. */

import { height, width } from '../field.ts'
import type { Mood, Painter } from '../view.ts'
import { paintPicture } from '../view-pictures.ts'
import { apart, type Land, type Place, pond } from './land.ts'
import { type LandColours, landColours } from './view-colours.ts'
import { earthReach, lightReach, paintEarth, pathReach } from './view-earth.ts'

const glints = 16
/** Units of sand around the pond. */
const sand = 14
/** The picture is kept in tiles of so many pixels, since much of it is empty: what is empty costs as much to draw. */
const tileSide = 160
/** Seconds that a window may still be changing its size before the ground is painted anew for it. */
const settleFor = 0.2

interface Tile {
  readonly image: HTMLCanvasElement
  /** Where it lies in the whole picture, in its pixels. */
  readonly x: number
  readonly y: number
}

interface Painted {
  readonly name: string
  readonly pixels: number
  readonly tiles: readonly Tile[]
}

export class Ground {
  #painted: Painted | null = null
  #wanted = { pixels: 0, since: 0 }

  draw(canvas: CanvasRenderingContext2D, land: Land, { mood, reducedMotion }: Painter, time: number): void {
    const now = canvas.getTransform()
    const painted = this.#paintedFor(land, mood, now.a, time)
    if (painted?.pixels === now.a) {
      for (const { image, x, y } of painted.tiles) {
        canvas.setTransform(1, 0, 0, 1, Math.round(now.e) + x, Math.round(now.f) + y)
        canvas.drawImage(image, 0, 0)
      }
      canvas.setTransform(now)
    } else if (painted) {
      const unit = 1 / painted.pixels
      for (const { image, x, y } of painted.tiles)
        canvas.drawImage(image, x * unit, y * unit, image.width * unit, image.height * unit)
    }
    drawGlints(canvas, land, landColours[mood], reducedMotion ? 0 : time)
  }

  #paintedFor(land: Land, mood: Mood, pixels: number, time: number): Painted | null {
    const name = `${land.bases.length} ${mood}`
    const has = this.#painted
    if (has?.name === name && has.pixels === pixels) return has
    if (this.#wanted.pixels !== pixels) this.#wanted = { pixels, since: time }
    if (has?.name === name && time - this.#wanted.since < settleFor) return has
    this.#painted = { name, pixels, tiles: paintTiles(land, mood, pixels) }
    return this.#painted
  }
}

function paintTiles(land: Land, mood: Mood, pixels: number): readonly Tile[] {
  const whole = paintPicture({ left: 0, top: 0, width, height }, pixels, (it) => paintEarth(it, land, mood))
  const tiles: Tile[] = []
  if (!whole) return tiles
  for (let x = 0; x < whole.width; x += tileSide) {
    for (let y = 0; y < whole.height; y += tileSide) {
      const middle = { x: (x + tileSide / 2) / pixels, y: (y + tileSide / 2) / pixels }
      if (!isPainted(land, middle, (tileSide * Math.SQRT1_2) / pixels)) continue
      const image = document.createElement('canvas')
      image.width = Math.min(tileSide, whole.width - x)
      image.height = Math.min(tileSide, whole.height - y)
      image.getContext('2d')?.drawImage(whole, -x, -y)
      tiles.push({ image, x, y })
    }
  }
  return tiles
}

/** Whether a place is at the pond, or on the island and the bridges in it. */
export function isPond({ middle }: Land, x: number, y: number): boolean {
  return apart(middle, { x, y }) < pond.outer + sand
}

/** Whether there is anything but lawn within `around` of a place. */
function isPainted({ middle, bases, baseRadius }: Land, place: Place, around: number): boolean {
  if (apart(place, middle) < earthReach + around) return true
  return bases.some((base) => {
    if (apart(place, base) < baseRadius * lightReach + around) return true
    const dx = base.x - middle.x
    const dy = base.y - middle.y
    const along = ((place.x - middle.x) * dx + (place.y - middle.y) * dy) / (dx * dx + dy * dy)
    const share = Math.max(0, Math.min(1, along))
    return apart(place, { x: middle.x + dx * share, y: middle.y + dy * share }) < pathReach + around
  })
}

/** The water goes round, slowly. */
function drawGlints(canvas: CanvasRenderingContext2D, land: Land, { foam }: LandColours, time: number): void {
  const { x, y } = land.middle
  canvas.save()
  canvas.strokeStyle = foam
  canvas.lineCap = 'round'
  canvas.lineWidth = 2
  for (let i = 0; i < glints; i++) {
    const far = pond.inner + 12 + ((i * 37) % (pond.outer - pond.inner - 22))
    const angle = (i / glints) * 2 * Math.PI + time * (0.1 + (i % 3) * 0.03)
    if (isUnderBridge(land, angle)) continue
    const length = 0.05 + 0.05 * Math.sin(time * 1.1 + i * 2)
    canvas.globalAlpha = 0.35 + 0.25 * Math.sin(time * 1.7 + i)
    canvas.beginPath()
    canvas.arc(x, y, far, angle, angle + Math.max(0.02, length))
    canvas.stroke()
  }
  canvas.restore()
}

function isUnderBridge({ bridges }: Land, angle: number): boolean {
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  return bridges.some((way) => way.x * x + way.y * y > 0.93)
}
