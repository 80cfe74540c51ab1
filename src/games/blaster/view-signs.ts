/** Signs beside players: one's own berries and whether one can roll, and how often everyone has hit. */

import type { Painter } from '../view.ts'
import type { Pictures } from '../view-pictures.ts'
import { paintBerry } from './view-berries.ts'
import { gardenColours } from './view-colours.ts'
import { bodyRadius, type Fighter, fullStore, refillTicks } from './world.ts'

const berryBox = { left: -14, top: -14, width: 28, height: 28 }

/** One's own three berries at one's back, the next of them growing; and a leaf once one can roll again. */
export function drawStore(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  fighter: Fighter,
  colour: string,
  { mood }: Painter,
): void {
  const { x, y, store, refill, rest } = fighter
  const { rim, leaf, light } = gardenColours[mood]
  for (let i = 0; i < fullStore; i++) {
    const [atX, atY] = [x - 46, y + 22 - i * 17]
    canvas.fillStyle = rim
    canvas.globalAlpha = 0.35
    canvas.beginPath()
    canvas.arc(atX, atY, 5.5, 0, 2 * Math.PI)
    canvas.fill()
    canvas.globalAlpha = 1
    const grown = i < store ? 1 : i === store ? 0.25 + 0.6 * (1 - refill / refillTicks) : 0
    if (grown === 0) continue
    if (i >= store) canvas.globalAlpha = 0.6
    pictures.put(canvas, `berry ${colour}`, berryBox, (it) => paintBerry(it, colour, rim, leaf, light), {
      x: atX,
      y: atY,
      wide: grown * 0.82,
    })
    canvas.globalAlpha = 1
  }
  canvas.save()
  canvas.translate(x + 45, y + 4)
  canvas.globalAlpha = rest > 0 ? 0.3 : 1
  canvas.beginPath()
  canvas.moveTo(-7, 6)
  canvas.quadraticCurveTo(-8, -8, 8, -8)
  canvas.quadraticCurveTo(9, 7, -7, 6)
  canvas.strokeStyle = light
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = leaf
  canvas.fill()
  canvas.restore()
}

/** How often somebody has hit, and whether nobody did so more often. */
export function drawHits(
  canvas: CanvasRenderingContext2D,
  { x, y, score }: Fighter,
  isBest: boolean,
  paint: Painter,
): void {
  const { badge, best, light } = gardenColours[paint.mood]
  const [atX, atY] = [x + bodyRadius * 1.05, y - bodyRadius * 0.95]
  canvas.beginPath()
  canvas.arc(atX, atY, score > 9 ? 12.5 : 11, 0, 2 * Math.PI)
  canvas.strokeStyle = light
  canvas.lineWidth = 3.2
  canvas.stroke()
  canvas.fillStyle = isBest ? best : badge
  canvas.fill()
  paint.write(String(score), atX, atY + 0.5, { size: 16, ink: '#fff8e6' })
}
