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

export type Paint = (canvas: CanvasRenderingContext2D, mood: Mood) => void

export class Stamps {
  readonly #images = new Map<string, HTMLCanvasElement | null>()
  #key = ''

  /** Puts the picture called `name` down at (x, y); `scale` is its size, and below 0 mirrors it. */
  put(
    canvas: CanvasRenderingContext2D,
    mood: Mood,
    name: string,
    box: Box,
    paint: Paint,
    x: number,
    y: number,
    scale: { readonly x: number; readonly y: number } = whole,
  ): void {
    const image = this.#imageOf(canvas, mood, name, box, paint)
    if (!image) return
    if (scale.x > 0) {
      canvas.drawImage(
        image,
        x + box.left * scale.x,
        y + box.top * scale.y,
        box.width * scale.x,
        box.height * scale.y,
      )
      return
    }
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(scale.x, scale.y)
    canvas.drawImage(image, box.left, box.top, box.width, box.height)
    canvas.restore()
  }

  #imageOf(
    canvas: CanvasRenderingContext2D,
    mood: Mood,
    name: string,
    box: Box,
    paint: Paint,
  ): HTMLCanvasElement | null {
    const pixels = Math.min(4, Math.max(0.5, Math.ceil(canvas.getTransform().a * 8) / 8))
    const key = `${mood} ${pixels}`
    if (key !== this.#key) {
      this.#key = key
      this.#images.clear()
    }
    const known = this.#images.get(name)
    if (known !== undefined) return known
    const image = paintImage(box, pixels, (it) => paint(it, mood))
    this.#images.set(name, image)
    return image
  }
}

const whole = { x: 1, y: 1 }

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
