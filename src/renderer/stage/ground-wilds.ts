/** What lies around the world, so that the mood goes on to the edge of any screen: wild meadow, bushes, trees. */

import { worldHeight, worldWidth } from '../../games/view.ts'
import { paintDaisy, paintMushroom, traceBlades, traceBlob, traceFoliage } from './brush.ts'
import type { Area } from './camera.ts'
import type { GroundColours } from './ground-colours.ts'
import { paintClump } from './ground-hedge.ts'
import { blend, fade } from './palette.ts'
import { scattered, seeded } from './seeded.ts'

const cell = 92
/** From here on it is too far away to see anything but trees. */
const woodsFrom = 150
/** No more than so many cells, however far a strange window sees. */
const mostCells = 3000

export function paintWilds(canvas: CanvasRenderingContext2D, area: Area, colours: GroundColours): void {
  canvas.fillStyle = colours.wild[1]
  canvas.fillRect(area.left, area.top, area.right - area.left, area.bottom - area.top)
  // The glade is brighter than the woods around it.
  canvas.save()
  canvas.translate(worldWidth / 2, worldHeight / 2)
  canvas.scale(1, 0.72)
  const glade = canvas.createRadialGradient(0, 0, 500, 0, 0, 1350)
  glade.addColorStop(0, colours.wild[0])
  glade.addColorStop(0.45, colours.wild[0])
  glade.addColorStop(1, fade(colours.wild[1], 0))
  canvas.fillStyle = glade
  canvas.fillRect(-1350, -1350, 2700, 2700)
  canvas.restore()

  const cells = [...cellsOf(area)]
  if (cells.length > mostCells) return
  for (const { x, y, column, row } of cells) paintMeadowCell(canvas, x, y, column, row, colours)
  for (const { x, y, column, row } of cells) paintGrowth(canvas, x, y, column, row, colours)
}

function* cellsOf(area: Area) {
  for (let row = Math.floor(area.top / cell) - 1; row * cell < area.bottom + 120; row++) {
    for (let column = Math.floor(area.left / cell) - 1; column * cell < area.right + cell; column++) {
      const x = (column + scattered(column, row, 1) * 0.8) * cell
      const y = (row + scattered(column, row, 2) * 0.8) * cell
      if (outside(x, y) > 0) yield { x, y, column, row }
    }
  }
}

/** How far outside of the hedge a place lies; nothing or less inside. */
function outside(x: number, y: number): number {
  return Math.max(-x, x - worldWidth, -y, y - worldHeight)
}

function paintMeadowCell(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  column: number,
  row: number,
  colours: GroundColours,
): void {
  const chance = seeded(column * 7919 + row * 104729)
  canvas.fillStyle = fade(chance() > 0.5 ? colours.lawn[1] : colours.wild[1], 0.16)
  canvas.beginPath()
  traceBlob(canvas, x, y, 40 + chance() * 50, 18 + chance() * 30, column * 31 + row, 0.24)
  canvas.fill()
  canvas.lineCap = 'round'
  canvas.lineWidth = 1.8
  canvas.strokeStyle = fade(chance() > 0.5 ? colours.blades[0] : colours.blades[1], 0.5)
  canvas.beginPath()
  for (let i = 0; i < 6; i++) {
    traceBlades(canvas, x + (chance() - 0.5) * cell, y + (chance() - 0.5) * cell, 6 + chance() * 7, chance)
  }
  canvas.stroke()
  if (chance() > 0.55) {
    const [petal, heart] = colours.petals[Math.floor(chance() * colours.petals.length)] ?? ['#fff', '#fc3']
    for (let i = 0; i < 5; i++) {
      paintDaisy(
        canvas,
        x + (chance() - 0.5) * 70,
        y + (chance() - 0.5) * 50,
        3 + chance() * 2.4,
        petal,
        heart,
      )
    }
  }
}

