/** Pictures put down on whole pixels of the screen: that is a copy, where anything between would have to be mixed. */

/** How far from its own size a picture may be wanted, in pixels, and still be copied. */
const near = 1.01

/**
 * Draws a picture at a place and with a size in the canvas's units. Where it is as large in pixels as it is wanted,
 * it moves by up to half a pixel; else it is drawn as ever.
 */
export function stampOnPixels(
  canvas: CanvasRenderingContext2D,
  image: HTMLCanvasElement,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const now = canvas.getTransform()
  const straight = now.b === 0 && now.c === 0
  if (
    !straight ||
    Math.abs(width * now.a - image.width) > near ||
    Math.abs(height * now.d - image.height) > near
  ) {
    canvas.drawImage(image, x, y, width, height)
    return
  }
  canvas.setTransform(1, 0, 0, 1, Math.round(now.e + x * now.a), Math.round(now.f + y * now.d))
  canvas.drawImage(image, 0, 0)
  canvas.setTransform(now.a, 0, 0, now.d, now.e, now.f)
}
