/** The flag over a base, and the crown over the flag of whoever is ahead. */

import type { Painter } from '../view.ts'
import { type Banner, landColours, traceSign } from './view-colours.ts'

/** A flag on a pole, swaying. */
export function drawFlag(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  { colour, sign }: Banner,
  { mood }: Painter,
  time: number,
): void {
  const { plank, rim } = landColours[mood]
  canvas.save()
  canvas.translate(x, y)
  canvas.lineCap = 'round'
  canvas.strokeStyle = plank[0]
  canvas.lineWidth = 6
  canvas.beginPath()
  canvas.moveTo(0, 0)
  canvas.lineTo(0, -92)
  canvas.stroke()
  canvas.strokeStyle = plank[2]
  canvas.lineWidth = 2.4
  canvas.stroke()
  canvas.translate(2, -90)
  canvas.transform(1, Math.sin(time * 2.2) * 0.09, 0, 1, 0, 0)
  canvas.beginPath()
  canvas.moveTo(0, 0)
  canvas.quadraticCurveTo(18, -5 + Math.sin(time * 3.1) * 3, 54, 3)
  canvas.lineTo(44, 19)
  canvas.lineTo(54, 36)
  canvas.quadraticCurveTo(20, 32 + Math.sin(time * 3.1 + 1) * 3, 0, 38)
  canvas.closePath()
  canvas.lineJoin = 'round'
  canvas.strokeStyle = rim
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = colour
  canvas.fill()
  canvas.translate(22, 18)
  canvas.scale(12, 12)
  traceSign(canvas, sign)
  canvas.strokeStyle = 'rgb(50 26 30 / 0.55)'
  canvas.lineWidth = 0.3
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.fill()
  canvas.restore()
}

/** Over the flag of whoever is ahead. */
export function drawCrown(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  const { gold, rim } = landColours[mood]
  canvas.save()
  canvas.translate(x, y + (reducedMotion ? 0 : Math.sin(time * 3) * 2))
  canvas.beginPath()
  canvas.moveTo(-15, 8)
  canvas.lineTo(-18, -8)
  canvas.lineTo(-8, -1)
  canvas.lineTo(0, -12)
  canvas.lineTo(8, -1)
  canvas.lineTo(18, -8)
  canvas.lineTo(15, 8)
  canvas.closePath()
  canvas.lineJoin = 'round'
  canvas.strokeStyle = rim
  canvas.lineWidth = 7
  canvas.stroke()
  canvas.strokeStyle = gold[0]
  canvas.lineWidth = 3
  canvas.stroke()
  canvas.fillStyle = gold[1]
  canvas.fill()
  canvas.restore()
}
