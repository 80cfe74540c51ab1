/** The pond around the mine's island: its shores, its lilies, and the bridges over it. */

import { randomStream } from '../../netcode/random.ts'
import { fillBlob } from '../view-brush.ts'
import { bridgeHalf, type Land, mineRadius, type Place, pond } from './land.ts'
import type { LandColours } from './view-colours.ts'

export function paintPond(canvas: CanvasRenderingContext2D, { middle }: Land, colours: LandColours): void {
  const { inner, outer } = pond
  const [shallow, deep] = colours.water
  const chance = randomStream(17)
  for (const [reach, wave, phase, colour] of [
    [outer + 15, 3.4, 0, colours.sand],
    [outer + 3, 2.2, 1, colours.earthDark],
    [outer, 2.2, 1, shallow],
    [outer - 9, 3.2, 2.2, deep],
    [inner + 21, 3.4, 4, shallow],
    [inner + 4, 2, 5, colours.foam],
    [inner, 2, 5, colours.sand],
    [inner - 13, 3.4, 6, colours.earth],
  ] as const) {
    canvas.fillStyle = colour
    traceShore(canvas, middle, reach, wave, phase)
    canvas.fill()
  }
  canvas.globalAlpha = 0.5
  fillBlob(canvas, colours.earthDark, middle.x, middle.y + 8, mineRadius + 24, mineRadius + 14, 25, 0.1)
  canvas.globalAlpha = 1
  for (let i = 0; i < 9; i++) {
    const angle = (i / 9) * 2 * Math.PI + chance()
    const far = (inner + outer) / 2 + (chance() - 0.5) * 22
    const [x, y] = [middle.x + Math.cos(angle) * far, middle.y + Math.sin(angle) * far]
    paintLily(canvas, x, y, 7 + chance() * 6, angle, colours)
  }
  for (let i = 0; i < 17; i++) {
    const angle = chance() * 2 * Math.PI
    const far = i % 2 ? inner - 3 : outer + 7
    const [x, y] = [middle.x + Math.cos(angle) * far, middle.y + Math.sin(angle) * far]
    paintStone(canvas, x, y, 5 + chance() * 5, i + 60, colours)
  }
}

/** A round shore that wavers by about `wave` units. */
function traceShore(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  reach: number,
  wave: number,
  phase: number,
): void {
  canvas.beginPath()
  for (let i = 0; i < 72; i++) {
    const angle = (i / 72) * 2 * Math.PI
    const waver =
      Math.sin(angle * 3 + phase) + 0.7 * Math.sin(angle * 7 + phase * 2) + 0.4 * Math.sin(angle * 13)
    const far = reach + waver * wave
    canvas.lineTo(x + Math.cos(angle) * far, y + Math.sin(angle) * far)
  }
  canvas.closePath()
}

function paintLily(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  turn: number,
  { pine, foam }: LandColours,
): void {
  canvas.fillStyle = pine[1]
  canvas.beginPath()
  canvas.ellipse(x, y, size, size * 0.72, 0, turn + 0.3, turn + 2 * Math.PI - 0.3)
  canvas.lineTo(x, y)
  canvas.fill()
  canvas.fillStyle = pine[2]
  canvas.globalAlpha = 0.6
  canvas.beginPath()
  canvas.ellipse(x - size * 0.2, y - size * 0.18, size * 0.5, size * 0.3, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.globalAlpha = 1
  if (size < 10) return
  canvas.fillStyle = foam
  canvas.beginPath()
  for (let petal = 0; petal < 5; petal++) {
    const angle = (petal / 5) * 2 * Math.PI
    const [px, py] = [x + Math.cos(angle) * 3, y - 2 + Math.sin(angle) * 2.2]
    canvas.moveTo(px + 2.6, py)
    canvas.ellipse(px, py, 2.6, 2, angle, 0, 2 * Math.PI)
  }
  canvas.fill()
}

/** Planks over two beams, from the island to the far bank. */
export function paintBridge(
  canvas: CanvasRenderingContext2D,
  middle: Place,
  angle: number,
  { plank, shade }: LandColours,
): void {
  const from = pond.inner - 16
  const to = pond.outer + 16
  const wide = bridgeHalf - 4
  canvas.save()
  canvas.translate(middle.x, middle.y + 7)
  canvas.rotate(angle)
  canvas.fillStyle = shade
  canvas.fillRect(from + 4, -wide, to - from - 8, wide * 2)
  canvas.restore()
  canvas.save()
  canvas.translate(middle.x, middle.y)
  canvas.rotate(angle)
  const chance = randomStream(Math.round(angle * 100) + 900)
  for (let along = from; along < to; along += 11.5) {
    const crooked = (chance() - 0.5) * 5
    canvas.fillStyle = plank[0]
    canvas.beginPath()
    canvas.roundRect(along, -wide + crooked, 10.6, wide * 2, 3)
    canvas.fill()
    canvas.fillStyle = chance() > 0.5 ? plank[1] : plank[2]
    canvas.globalAlpha = 0.75 + chance() * 0.25
    canvas.beginPath()
    canvas.roundRect(along + 0.8, -wide + crooked + 1, 8.4, wide * 2 - 2.5, 2.5)
    canvas.fill()
    canvas.globalAlpha = 1
  }
  canvas.lineCap = 'round'
  for (const side of [-1, 1]) {
    canvas.strokeStyle = plank[0]
    canvas.lineWidth = 6.5
    canvas.beginPath()
    canvas.moveTo(from - 2, side * wide)
    canvas.lineTo(to + 2, side * wide)
    canvas.stroke()
    canvas.strokeStyle = plank[2]
    canvas.lineWidth = 3
    canvas.stroke()
  }
  canvas.restore()
}

export function paintStone(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  seed: number,
  colours: LandColours,
): void {
  fillBlob(canvas, colours.shade, x + size * 0.4, y + size * 0.35, size * 1.1, size * 0.7, seed)
  fillBlob(canvas, colours.rock[1], x, y, size, size * 0.76, seed)
  fillBlob(canvas, colours.rock[2], x - size * 0.18, y - size * 0.2, size * 0.62, size * 0.4, seed + 1)
}
