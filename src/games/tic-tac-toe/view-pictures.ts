/** Things that are painted once and then only put down, as large as they are drawn. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Picture {
  readonly image: HTMLCanvasElement
  readonly pixels: number
  /** The size that it was wanted in last. */
  wanted: number
}

const mostKept = 240

export class Pictures {
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
      picture = paintPicture(box, pixels, paint)
      this.#kept.set(key, picture)
    }
    if (!picture) return
    const straight = now.b === 0 && now.c === 0 && now.a === now.d
    if (!straight || picture.pixels !== pixels) {
      canvas.drawImage(picture.image, box.left, box.top, box.width, box.height)
      return
    }
    // On whole pixels it is a mere copy.
    canvas.setTransform(1, 0, 0, 1, Math.round(now.e + box.left * now.a), Math.round(now.f + box.top * now.d))
    canvas.drawImage(picture.image, 0, 0)
    canvas.setTransform(now)
  }
}

function paintPicture(
  box: Box,
  pixels: number,
  paint: (canvas: CanvasRenderingContext2D) => void,
): Picture | null {
  if (typeof document === 'undefined') return null
  const image = document.createElement('canvas')
  image.width = Math.max(1, Math.ceil(box.width * pixels))
  image.height = Math.max(1, Math.ceil(box.height * pixels))
  const canvas = image.getContext('2d')
  if (!canvas) return null
  canvas.scale(image.width / box.width, image.height / box.height)
  canvas.translate(-box.left, -box.top)
  paint(canvas)
  return { image, pixels, wanted: pixels }
}
