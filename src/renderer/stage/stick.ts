/** The thumb stick as it is drawn, where the thumb landed. */

import type { Mood } from '../../games/view.ts'
import type { Point } from './camera.ts'
import { fade } from './palette.ts'
import { stickReach } from './touch.ts'

export function drawStick(
  canvas: CanvasRenderingContext2D,
  stick: { readonly middle: Point; readonly at: Point } | null,
  mood: Mood,
): void {
  if (!stick) return
  const { middle, at } = stick
  const wood = mood === 'day' ? '#5b4630' : '#191a3a'
  canvas.save()
  canvas.fillStyle = fade(wood, 0.24)
  canvas.strokeStyle = fade('#fff8e4', 0.7)
  canvas.lineWidth = 3
  canvas.beginPath()
  canvas.arc(middle.x, middle.y, stickReach + 14, 0, 2 * Math.PI)
  canvas.fill()
  canvas.stroke()
  canvas.fillStyle = fade('#fff8e4', 0.92)
  canvas.strokeStyle = fade(wood, 0.5)
  canvas.beginPath()
  canvas.arc(at.x, at.y, 26, 0, 2 * Math.PI)
  canvas.fill()
  canvas.stroke()
  canvas.restore()
}
