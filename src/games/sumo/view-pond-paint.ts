/** What never moves in the pond: water, the sky in it, lily pads, reeds, and the banks in the corners. */

import { randomStream } from '../../netcode/random.ts'
import { type Mood, worldHeight, worldWidth } from '../view.ts'
import type { Box } from '../view-pictures.ts'
import { type Colours, colours } from './view-colours.ts'
import { pads, paintPad } from './view-pads.ts'
import { traceBlob, traceStroke } from './view-strokes.ts'

export function paintPond(canvas: CanvasRenderingContext2D, box: Box, mood: Mood): void {
  const ink = colours[mood]
  paintWater(canvas, box, ink)
  paintSmallPads(canvas, box, ink)
  pads.forEach((pad, i) => {
    paintPad(canvas, pad, i * 1.3, ink)
  })
  for (const [x, y, size] of lotuses) paintLotus(canvas, x, y, size, ink)
  paintBanks(canvas, box, ink)
  paintVignette(canvas, box, ink)
}

function paintWater(canvas: CanvasRenderingContext2D, box: Box, { water, sky, strokes }: Colours): void {
  const base = canvas.createLinearGradient(200, 0, 1200, worldHeight)
  base.addColorStop(0, water[0])
  base.addColorStop(0.45, water[1])
  base.addColorStop(1, water[2])
  fill(canvas, box, base)
  const shine = canvas.createRadialGradient(300, -80, 0, 300, -80, 900)
  shine.addColorStop(0, sky[0])
  shine.addColorStop(1, sky[1])
  fill(canvas, box, shine)
  // A stroke for each cell of a grid, so that every screen has them to its very edges.
  for (const [dark, colour] of strokes.entries()) {
    canvas.fillStyle = colour
    canvas.beginPath()
    for (let row = Math.floor(box.top / 34); row * 34 < box.top + box.height; row++) {
      for (let column = Math.floor(box.left / 150); column * 150 < box.left + box.width; column++) {
        const chance = randomStream(row * 7919 + column * 104729 + dark)
        const x = (column + chance()) * 150
        const y = (row + chance()) * 34
        traceStroke(canvas, x, y, 50 + chance() * 170, 2.5 + chance() * 6)
      }
    }
    canvas.fill()
  }
}

/** Little ones in groups, away from the platform. */
function paintSmallPads(canvas: CanvasRenderingContext2D, box: Box, ink: Colours): void {
  for (let row = Math.floor(box.top / 190); row * 190 < box.top + box.height; row++) {
    for (let column = Math.floor(box.left / 230); column * 230 < box.left + box.width; column++) {
      const chance = randomStream(row * 31 + column * 8191 + 5)
      const x = (column + chance()) * 230
      const y = (row + chance()) * 190
      if (Math.hypot(x - 800, y - 470) < 500 || chance() < 0.25) continue
      const count = 1 + Math.floor(chance() * 3)
      for (let i = 0; i < count; i++) {
        const pad = { x: x + chance() * 90, y: y + chance() * 60, radius: 11 + chance() * 15 }
        paintPad(canvas, pad, chance() * 6, ink)
      }
    }
  }
}

const lotuses = [
  [176, 520, 20],
  [300, 660, 15],
  [60, 250, 17],
  [1392, 410, 18],
  [1508, 560, 21],
  [1290, 770, 16],
  [396, 120, 14],
  [1240, 132, 15],
] as const

