/** The bench for those who wait: the next one sits at the arrow. */

import type { Painter } from '../view.ts'
import { tableColours } from './view-colours.ts'
import { bench } from './view-layout.ts'
import type { Pictures } from './view-pictures.ts'

const box = { left: bench.left - 70, top: bench.y - 40, width: bench.right - bench.left + 90, height: 90 }

export function drawBench(canvas: CanvasRenderingContext2D, pictures: Pictures, paint: Painter): void {
  pictures.draw(canvas, `bench ${paint.mood}`, box, (picture) => paintBench(picture, paint))
}

function paintBench(canvas: CanvasRenderingContext2D, { mood }: Painter): void {
  const { wood, shade, chalk } = tableColours[mood]
  const { left, right, y } = bench
  canvas.fillStyle = shade
  canvas.beginPath()
  canvas.ellipse((left + right) / 2 + 12, y + 30, (right - left) / 2 + 8, 13, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = wood.edge
  for (const x of [left + 34, (left + right) / 2, right - 34]) {
    canvas.beginPath()
    canvas.roundRect(x - 9, y + 4, 18, 26, 5)
    canvas.fill()
  }
  canvas.beginPath()
  canvas.roundRect(left, y - 12, right - left, 29, 9)
  canvas.fill()
  canvas.fillStyle = wood.base
  canvas.beginPath()
  canvas.roundRect(left, y - 16, right - left, 26, 9)
  canvas.fill()
  canvas.fillStyle = wood.light
  canvas.globalAlpha = 0.6
  canvas.beginPath()
  canvas.roundRect(left + 5, y - 13, right - left - 10, 5, 3)
  canvas.fill()
  canvas.globalAlpha = 0.5
  canvas.strokeStyle = wood.dark
  canvas.lineWidth = 1.4
  for (const [from, to, at] of [
    [0.03, 0.31, 0],
    [0.36, 0.72, 3],
    [0.66, 0.97, -3],
  ] as const) {
    canvas.beginPath()
    canvas.moveTo(left + (right - left) * from, y + at)
    canvas.lineTo(left + (right - left) * to, y + at + 1)
    canvas.stroke()
  }
  canvas.globalAlpha = 1
  // An arrow of wood at its head: here one gets up.
  canvas.save()
  canvas.translate(left - 22, y - 6)
  for (const [ink, shift] of [
    [wood.edge, 4],
    [wood.light, 0],
  ] as const) {
    canvas.fillStyle = ink
    canvas.beginPath()
    canvas.moveTo(-13, 8 + shift)
    canvas.lineTo(-13, -3 + shift)
    canvas.lineTo(-24, -3 + shift)
    canvas.lineTo(0, -26 + shift)
    canvas.lineTo(24, -3 + shift)
    canvas.lineTo(13, -3 + shift)
    canvas.lineTo(13, 8 + shift)
    canvas.closePath()
    canvas.fill()
  }
  canvas.strokeStyle = chalk
  canvas.globalAlpha = 0.8
  canvas.lineWidth = 2.4
  canvas.lineCap = 'round'
  canvas.beginPath()
  canvas.moveTo(0, 2)
  canvas.lineTo(0, -16)
  canvas.moveTo(-8, -9)
  canvas.lineTo(0, -17)
  canvas.lineTo(8, -9)
  canvas.stroke()
  canvas.restore()
}
