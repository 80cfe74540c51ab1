/** Pictures that are painted once for a mood and a sharpness, and then only put down. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'

/** Where a picture lies around the point that it is put down at, in world units. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export class Stamps {
  readonly #images = new Map<string, HTMLCanvasElement | null>()
  #key = ''
  #pixels = 1

  /** Once a frame, before anything is put down: another mood or sharpness needs other pictures. */
  begin(canvas: CanvasRenderingContext2D, mood: Mood): void {
    const pixels = Math.min(4, Math.max(0.5, Math.ceil(canvas.getTransform().a * 8) / 8))
    const key = `${mood} ${pixels}`
    if (key === this.#key) return
    this.#key = key
    this.#pixels = pixels
    this.#images.clear()
  }

  /** Puts the picture called `name` down with its origin at (x, y), `scale` times its size. */
  put(
    canvas: CanvasRenderingContext2D,
    name: string,
    box: Box,
    paint: (canvas: CanvasRenderingContext2D) => void,
    x: number,
    y: number,
    scale = 1,
  ): void {
    let image = this.#images.get(name)
    if (image === undefined) {
      if (this.#images.size > 300) this.#images.clear()
      image = paintImage(box, this.#pixels, paint)
      this.#images.set(name, image)
    }
    if (!image) return
    canvas.drawImage(image, x + box.left * scale, y + box.top * scale, box.width * scale, box.height * scale)
  }
}

function paintImage(
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

/** Fills a round thing that nobody drew with compasses. */
export function fillBlob(
  canvas: CanvasRenderingContext2D,
  colour: string,
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
  canvas.fillStyle = colour
  canvas.beginPath()
  points.forEach((point, i) => {
    const next = points[(i + 1) % corners] ?? point
    const last = points[(i + corners - 1) % corners] ?? point
    if (i === 0) canvas.moveTo((last.x + point.x) / 2, (last.y + point.y) / 2)
    canvas.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2)
  })
  canvas.fill()
}
