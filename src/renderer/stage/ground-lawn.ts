/** The lawn that everyone plays on: mown, worn, and full of small flowers. */

import { worldHeight, worldWidth } from '../../games/view.ts'
import { traceSmooth } from '../../games/view-brush.ts'
import { paintDaisy, paintMushroom, traceBlades, traceBlob } from './brush.ts'
import type { GroundColours } from './ground-colours.ts'
import { fade } from './palette.ts'
import { seeded } from './seeded.ts'

const middleX = worldWidth / 2
const middleY = worldHeight / 2

export function paintLawn(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  canvas.save()
  canvas.beginPath()
  traceEdge(canvas)
  const light = canvas.createRadialGradient(420, 160, 60, 760, 420, 1150)
  light.addColorStop(0, colours.lawn[0])
  light.addColorStop(0.5, colours.lawn[1])
  light.addColorStop(1, colours.lawn[2])
  canvas.fillStyle = light
  canvas.fill()
  canvas.clip()
  paintSwathes(canvas, colours)
  paintPatches(canvas, colours)
  paintWornPlaces(canvas, colours)
  paintTreeShade(canvas, colours)
  paintBlades(canvas, colours)
  paintRing(canvas, colours)
  paintFlowers(canvas, colours)
  canvas.restore()
}

function traceEdge(canvas: CanvasPath): void {
  const points: [number, number][] = []
  const inset = 12
  const wave = (at: number) => Math.sin(at * 0.031) * 5 + Math.sin(at * 0.083 + 1) * 3
  for (let x = inset; x <= worldWidth - inset; x += 40) points.push([x, inset + wave(x)])
  for (let y = inset; y <= worldHeight - inset; y += 40) points.push([worldWidth - inset + wave(y), y])
  for (let x = worldWidth - inset; x >= inset; x -= 40) points.push([x, worldHeight - inset + wave(x + 500)])
  for (let y = worldHeight - inset; y >= inset; y -= 40) points.push([inset + wave(y + 300), y])
  traceSmooth(canvas, points)
}

/** Where the scythe went: broad bands, each a little lighter than the next, none of them straight. */
function paintSwathes(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  canvas.fillStyle = fade(colours.patchLight, 0.2)
  const wide = 116
  for (let band = -4; band < 18; band += 2) {
    const bow = (y: number, shift: number) => band * wide + shift + y * 0.32 + Math.sin(y * 0.006 + band) * 16
    canvas.beginPath()
    canvas.moveTo(bow(0, 0), 0)
    for (let y = 0; y <= worldHeight; y += 60) canvas.lineTo(bow(y, 0) + Math.sin(y * 0.09 + band) * 2.5, y)
    for (let y = worldHeight; y >= 0; y -= 60) canvas.lineTo(bow(y, wide) + Math.sin(y * 0.11) * 2.5, y)
    canvas.fill()
  }
}

function paintPatches(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  const chance = seeded(311)
  for (let i = 0; i < 54; i++) {
    const x = chance() * worldWidth
    const y = chance() * worldHeight
    const size = 36 + chance() * 90
    canvas.fillStyle = fade(i % 2 ? colours.patchLight : colours.patchDark, 0.1 + chance() * 0.1)
    canvas.beginPath()
    traceBlob(canvas, x, y, size * 1.5, size * 0.7, i + 40, 0.22)
    canvas.fill()
  }
}

/** Feet have been here: around the middle, and on the way to both burrows. */
function paintWornPlaces(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  const chance = seeded(99)
  const worn = (x: number, y: number, wide: number, high: number, strength: number, seed: number) => {
    canvas.fillStyle = fade(colours.earth, strength)
    canvas.beginPath()
    traceBlob(canvas, x, y, wide, high, seed, 0.2)
    canvas.fill()
  }
  worn(middleX, middleY, 58, 30, 0.32, 1)
  worn(middleX - 6, middleY + 2, 32, 17, 0.38, 2)
  for (const side of [-1, 1]) {
    const x = middleX + side * 690
    worn(x, middleY, 96, 118, 0.26, 3 + side)
    worn(x + side * 26, middleY, 56, 90, 0.34, 6 + side)
  }
  for (let i = 0; i < 26; i++) {
    const along = (chance() * 2 - 1) * 640
    const x = middleX + along
    const y = middleY + Math.sin(along * 0.005) * 36 + (chance() - 0.5) * 36
    worn(x, y, 16 + chance() * 26, 6 + chance() * 8, 0.12, i + 60)
  }
}

