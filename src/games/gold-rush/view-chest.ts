/** The picture of a chest, fuller and fuller. */

import type { Mood } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import { landColours } from './view-colours.ts'

export const chestBox = { left: -46, top: -60, width: 98, height: 88 }
/** From empty to overflowing. */
export const levels = 9

/** An open chest with a heap of gold of the given level. */
export function paintChest(canvas: CanvasRenderingContext2D, level: number, mood: Mood): void {
  const { gold, hole, plank, shade } = landColours[mood]
  fillBlob(canvas, shade, 8, 16, 42, 12, 80)
  // The lid, thrown back.
  panel(canvas, -32, -44, 64, 34, 12, plank[0], plank[1])
  canvas.fillStyle = hole
  canvas.beginPath()
  canvas.roundRect(-29, -26, 58, 24, 6)
  canvas.fill()
  const heap = level / (levels - 1)
  if (level > 0) {
    canvas.save()
    canvas.beginPath()
    canvas.rect(-60, -100, 120, 100)
    canvas.clip()
    fillBlob(canvas, gold[0], 0, -2, 27, 8 + heap * 26, 81, 0.05)
    fillBlob(canvas, gold[1], -1, -1, 25, 5 + heap * 26, 81, 0.05)
    for (let i = 0; i < 4 + level * 3; i++) {
      const x = (((i * 37) % 44) - 22) * (1 - heap * 0.15)
      const up = Math.sqrt(Math.max(0, 1 - (x / 26) ** 2)) * (5 + heap * 25)
      const y = -2 - up * (((i * 53) % 100) / 100)
      canvas.fillStyle = i % 3 ? gold[2] : gold[3]
      canvas.strokeStyle = gold[0]
      canvas.lineWidth = 1
      canvas.beginPath()
      canvas.ellipse(x, y, 5, 3.6, ((i % 5) - 2) * 0.25, 0, 2 * Math.PI)
      canvas.fill()
      canvas.stroke()
    }
    canvas.restore()
  }
  panel(canvas, -34, -8, 68, 28, 6, plank[0], plank[1])
  canvas.strokeStyle = plank[2]
  canvas.lineWidth = 2
  canvas.globalAlpha = 0.7
  canvas.beginPath()
  canvas.moveTo(-30, -4)
  canvas.lineTo(30, -4)
  canvas.stroke()
  canvas.globalAlpha = 1
  for (const x of [-24, 24]) panel(canvas, x - 4, -9, 8, 30, 2, gold[0], gold[1])
  panel(canvas, -7, -3, 14, 13, 4, gold[0], gold[2])
  fillBlob(canvas, gold[0], 0, 3.5, 2.2, 3, 82)
}

function panel(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
  round: number,
  dark: string,
  light: string,
): void {
  canvas.fillStyle = dark
  canvas.beginPath()
  canvas.roundRect(x, y, wide, high, round)
  canvas.fill()
  canvas.fillStyle = light
  canvas.beginPath()
  canvas.roundRect(x + 2, y + 2, wide - 4, high - 5, Math.max(1, round - 2))
  canvas.fill()
}
