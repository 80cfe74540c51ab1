/** The bench for those who wait: the next one sits at the arrow. */

import type { Painter } from '../view.ts'
import { tableColours } from './view-colours.ts'
import { bench } from './view-layout.ts'
import type { SizedPictures } from './view-pictures.ts'

const box = { left: bench.left - 70, top: bench.y - 40, width: bench.right - bench.left + 100, height: 90 }

/** With so many or fewer on the bench, the basket stands at its end. */
const roomForBasket = 6
const basket = { x: bench.right - 52, y: bench.y - 10 }

export function drawBench(
  canvas: CanvasRenderingContext2D,
  pictures: SizedPictures,
  waiting: number,
  paint: Painter,
): void {
  pictures.draw(canvas, `bench ${paint.mood}`, box, (picture) => paintBench(picture, paint))
  if (waiting > roomForBasket) return
  const { x, y } = basket
  const around = { left: x - 50, top: y - 72, width: 100, height: 84 }
  pictures.draw(canvas, `basket ${paint.mood}`, around, (picture) => {
    picture.translate(x, y)
    paintBasket(picture, paint)
  })
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

/** What there is to eat, under a checked napkin. */
function paintBasket(canvas: CanvasRenderingContext2D, { mood }: Painter): void {
  const { wood, cloth, stripes, shade } = tableColours[mood]
  canvas.fillStyle = shade
  canvas.beginPath()
  canvas.ellipse(6, 2, 40, 8, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.lineCap = 'round'
  for (const [ink, width] of [
    [wood.edge, 8],
    [wood.light, 4],
  ] as const) {
    canvas.strokeStyle = ink
    canvas.lineWidth = width
    canvas.beginPath()
    canvas.ellipse(0, -30, 26, 34, 0, Math.PI, 2 * Math.PI)
    canvas.stroke()
  }
  // An apple and the end of a loaf look out.
  for (const [x, y, radiusX, radiusY, ink] of [
    [-13, -36, 11, 11, mood === 'day' ? '#c9402c' : '#a33f4a'],
    [14, -37, 15, 10, mood === 'day' ? '#d99a4a' : '#a8765a'],
  ] as const) {
    canvas.fillStyle = ink
    canvas.beginPath()
    canvas.ellipse(x, y, radiusX, radiusY, -0.3, 0, 2 * Math.PI)
    canvas.fill()
  }
  traceBasket(canvas)
  canvas.fillStyle = wood.base
  canvas.strokeStyle = wood.edge
  canvas.lineWidth = 3
  canvas.stroke()
  canvas.fill()
  canvas.save()
  canvas.clip()
  for (let row = 0; row < 5; row++) {
    for (let strand = -5; strand <= 5; strand++) {
      canvas.fillStyle = (row + strand) % 2 ? wood.light : wood.dark
      canvas.globalAlpha = 0.75
      canvas.fillRect(strand * 9 - 4, -30 + row * 7, 8, 5)
    }
  }
  canvas.restore()
  canvas.fillStyle = cloth
  canvas.beginPath()
  canvas.moveTo(-8, -32)
  canvas.lineTo(30, -32)
  canvas.lineTo(22, -14)
  canvas.lineTo(8, -8)
  canvas.closePath()
  canvas.fill()
  canvas.save()
  canvas.clip()
  canvas.fillStyle = `rgb(${stripes[0]} / 0.5)`
  for (let x = -8; x < 32; x += 10) canvas.fillRect(x, -34, 5, 30)
  for (let y = -32; y < -6; y += 10) canvas.fillRect(-10, y, 44, 5)
  canvas.restore()
}

function traceBasket(canvas: CanvasRenderingContext2D): void {
  canvas.beginPath()
  canvas.moveTo(-36, -32)
  canvas.lineTo(36, -32)
  canvas.quadraticCurveTo(35, -8, 27, 2)
  canvas.lineTo(-27, 2)
  canvas.quadraticCurveTo(-35, -8, -36, -32)
  canvas.closePath()
}