function paintLotus(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  { lotus: [petal, inner, heart], shade }: Colours,
): void {
  canvas.fillStyle = shade
  canvas.beginPath()
  canvas.ellipse(x + 3, y + size * 0.45, size * 1.1, size * 0.42, 0, 0, 2 * Math.PI)
  canvas.fill()
  for (const [colour, petals, reach, lift] of [
    [petal, 7, 1, 0],
    [inner, 5, 0.72, -0.12],
  ] as const) {
    for (let i = 0; i < petals; i++) {
      const angle = -Math.PI * (0.04 + (0.92 * i) / (petals - 1))
      canvas.save()
      canvas.translate(x, y + size * (0.25 + lift))
      canvas.rotate(angle)
      canvas.fillStyle = colour
      canvas.strokeStyle = 'rgb(120 40 70 / 0.22)'
      canvas.lineWidth = 1
      canvas.beginPath()
      canvas.moveTo(0, 0)
      canvas.quadraticCurveTo(size * 0.55 * reach, -size * 0.34, size * 1.05 * reach, 0)
      canvas.quadraticCurveTo(size * 0.55 * reach, size * 0.34, 0, 0)
      canvas.fill()
      canvas.stroke()
      canvas.restore()
    }
  }
  canvas.fillStyle = heart
  canvas.beginPath()
  canvas.ellipse(x, y + size * 0.06, size * 0.2, size * 0.15, 0, 0, 2 * Math.PI)
  canvas.fill()
}

/** The banks look in at the corners, with reeds at the water. */
function paintBanks(canvas: CanvasRenderingContext2D, box: Box, ink: Colours): void {
  const right = Math.max(worldWidth, box.left + box.width - 50)
  const left = Math.min(0, box.left + 50)
  const bottom = Math.max(worldHeight, box.top + box.height - 50)
  const top = Math.min(0, box.top + 50)
  const corners = [
    [left, top, 215, 120],
    [right, top, 240, 110],
    [left, bottom, 230, 105],
    [right, bottom, 205, 120],
  ] as const
  const chance = randomStream(99)
  for (const [x, y, wide, high] of corners) {
    for (const [colour, reach, drop] of [
      ['', 1.06, 12],
      [ink.bank[0], 1, 0],
      [ink.bank[1], 0.84, -4],
      [ink.bank[2], 0.5, -8],
    ] as const) {
      canvas.fillStyle = colour || ink.shade
      canvas.globalAlpha = reach === 0.5 ? 0.55 : 1
      canvas.beginPath()
      traceBlob(canvas, x, y + drop, wide * reach, high * reach, chance)
      canvas.fill()
    }
    canvas.globalAlpha = 1
    for (let i = 0; i < 15; i++) {
      const away = x <= 0 ? 1 : -1
      const share = chance()
      const reedX = x + away * wide * (0.3 + 0.68 * share)
      const ground = y <= 0 ? high * Math.sqrt(1 - share * share * 0.9) : -high * 0.55 * (1 - share) + 8
      paintReed(canvas, reedX, y + ground, 42 + chance() * 46, chance, ink)
    }
  }
}

function paintReed(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  chance: () => number,
  { reed: [light, dark, head] }: Colours,
): void {
  const lean = (chance() - 0.5) * size * 0.4
  canvas.lineCap = 'round'
  canvas.strokeStyle = chance() < 0.5 ? light : dark
  canvas.lineWidth = 3
  canvas.beginPath()
  canvas.moveTo(x, y)
  canvas.quadraticCurveTo(x, y - size * 0.6, x + lean, y - size)
  canvas.moveTo(x + 4, y)
  canvas.quadraticCurveTo(x + 6, y - size * 0.4, x + 12 - lean * 0.5, y - size * 0.7)
  canvas.stroke()
  if (chance() < 0.55) return
  canvas.strokeStyle = head
  canvas.lineWidth = 7
  canvas.beginPath()
  canvas.moveTo(x + lean, y - size)
  canvas.lineTo(x + lean * 1.15, y - size - 15)
  canvas.stroke()
}

function paintVignette(canvas: CanvasRenderingContext2D, box: Box, { vignette }: Colours): void {
  const x = box.left + box.width / 2
  const y = box.top + box.height / 2
  const reach = Math.hypot(box.width, box.height) / 2
  const dark = canvas.createRadialGradient(x, y, reach * 0.5, x, y, reach)
  dark.addColorStop(0, `rgb(${vignette} / 0)`)
  dark.addColorStop(1, `rgb(${vignette} / 0.5)`)
  fill(canvas, box, dark)
}

function fill(canvas: CanvasRenderingContext2D, box: Box, style: CanvasGradient): void {
  canvas.fillStyle = style
  canvas.fillRect(box.left, box.top, box.width, box.height)
}
