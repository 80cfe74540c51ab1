/** For views: pictures that are painted once, as sharp as the screen is, and from then on only put down. */

import type { Mood } from './view.ts'

/** Where a picture lies around the point that it is put down at, in the canvas's units. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Paint = (canvas: CanvasRenderingContext2D, mood: Mood) => void

/** So many are kept at once: more are none that are still in use. */
const mostKept = 300

/** Pictures by their names, for one mood and one sharpness at a time. Their lines have round ends and corners. */
export class Pictures {
  readonly #kept = new Map<string, HTMLCanvasElement | null>()
  readonly #sharpnessAt: (scale: number) => number
  #mood: Mood = 'day'
  #pixels = 1

  /** `sharpnessAt` says how many pixels to give a unit on a screen that shows it with so many. */
  constructor(sharpnessAt: (scale: number) => number) {
    this.#sharpnessAt = sharpnessAt
  }

  /** Once a frame, before anything is put down: another mood or sharpness needs other pictures. */
  begin(canvas: CanvasRenderingContext2D, mood: Mood): void {
    const pixels = this.#sharpnessAt(canvas.getTransform().a)
    if (mood === this.#mood && pixels === this.#pixels) return
    this.#mood = mood
    this.#pixels = pixels
    this.#kept.clear()
  }

  /** The picture of this name, painted now if it is not yet; null where there is no document. */
  of(name: string, box: Box, paint: Paint): HTMLCanvasElement | null {
    const known = this.#kept.get(name)
    if (known !== undefined) return known
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const picture = paintPicture(box, this.#pixels, (canvas) => {
      canvas.lineJoin = 'round'
      canvas.lineCap = 'round'
      paint(canvas, this.#mood)
    })
    this.#kept.set(name, picture)
    return picture
  }

  /** Puts a picture down with its origin at (x, y), `wide` and `high` times its size. */
  put(
    canvas: CanvasRenderingContext2D,
    name: string,
    box: Box,
    paint: Paint,
    { x = 0, y = 0, wide = 1, high = wide }: { x?: number; y?: number; wide?: number; high?: number } = {},
  ): void {
    const picture = this.of(name, box, paint)
    if (!picture) return
    canvas.drawImage(picture, x + box.left * wide, y + box.top * high, box.width * wide, box.height * high)
  }

  /** Puts it down in its own size, on whole pixels. */
  putSharp(
    canvas: CanvasRenderingContext2D,
    name: string,
    box: Box,
    paint: Paint,
    x: number,
    y: number,
  ): void {
    const picture = this.of(name, box, paint)
    if (picture) putSharp(canvas, picture, { ...box, left: x + box.left, top: y + box.top })
  }
}

/** Paints a picture with `pixels` pixels to a unit; null where there is no document. */
export function paintPicture(
  box: Box,
  pixels: number,
  paint: (canvas: CanvasRenderingContext2D) => void,
): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const picture = document.createElement('canvas')
  picture.width = Math.max(1, Math.ceil(box.width * pixels))
  picture.height = Math.max(1, Math.ceil(box.height * pixels))
  const canvas = picture.getContext('2d')
  if (!canvas) return null
  canvas.scale(picture.width / box.width, picture.height / box.height)
  canvas.translate(-box.left, -box.top)
  paint(canvas)
  return picture
}

/** How far in pixels from its own size a picture may be wanted, and still be copied. */
const near = 1.01

/**
 * Puts a picture down on whole pixels where it is as large as it was painted: that is a copy, where anything else must
 * be mixed, which takes long. Else it is scaled.
 */
export function putSharp(canvas: CanvasRenderingContext2D, picture: HTMLCanvasElement, box: Box): void {
  const { left, top, width, height } = box
  const now = canvas.getTransform()
  const isOwnSize =
    Math.abs(width * now.a - picture.width) <= near && Math.abs(height * now.d - picture.height) <= near
  if (now.b !== 0 || now.c !== 0 || !isOwnSize) {
    canvas.drawImage(picture, left, top, width, height)
    return
  }
  canvas.setTransform(1, 0, 0, 1, Math.round(now.e + left * now.a), Math.round(now.f + top * now.d))
  canvas.drawImage(picture, 0, 0)
  canvas.setTransform(now.a, 0, 0, now.d, now.e, now.f)
}
