/** Pictures that are painted once and then put down frame by frame, and the strokes that they are painted with. */

import type { Mood } from '../view.ts'

/** Where a picture lies, in the units that it is painted in. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Paint = (canvas: CanvasRenderingContext2D) => void

const mostKept = 48

/** Pictures by name, as sharp as the screen is; in a mood of their own. */
export class Pictures {
  readonly #kept = new Map<string, HTMLCanvasElement | null>()
  #mood: Mood = 'day'
  #pixels = 1

  /** Before a frame: device pixels of a unit, in coarse steps, so that a camera that breathes paints nothing anew. */
  begin(canvas: CanvasRenderingContext2D, mood: Mood): void {
    this.#mood = mood
    this.#pixels = Math.max(0.25, Math.min(3, Math.ceil(canvas.getTransform().a * 4 - 0.2) / 4))
  }

  draw(canvas: CanvasRenderingContext2D, name: string, box: Box, paint: Paint): void {
    const picture = this.of(name, box, paint)
    if (picture) canvas.drawImage(picture, box.left, box.top, box.width, box.height)
  }

  of(name: string, box: Box, paint: Paint): HTMLCanvasElement | null {
    const key = `${name} ${this.#mood} ${this.#pixels}`
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const picture = paintPicture(box, this.#pixels, paint)
    this.#kept.set(key, picture)
    return picture
  }
}

/** Null where there is no document to make one. */
export function paintPicture(box: Box, pixels: number, paint: Paint): HTMLCanvasElement | null {
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

/** A stroke of a broad brush: thick in its middle, and gone at its ends. */
export function traceStroke(canvas: CanvasPath, x: number, y: number, length: number, thick: number): void {
  canvas.moveTo(x - length / 2, y)
  canvas.quadraticCurveTo(x - length * 0.1, y - thick, x + length / 2, y)
  canvas.quadraticCurveTo(x + length * 0.1, y + thick, x - length / 2, y)
}

/** A round thing that nobody drew with compasses. */
export function traceBlob(
  canvas: CanvasPath,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  chance: () => number,
): void {
  const corners = 10
  const first = chance() * Math.PI
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = first + ((i + (chance() - 0.5) * 0.5) / corners) * 2 * Math.PI
    const reach = 0.9 + chance() * 0.2
    return { x: x + Math.cos(angle) * radiusX * reach, y: y + Math.sin(angle) * radiusY * reach }
  })
  points.forEach((point, i) => {
    const next = points[(i + 1) % corners] ?? point
    if (i === 0) canvas.moveTo((point.x + next.x) / 2, (point.y + next.y) / 2)
    const after = points[(i + 2) % corners] ?? next
    canvas.quadraticCurveTo(next.x, next.y, (next.x + after.x) / 2, (next.y + after.y) / 2)
  })
  canvas.closePath()
}