/** Trees outside, towards the sun, lay their long shade across a corner of the lawn. */
function paintTreeShade(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  const chance = seeded(5)
  canvas.fillStyle = fade(colours.shade, 0.13)
  for (const [fromX, fromY, crown] of [
    [40, 20, 150],
    [330, -30, 120],
    [1240, -40, 140],
    [-30, 560, 130],
    [1560, 420, 110],
  ] as const) {
    canvas.beginPath()
    for (let i = 0; i < 13; i++) {
      const far = chance()
      const x = fromX + far * crown * 1.5 + (chance() - 0.5) * crown
      const y = fromY + far * crown * 0.9 + (chance() - 0.5) * crown * 0.8
      traceBlob(canvas, x, y, 26 + chance() * 44, 18 + chance() * 26, i + fromX, 0.2)
    }
    canvas.fill()
  }
}

function paintBlades(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  canvas.lineCap = 'round'
  colours.blades.forEach((colour, tone) => {
    const chance = seeded(700 + tone)
    canvas.strokeStyle = fade(colour, 0.55)
    canvas.lineWidth = 1.5
    canvas.beginPath()
    for (let i = 0; i < 900; i++) {
      const x = chance() * worldWidth
      const y = chance() * worldHeight
      traceBlades(canvas, x, y, 4 + chance() * 5, chance)
    }
    canvas.stroke()
  })
}

/** The kick-off ring is not chalk: daisies grow in it. */
function paintRing(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  const chance = seeded(17)
  for (let i = 0; i < 74; i++) {
    const angle = (i / 74) * 2 * Math.PI + (chance() - 0.5) * 0.05
    const reach = 128 + (chance() - 0.5) * 13
    const [petal, heart] = colours.petals[i % 7 === 3 ? 1 : 0] ?? ['#fff', '#fc3']
    const x = middleX + Math.cos(angle) * reach
    const y = middleY + Math.sin(angle) * reach * 0.94
    paintDaisy(canvas, x, y, 3.6 + chance() * 2.2, petal, heart)
  }
}

function paintFlowers(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  const chance = seeded(2024)
  for (let cluster = 0; cluster < 46; cluster++) {
    const x = 60 + chance() * (worldWidth - 120)
    const y = 60 + chance() * (worldHeight - 120)
    const tooNearMiddle = Math.hypot(x - middleX, (y - middleY) * 1.6) < 300
    const [petal, heart] = colours.petals[Math.floor(chance() * colours.petals.length)] ?? ['#fff', '#fc3']
    const many = tooNearMiddle ? 2 : 3 + Math.floor(chance() * 7)
    for (let i = 0; i < many; i++) {
      const angle = chance() * 2 * Math.PI
      const far = chance() * 46
      paintDaisy(
        canvas,
        x + Math.cos(angle) * far,
        y + Math.sin(angle) * far * 0.6,
        3 + chance() * 2.6,
        petal,
        heart,
      )
    }
  }
  for (let i = 0; i < 16; i++) {
    const x = 70 + chance() * (worldWidth - 140)
    const y = 70 + chance() * (worldHeight - 140)
    paintStone(canvas, x, y, 4 + chance() * 6, colours, i)
  }
  for (const [x, y, size] of [
    [86, 96, 17],
    [104, 106, 11],
    [1508, 806, 18],
    [1486, 818, 12],
    [1522, 130, 12],
    [118, 800, 14],
    [96, 812, 10],
    [620, 72, 11],
    [1030, 842, 12],
  ] as const) {
    paintMushroom(canvas, x, y, size, colours.cap, colours.stem)
  }
}

function paintStone(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  colours: GroundColours,
  seed: number,
): void {
  canvas.fillStyle = fade(colours.shade, 0.3)
  canvas.beginPath()
  traceBlob(canvas, x + size * 0.3, y + size * 0.25, size * 1.15, size * 0.6, seed)
  canvas.fill()
  canvas.fillStyle = colours.stone[0]
  canvas.beginPath()
  traceBlob(canvas, x, y, size, size * 0.66, seed)
  canvas.fill()
  canvas.fillStyle = colours.stone[1]
  canvas.beginPath()
  traceBlob(canvas, x - size * 0.15, y - size * 0.18, size * 0.68, size * 0.38, seed + 1)
  canvas.fill()
}
