/** Strokes that the hands' pictures are painted with: filled shapes with a rim, for pictures from −1 to 1. */

type Canvas = CanvasRenderingContext2D

export const line = '#4a342c'
/** The outline's width. */
export const rim = 0.09

/** Rim first, so that what is painted over it keeps its full size. */
export function shape(canvas: Canvas, fill: string, trace: () => void, width = rim): void {
  canvas.beginPath()
  trace()
  canvas.strokeStyle = line
  canvas.lineWidth = width * 2
  canvas.stroke()
  canvas.fillStyle = fill
  canvas.fill()
}

export function patch(canvas: Canvas, fill: string, trace: () => void): void {
  canvas.beginPath()
  trace()
  canvas.fillStyle = fill
  canvas.fill()
}

export function stroke(canvas: Canvas, colour: string, width: number, trace: () => void): void {
  canvas.beginPath()
  trace()
  canvas.strokeStyle = colour
  canvas.lineWidth = width
  canvas.stroke()
}
