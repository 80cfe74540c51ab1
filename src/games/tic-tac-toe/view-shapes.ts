/** The eight outlines of the players, for the pieces that are cut after them. */

import type { Face } from '../view.ts'

export type Shape = Face['shape']

const corners = 72
const outlines = new Map<Shape, readonly (readonly [number, number])[]>()

/** Traces a piece of about this radius around the origin. */
export function traceShape(canvas: CanvasPath, shape: Shape, radius: number): void {
  const outline = outlineOf(shape)
  for (const [i, [x, y]] of outline.entries()) {
    if (i === 0) canvas.moveTo(x * radius, y * radius)
    else canvas.lineTo(x * radius, y * radius)
  }
  canvas.closePath()
}

function outlineOf(shape: Shape): readonly (readonly [number, number])[] {
  let outline = outlines.get(shape)
  if (!outline) {
    outline = centred(
      Array.from({ length: corners }, (_, i) => {
        const angle = (i / corners) * 2 * Math.PI
        // Nobody saws quite evenly.
        const reach = reachOf(shape, angle) * (1 + 0.012 * Math.sin(angle * 3 + shape.length))
        return [Math.cos(angle) * reach, Math.sin(angle) * reach] as const
      }),
    )
    outlines.set(shape, outline)
  }
  return outline
}

/** All pieces take up the same room of their cell. */
function centred(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = 4 / (right - left + bottom - top)
  return points.map(([x, y]) => [(x - (left + right) / 2) * scale, (y - (top + bottom) / 2) * scale])
}

/** How far the outline is from the middle; angles go clockwise from the right, since y points down. */
function reachOf(shape: Shape, angle: number): number {
  const up = angle + Math.PI / 2
  switch (shape) {
    case 'circle':
      return 1
    case 'square':
      return polygon(angle, 4, 0, 6)
    case 'triangle':
      return polygon(angle, 3, Math.PI / 2, 5.5)
    case 'hexagon':
      return polygon(angle, 6, Math.PI / 6, 22)
    case 'star':
      return 1 + 0.23 * Math.cos(5 * up) + 0.05 * Math.cos(10 * up)
    case 'flower':
      return 0.82 + 0.26 * Math.abs(Math.cos(3 * up)) ** 0.75
    case 'drop':
      return 1 + 0.55 * Math.max(0, 1 - Math.abs(Math.atan2(Math.sin(up), Math.cos(up))) / 0.95) ** 1.7
    case 'cloud':
      return Math.min(
        0.9 + 0.16 * Math.abs(Math.cos(2.5 * up)) ** 0.6,
        Math.sin(angle) > 0.05 ? 0.72 / Math.sin(angle) : 9,
      )
  }
}

/** A polygon with round corners: the rounder, the smaller `hardness`. */
function polygon(angle: number, sides: number, first: number, hardness: number): number {
  let sum = 0
  for (let side = 0; side < sides; side++) {
    const towards = Math.cos(angle - first - (side / sides) * 2 * Math.PI)
    if (towards > 0) sum += towards ** hardness
  }
  return sum ** (-1 / hardness)
}
