/** For views: how many points somebody has, on a badge beside them. */

import type { Painter } from './view.ts'

export interface BadgeLook {
  /** Height of the letters, in world units. */
  readonly size?: number
  /** In gold instead of acorn-brown, for whoever leads. */
  readonly leads?: boolean
}

/** Draws it with its middle at (x, y). */
export function drawBadge(
  canvas: CanvasRenderingContext2D,
  points: number,
  x: number,
  y: number,
  paint: Painter,
  { size = 14, leads = false }: BadgeLook = {},
): void {
  const text = String(points)
  const high = size * 0.7
  const half = text.length > 1 ? size * (0.3 + text.length * 0.3) : high
  canvas.save()
  canvas.beginPath()
  canvas.roundRect(x - half, y - high, half * 2, high * 2, high)
  canvas.strokeStyle = '#fffaf0'
  canvas.lineWidth = 3.4
  canvas.stroke()
  canvas.fillStyle = leads ? '#f2b92f' : paint.mood === 'day' ? '#8a4a1f' : '#6d3a52'
  canvas.fill()
  paint.write(text, x, y + 0.8, { size, ink: leads ? '#3d2410' : '#fff6dc' })
  canvas.restore()
}
