/** For views: outlines that nobody drew with compasses or a ruler. */

import { randomStream } from '../netcode/random.ts'

/** A closed line through points, without a corner. */
export function traceSmooth(canvas: CanvasPath, points: readonly (readonly [number, number])[]): void {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return
  canvas.moveTo((last[0] + first[0]) / 2, (last[1] + first[1]) / 2)
  points.forEach(([x, y], i) => {
    const next = points[i + 1] ?? first
    canvas.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2)
  })
  canvas.closePath()
}

const corners = 10

/** A round thing. `unevenness` is the share of its radii that it wavers by. */
export function traceBlob(
  canvas: CanvasPath,
  x: number,
  y: number,
  wide: number,
  high: number,
  seed: number,
  unevenness = 0.12,
): void {
  const chance = randomStream(seed)
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = ((i + (chance() - 0.5) * 0.5) / corners) * 2 * Math.PI
    const reach = 1 + (chance() - 0.5) * 2 * unevenness
    return [x + Math.cos(angle) * wide * reach, y + Math.sin(angle) * high * reach] as const
  })
  traceSmooth(canvas, points)
}

export function fillBlob(
  canvas: CanvasRenderingContext2D,
  colour: string,
  ...at: [x: number, y: number, wide: number, high: number, seed: number, unevenness?: number]
): void {
  canvas.fillStyle = colour
  canvas.beginPath()
  traceBlob(canvas, ...at)
  canvas.fill()
}
