/** Things that are painted once and then only put down, as large as they are drawn. */

import { type Box, paintPicture, putSharp } from '../view-pictures.ts'

interface Picture {
  readonly image: HTMLCanvasElement
  readonly pixels: number
  /** The size that it was wanted in last. */
  wanted: number
}

const mostKept = 240

export class SizedPictures {
  readonly #kept = new Map<string, Picture | null>()

  /**
   * Puts down what `paint` paints into the box, in the canvas's units. What is just changing its size is not painted
   * anew before it has settled.
   */
  draw(
    canvas: CanvasRenderingContext2D,
    key: string,
    box: Box,
    paint: (canvas: CanvasRenderingContext2D) => void,
  ): void {
    const now = canvas.getTransform()
    const pixels = Math.min(6, Math.max(0.1, Math.hypot(now.a, now.b)))
    let picture = this.#kept.get(key)
    if (picture && picture.pixels !== pixels) {
      if (picture.wanted === pixels) picture = undefined
      else picture.wanted = pixels
    }
    if (picture === undefined) {
      if (this.#kept.size > mostKept) this.#kept.clear()
      const image = paintPicture(box, pixels, paint)
      picture = image && { image, pixels, wanted: pixels }
      this.#kept.set(key, picture)
    }
    if (!picture) return
    putSharp(canvas, picture.image, box)
  }
}