function paintGrowth(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  column: number,
  row: number,
  colours: GroundColours,
): void {
  const chance = seeded(column * 6151 + row * 3571 + 9)
  const far = outside(x, y)
  const wood = Math.min(1, (far - 60) / woodsFrom)
  const lot = chance()
  if (far > 76 && lot < 0.25 + 0.6 * wood) paintTree(canvas, x, y, 42 + chance() * 30, colours, wood, chance)
  else if (far > 46 && lot < 0.62) {
    const radius = 17 + chance() * 15
    canvas.fillStyle = fade(colours.shade, 0.28)
    canvas.beginPath()
    traceFoliage(canvas, x + 10, y + 11, radius, column + row)
    canvas.fill()
    paintClump(canvas, { x, y, radius, seed: column * 13 + row }, colours)
  } else if (far > 40 && lot > 0.93) {
    paintMushroom(canvas, x, y, 13, colours.cap, colours.stem)
    paintMushroom(canvas, x + 15, y + 6, 9, colours.cap, colours.stem)
  }
}

/** A round crown of three tones on a short trunk; deeper in the woods they lose themselves in the shade. */
function paintTree(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  crown: number,
  colours: GroundColours,
  wood: number,
  chance: () => number,
): void {
  const kind = colours.trees[chance() < 0.08 ? 2 : chance() < 0.4 ? 1 : 0]
  if (!kind) return
  const depth = Math.max(0, wood - 0.35) * 0.5
  const [deep, middle, light] = kind.map((tone) => blend(tone, colours.wild[1], depth)) as [
    string,
    string,
    string,
  ]
  const seed = Math.floor(chance() * 1e6)
  canvas.fillStyle = fade(colours.shade, 0.34)
  canvas.beginPath()
  traceBlob(canvas, x + crown * 0.55, y + crown * 0.22, crown * 1.15, crown * 0.46, seed)
  canvas.fill()
  canvas.fillStyle = blend(colours.trunk, colours.wild[1], depth)
  canvas.beginPath()
  canvas.moveTo(x - crown * 0.16, y + crown * 0.16)
  canvas.quadraticCurveTo(x - crown * 0.09, y - crown * 0.3, x - crown * 0.12, y - crown * 0.7)
  canvas.lineTo(x + crown * 0.12, y - crown * 0.7)
  canvas.quadraticCurveTo(x + crown * 0.09, y - crown * 0.3, x + crown * 0.18, y + crown * 0.16)
  canvas.fill()
  const top = y - crown * 1.05
  canvas.fillStyle = deep
  canvas.beginPath()
  traceFoliage(canvas, x, top, crown, seed)
  traceFoliage(canvas, x - crown * 0.5, top + crown * 0.36, crown * 0.62, seed + 1)
  traceFoliage(canvas, x + crown * 0.5, top + crown * 0.36, crown * 0.6, seed + 2)
  canvas.fill()
  canvas.fillStyle = middle
  canvas.beginPath()
  traceFoliage(canvas, x - crown * 0.14, top - crown * 0.14, crown * 0.8, seed + 3)
  traceFoliage(canvas, x - crown * 0.5, top + crown * 0.28, crown * 0.42, seed + 4)
  canvas.fill()
  canvas.fillStyle = fade(light, 0.8)
  canvas.beginPath()
  traceFoliage(canvas, x - crown * 0.34, top - crown * 0.4, crown * 0.42, seed + 5)
  canvas.fill()
  canvas.beginPath()
  for (let leaf = 0; leaf < 16; leaf++) {
    const angle = chance() * 2 * Math.PI
    const reach = crown * Math.sqrt(chance()) * 0.95
    const leafX = x - crown * 0.1 + Math.cos(angle) * reach
    const leafY = top - crown * 0.08 + Math.sin(angle) * reach * 0.8
    canvas.moveTo(leafX + crown * 0.07, leafY)
    canvas.ellipse(leafX, leafY, crown * 0.075, crown * 0.045, angle, 0, 2 * Math.PI)
  }
  canvas.fillStyle = fade(light, 0.5)
  canvas.fill()
}
