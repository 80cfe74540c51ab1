/** The eight outlines of characters: drawn by hand, so to speak, with slightly uneven edges. */

import type { Shape } from '../../protocol/appearance.ts'

/** Where on a body of radius 1 the face sits, and how wide apart its eyes are. */
export interface FacePlace {
  readonly y: number
  readonly apart: number
}

export interface Bounds {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const facePlaces: Readonly<Record<Shape, FacePlace>> = {
  circle: { y: -0.16, apart: 0.33 },
  square: { y: -0.14, apart: 0.34 },
  triangle: { y: 0.24, apart: 0.3 },
  star: { y: -0.02, apart: 0.28 },
  flower: { y: -0.1, apart: 0.29 },
  hexagon: { y: -0.14, apart: 0.33 },
  drop: { y: 0.14, apart: 0.32 },
  cloud: { y: 0.04, apart: 0.33 },
}

const points = 96
const allBounds = new Map<Shape, Bounds>()
const outlines = new Map<Shape, readonly (readonly [number, number])[]>()

/** Traces a body of the given radius around the origin; its lowest point is 0.92 radii below. */
export function traceBody(canvas: CanvasPath, shape: Shape, radius: number): void {
  const outline = outlineOf(shape)
  const last = outline[outline.length - 1]
  const first = outline[0]
  if (!last || !first) return
  canvas.moveTo(((last[0] + first[0]) / 2) * radius, ((last[1] + first[1]) / 2) * radius)
  for (let i = 0; i < outline.length; i++) {
    const here = outline[i] ?? first
    const next = outline[i + 1] ?? first
    canvas.quadraticCurveTo(
      here[0] * radius,
      here[1] * radius,
      ((here[0] + next[0]) / 2) * radius,
      ((here[1] + next[1]) / 2) * radius,
    )
  }
  canvas.closePath()
}

/** How far a body of radius 1 reaches upwards. */
export function topOf(shape: Shape): number {
  return boundsOf(shape).top
}

/** How far a body of radius 1 reaches to each side. */
export function boundsOf(shape: Shape): Bounds {
  let bounds = allBounds.get(shape)
  if (!bounds) {
    const xs = outlineOf(shape).map(([x]) => x)
    const ys = outlineOf(shape).map(([, y]) => y)
    bounds = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    }
    allBounds.set(shape, bounds)
  }
  return bounds
}

function outlineOf(shape: Shape): readonly (readonly [number, number])[] {
  let outline = outlines.get(shape)
  if (!outline) {
    outline = evenOut(Array.from({ length: points }, (_, i) => onEdge(shape, (i / points) * 2 * Math.PI)))
    outlines.set(shape, outline)
  }
  return outline
}

function onEdge(shape: Shape, angle: number): readonly [number, number] {
  const wobble = 1 + 0.008 * Math.sin(angle * 3 + shape.length) + 0.006 * Math.sin(angle * 7 + 2)
  const reach = reachOf(shape, angle) * wobble
  return [Math.cos(angle) * reach, Math.sin(angle) * reach]
}

/** All silhouettes weigh the same to the eye, and stand on the same line. */
function evenOut(outline: (readonly [number, number])[]): (readonly [number, number])[] {
  let area = 0
  outline.forEach(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] ?? [x, y]
    area += (x * nextY - nextX * y) / 2
  })
  const scale = Math.sqrt(Math.PI / Math.abs(area))
  const lowest = Math.max(...outline.map(([, y]) => y)) * scale
  return outline.map(([x, y]) => [x * scale, y * scale - lowest + 0.92])
}

/** Angles go clockwise from the right, since y points down. */
function reachOf(shape: Shape, angle: number): number {
  const up = angle + Math.PI / 2
  switch (shape) {
    case 'circle':
      return 1
    case 'square':
      return softPolygon(angle, 4, 0, 5.5)
    case 'triangle':
      return softPolygon(angle, 3, Math.PI / 2, 5)
    case 'hexagon':
      return softPolygon(angle, 6, Math.PI / 6, 20)
    case 'star':
      return 1 + 0.2 * Math.cos(5 * up) + 0.045 * Math.cos(10 * up)
    case 'flower':
      return 0.84 + 0.24 * Math.abs(Math.cos(3 * up)) ** 0.75
    case 'drop':
      return 1 + 0.52 * Math.max(0, 1 - Math.abs(Math.atan2(Math.sin(up), Math.cos(up))) / 0.95) ** 1.7
    case 'cloud':
      return cloudReach(Math.cos(angle), Math.sin(angle))
  }
}

/** A polygon whose corners are round: the more so, the smaller `hardness`. */
function softPolygon(angle: number, sides: number, firstNormal: number, hardness: number): number {
  let sum = 0
  for (let side = 0; side < sides; side++) {
    const towards = Math.cos(angle - firstNormal - (side / sides) * 2 * Math.PI)
    if (towards > 0) sum += towards ** hardness
  }
  return sum ** (-1 / hardness)
}

const puffs = [
  [-0.62, 0.16, 0.48],
  [0.62, 0.18, 0.46],
  [-0.34, -0.3, 0.5],
  [0.32, -0.36, 0.56],
  [0, 0.2, 0.6],
] as const

function cloudReach(dx: number, dy: number): number {
  let reach = 0
  for (const [x, y, radius] of puffs) {
    const along = x * dx + y * dy
    const inside = radius * radius - (x * x + y * y - along * along)
    if (inside > 0) reach = Math.max(reach, along + Math.sqrt(inside))
  }
  return dy > 0.05 ? Math.min(reach, 0.66 / dy) : reach
}
