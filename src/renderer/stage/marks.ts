/** What tells characters apart at a glance: the ring of light that is oneself, the glow of who won, how faint who is gone. */

import type { Face, Mood, Pose } from '../../games/view.ts'
import { glowStamp } from './lanterns.ts'
import { fade } from './palette.ts'

/** The own character stands in a thin ring of light. */
export function drawOwnRing(
  canvas: CanvasRenderingContext2D,
  { x, y, radius }: Pose,
  mood: Mood,
  turned: number,
): void {
  canvas.strokeStyle = fade(mood === 'day' ? '#fffbe8' : '#ffe2a6', 0.85)
  canvas.lineWidth = 3
  canvas.setLineDash([11, 7])
  canvas.lineDashOffset = turned
  canvas.beginPath()
  canvas.ellipse(x, y + radius * 0.7, radius * 1.36, radius * 0.68, 0, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.setLineDash([])
}

/** A pool of warm light, for who won. */
export function drawGlow(canvas: CanvasRenderingContext2D, { x, y, radius }: Pose, strength: number): void {
  const glow = glowStamp()
  if (!glow) return
  const opacity = canvas.globalAlpha
  const reach = radius * 3.1
  canvas.globalAlpha = opacity * strength
  canvas.globalCompositeOperation = 'lighter'
  canvas.drawImage(glow, x - reach, y + radius * 0.2 - reach * 0.8, reach * 2, reach * 1.6)
  canvas.globalCompositeOperation = 'source-over'
  canvas.globalAlpha = opacity
}

/** 0 to 1: fainter for who is out, and for who lost the line. */
export function presence(pose: Pose, face: Pick<Face, 'connected'>): number {
  return (pose.presence ?? 1) * (face.connected ? 1 : 0.45)
}
