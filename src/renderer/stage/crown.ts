/** A small crown of paper, worn by who leads the evening and by who just won. */

import type { Shape } from '../../protocol/appearance.ts'
import { topOf } from './silhouette.ts'

/** How deep a crown sits on a head: the more pointed, the deeper. On a body of radius 1. */
const deep: Readonly<Record<Shape, number>> = {
  circle: 0.14,
  square: 0.1,
  triangle: 0.36,
  star: 0.26,
  flower: 0.16,
  hexagon: 0.12,
  drop: 0.4,
  cloud: 0.14,
}
const wide = 0.84
const high = 0.46
const rim = 0.07

/** How far it reaches above the head of a body of radius 1. */
export function crownHeight(shape: Shape): number {
  return high - deep[shape]
}

/** On a body of radius 1 around the origin. */
export function drawCrown(canvas: CanvasRenderingContext2D, shape: Shape): void {
  canvas.save()
  canvas.translate(0.05, topOf(shape) + deep[shape])
  canvas.rotate(0.09)
  canvas.lineJoin = 'round'
  canvas.beginPath()
  tracePaper(canvas)
  canvas.strokeStyle = '#fffaf0'
  canvas.lineWidth = rim * 2
  canvas.stroke()
  canvas.fillStyle = '#ffc94d'
  canvas.fill()
  canvas.fillStyle = '#e08e25'
  canvas.beginPath()
  canvas.rect(-wide / 2, -0.12, wide, 0.12)
  canvas.fill()
  canvas.fillStyle = '#d8452c'
  canvas.beginPath()
  canvas.arc(0, -0.2, 0.065, 0, 2 * Math.PI)
  canvas.fill()
  canvas.restore()
}

/** Three points, cut with scissors. */
function tracePaper(canvas: CanvasRenderingContext2D): void {
  const half = wide / 2
  canvas.moveTo(-half, 0)
  canvas.lineTo(-half - 0.05, -high * 0.86)
  canvas.lineTo(-half * 0.48, -high * 0.42)
  canvas.lineTo(0, -high)
  canvas.lineTo(half * 0.48, -high * 0.42)
  canvas.lineTo(half + 0.05, -high * 0.86)
  canvas.lineTo(half, 0)
  canvas.closePath()
}
