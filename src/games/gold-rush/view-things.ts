/** What stands in the valley: rocks, pines and the mine. */

import type { Mood } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import type { Pictures } from '../view-pictures.ts'
import { mineRadius, type Obstacle } from './land.ts'
import { landColours } from './view-colours.ts'

const rockBox = { left: -52, top: -58, width: 118, height: 96 }
const pineBox = { left: -50, top: -112, width: 116, height: 142 }
const mineBox = { left: -92, top: -112, width: 190, height: 168 }

export function drawObstacle(canvas: CanvasRenderingContext2D, pictures: Pictures, it: Obstacle): void {
  const seed = Math.round(it.x + it.y) % 3
  const name = `${it.kind} ${it.radius} ${seed}`
  if (it.kind === 'rock') {
    pictures.putSharp(canvas, name, rockBox, (on, mood) => paintRock(on, mood, it.radius, seed), it.x, it.y)
  } else {
    pictures.putSharp(canvas, name, pineBox, (on, mood) => paintPine(on, mood, it.radius, seed), it.x, it.y)
  }
}

/** `trembles`: 0 to 1, before it throws out gold. */
export function drawMine(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  mood: Mood,
  { x, y }: { x: number; y: number },
  trembles: number,
  time: number,
): void {
  const shake = trembles * 2.6
  const swell = 1 + trembles * 0.03 * Math.sin(time * 30)
  const left = x + Math.sin(time * 71) * shake
  const top = y + Math.cos(time * 57) * shake * 0.5
  if (trembles === 0) {
    pictures.putSharp(canvas, 'mine', mineBox, paintMine, x, y)
    return
  }
  pictures.put(canvas, 'mine', mineBox, paintMine, { x: left, y: top, wide: swell, high: swell })
  canvas.save()
  canvas.globalAlpha = trembles * (0.55 + 0.25 * Math.sin(time * 18))
  canvas.fillStyle = landColours[mood].gold[2]
  canvas.beginPath()
  traceEntrance(canvas, left, top)
  canvas.fill()
  canvas.restore()
}

function paintRock(canvas: CanvasRenderingContext2D, mood: Mood, radius: number, seed: number): void {
  const { rock, shade } = landColours[mood]
  const r = radius
  fillBlob(canvas, shade, r * 0.34, r * 0.22, r * 1.22, r * 0.72, seed + 30)
  fillBlob(canvas, rock[0], 0, -r * 0.1, r * 1.05, r * 0.94, seed + 31, 0.1)
  fillBlob(canvas, rock[1], -r * 0.08, -r * 0.26, r * 0.9, r * 0.74, seed + 32, 0.12)
  fillBlob(canvas, rock[2], -r * 0.22, -r * 0.48, r * 0.56, r * 0.4, seed + 33, 0.16)
  canvas.strokeStyle = rock[0]
  canvas.lineWidth = 2
  canvas.globalAlpha = 0.5
  canvas.beginPath()
  canvas.moveTo(r * 0.2, -r * 0.62)
  canvas.lineTo(r * 0.34, -r * 0.2)
  canvas.lineTo(r * 0.16, r * 0.16)
  canvas.stroke()
  canvas.globalAlpha = 1
}

function paintPine(canvas: CanvasRenderingContext2D, mood: Mood, radius: number, seed: number): void {
  const { pine, plank, shade } = landColours[mood]
  const wide = radius * 1.45
  fillBlob(canvas, shade, 10, 6, wide * 1.1, wide * 0.5, seed + 40)
  canvas.fillStyle = plank[0]
  canvas.beginPath()
  canvas.roundRect(-6, -22, 12, 30, 4)
  canvas.fill()
  for (let tier = 0; tier < 3; tier++) {
    const half = wide * (1 - tier * 0.25)
    const bottom = -12 - tier * 25
    traceTier(canvas, half, bottom, 46 - tier * 3)
    canvas.fillStyle = pine[0]
    canvas.fill()
    canvas.save()
    canvas.translate(-half * 0.1, -3)
    traceTier(canvas, half * 0.82, bottom, 42 - tier * 3)
    canvas.fillStyle = pine[1]
    canvas.fill()
    canvas.restore()
    fillBlob(canvas, pine[2], -half * 0.32, bottom - 13, half * 0.3, 6, seed + tier, 0.25)
  }
}

function traceTier(canvas: CanvasRenderingContext2D, half: number, bottom: number, high: number): void {
  canvas.beginPath()
  canvas.moveTo(0, bottom - high)
  canvas.quadraticCurveTo(half * 0.5, bottom - high * 0.3, half, bottom - 3)
  canvas.quadraticCurveTo(half * 0.72, bottom + 8, half * 0.4, bottom + 2)
  canvas.quadraticCurveTo(0, bottom + 13, -half * 0.4, bottom + 2)
  canvas.quadraticCurveTo(-half * 0.72, bottom + 8, -half, bottom - 3)
  canvas.quadraticCurveTo(-half * 0.5, bottom - high * 0.3, 0, bottom - high)
  canvas.closePath()
}

function traceEntrance(canvas: CanvasRenderingContext2D, x: number, y: number): void {
  canvas.moveTo(x - 23, y + 24)
  canvas.lineTo(x - 21, y - 10)
  canvas.quadraticCurveTo(x, y - 40, x + 21, y - 10)
  canvas.lineTo(x + 23, y + 24)
  canvas.closePath()
}

function paintMine(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const { gold, hole, plank, rock, shade } = landColours[mood]
  const r = mineRadius
  fillBlob(canvas, shade, 14, 14, r * 1.5, r * 0.86, 50)
  fillBlob(canvas, rock[0], 0, -r * 0.38, r * 1.36, r * 1.16, 51, 0.08)
  fillBlob(canvas, rock[1], -6, -r * 0.58, r * 1.14, r * 0.92, 52, 0.1)
  fillBlob(canvas, rock[2], -20, -r * 1.02, r * 0.62, r * 0.42, 53, 0.16)
  // Veins of gold.
  for (const [x, y, size] of [
    [-44, -34, 6],
    [-36, -58, 4],
    [38, -48, 7],
    [48, -22, 4.5],
    [12, -74, 5],
    [-14, -66, 3],
    [-52, -8, 4.5],
  ] as const) {
    fillBlob(canvas, gold[0], x + 1, y + 1.4, size * 1.15, size, x + 90, 0.2)
    fillBlob(canvas, gold[1], x, y, size, size * 0.84, x + 90, 0.2)
    fillBlob(canvas, gold[3], x - size * 0.25, y - size * 0.3, size * 0.36, size * 0.24, x + 91)
  }
  // The entrance, timbered.
  canvas.fillStyle = hole
  canvas.beginPath()
  traceEntrance(canvas, 0, 0)
  canvas.fill()
  canvas.fillStyle = gold[0]
  canvas.globalAlpha = 0.5
  canvas.beginPath()
  canvas.ellipse(0, 16, 15, 6, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.globalAlpha = 1
  for (const [width, colour] of [
    [10, plank[0]],
    [6.5, plank[1]],
    [2, plank[2]],
  ] as const) {
    canvas.strokeStyle = colour
    canvas.lineWidth = width
    canvas.beginPath()
    canvas.moveTo(-24, 26)
    canvas.lineTo(-22, -16)
    canvas.moveTo(24, 26)
    canvas.lineTo(22, -16)
    canvas.moveTo(-32, -19)
    canvas.lineTo(32, -21)
    canvas.stroke()
  }
}
