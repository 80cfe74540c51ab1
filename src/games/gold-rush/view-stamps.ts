/** Pictures that are painted once for a mood and a sharpness, and then only put down. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import type { LandColours } from './view-colours.ts'

/** Where a picture lies around the point that it is put down at, in world units. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Paint = (canvas: CanvasRenderingContext2D, mood: Mood) => void

/** Kept for the mood and the sharpness of the last frame; each frame begins with `begin`. */
export class Stamps {
  readonly #images = new Map<string, HTMLCanvasElement | null>()
  #now: { a: number; e: number; f: number } = { a: 1, e: 0, f: 0 }
  #mood: Mood = 'day'
  #pixels = 1

  begin(canvas: CanvasRenderingContext2D, mood: Mood): void {
    this.#now = canvas.getTransform()
    const pixels = Math.min(4, Math.max(0.25, this.#now.a || 1))
    if (mood === this.#mood && pixels === this.#pixels) return
    this.#mood = mood
    this.#pixels = pixels
    this.#images.clear()
  }

  /** Puts the picture called `name` down at (x, y), on whole pixels: that is a copy, where anything between would have to be mixed. */
  put(canvas: CanvasRenderingContext2D, name: string, box: Box, paint: Paint, x: number, y: number): void {
    const image = this.#imageOf(name, box, paint)
    if (!image) return
    const { a, e, f } = this.#now
    canvas.setTransform(1, 0, 0, 1, Math.round(e + (x + box.left) * a), Math.round(f + (y + box.top) * a))
    canvas.drawImage(image, 0, 0)
    canvas.setTransform(a, 0, 0, a, e, f)
  }

  /** The same where the canvas is turned or moved, or the picture is to be larger or smaller. */
  putScaled(
    canvas: CanvasRenderingContext2D,
    name: string,
    box: Box,
    paint: Paint,
    { x, y, wide, high }: { x: number; y: number; wide: number; high: number },
  ): void {
    const image = this.#imageOf(name, box, paint)
    if (!image) return
    canvas.drawImage(image, x + box.left * wide, y + box.top * high, box.width * wide, box.height * high)
  }

  #imageOf(name: string, box: Box, paint: Paint): HTMLCanvasElement | null {
    const known = this.#images.get(name)
    if (known !== undefined) return known
    const image = paintImage(box, this.#pixels, (it) => paint(it, this.#mood))
    this.#images.set(name, image)
    return image
  }
}

export function paintImage(
  box: Box,
  pixels: number,
  paint: (canvas: CanvasRenderingContext2D) => void,
): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const image = document.createElement('canvas')
  image.width = Math.max(1, Math.ceil(box.width * pixels))
  image.height = Math.max(1, Math.ceil(box.height * pixels))
  const canvas = image.getContext('2d')
  if (!canvas) return null
  canvas.scale(image.width / box.width, image.height / box.height)
  canvas.translate(-box.left, -box.top)
  canvas.lineJoin = 'round'
  canvas.lineCap = 'round'
  paint(canvas)
  return image
}

/** A round thing that nobody drew with compasses. */
export function blob(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
  seed: number,
  unevenness = 0.12,
): void {
  const chance = randomStream(seed)
  const corners = 10
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = ((i + (chance() - 0.5) * 0.5) / corners) * 2 * Math.PI
    const reach = 1 + (chance() - 0.5) * 2 * unevenness
    return { x: x + Math.cos(angle) * wide * reach, y: y + Math.sin(angle) * high * reach }
  })
  canvas.beginPath()
  points.forEach((point, i) => {
    const next = points[(i + 1) % corners] ?? point
    const [midX, midY] = [(point.x + next.x) / 2, (point.y + next.y) / 2]
    if (i === 0) {
      const last = points[corners - 1] ?? point
      canvas.moveTo((last.x + point.x) / 2, (last.y + point.y) / 2)
    }
    canvas.quadraticCurveTo(point.x, point.y, midX, midY)
  })
  canvas.closePath()
}

export function fillBlob(
  canvas: CanvasRenderingContext2D,
  colour: string,
  ...at: [x: number, y: number, wide: number, high: number, seed: number, unevenness?: number]
): void {
  canvas.fillStyle = colour
  blob(canvas, ...at)
  canvas.fill()
}

export function paintStone(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  seed: number,
  colours: LandColours,
): void {
  fillBlob(canvas, colours.shade, x + size * 0.4, y + size * 0.35, size * 1.1, size * 0.7, seed)
  fillBlob(canvas, colours.rock[1], x, y, size, size * 0.76, seed)
  fillBlob(canvas, colours.rock[2], x - size * 0.18, y - size * 0.2, size * 0.62, size * 0.4, seed + 1)
}
