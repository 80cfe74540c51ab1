/** Strokes that the pond and its platform are painted with. */

import { traceSmooth } from '../view-brush.ts'

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
    return [x + Math.cos(angle) * radiusX * reach, y + Math.sin(angle) * radiusY * reach] as const
  })
  traceSmooth(canvas, points)
}
