/** Worn earth: the clearing around the pond, paths to every base, and the places of the bases. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import { type Land, type Place, pond } from './land.ts'
import { type LandColours, landColours } from './view-colours.ts'
import { paintBridge, paintPond, paintStone } from './view-pond.ts'

/** How far the clearing reaches from the middle, and a path to either side, in units; light from a base, in its radii. */
export const earthReach = 390
export const pathReach = 80
export const lightReach = 2.1

export function paintEarth(canvas: CanvasRenderingContext2D, land: Land, mood: Mood): void {
  const colours = landColours[mood]
  const { x, y } = land.middle
  canvas.lineJoin = 'round'
  canvas.lineCap = 'round'
  for (const [far, seed] of [
    [318, 11],
    [272, 12],
    [232, 13],
  ] as const) {
    canvas.globalAlpha = mood === 'day' ? 0.42 : 0.34
    fillBlob(canvas, colours.earth, x, y, far * 1.12, far * 0.98, seed, 0.07)
  }
  canvas.globalAlpha = 1
  for (const base of land.bases) paintPath(canvas, land, base, colours)
  for (const base of land.bases) paintPlot(canvas, base, land.baseRadius, colours)
  paintPebbles(canvas, land, colours)
  paintPond(canvas, land, colours)
  for (const way of land.bridges) paintBridge(canvas, land.middle, Math.atan2(way.y, way.x), colours)
  if (mood === 'day') return
  paintLight(canvas, land.middle, 250, 0.3)
  for (const base of land.bases) paintLight(canvas, base, land.baseRadius * lightReach, 0.26)
}

/** Trodden by many feet, never straight. */
function paintPath(
  canvas: CanvasRenderingContext2D,
  { middle, baseRadius }: Land,
  base: Place,
  colours: LandColours,
): void {
  const dx = base.x - middle.x
  const dy = base.y - middle.y
  const far = Math.hypot(dx, dy)
  const chance = randomStream(Math.round(base.x * 3 + base.y))
  canvas.fillStyle = colours.earth
  for (let along = pond.outer + 6; along < far; along += 17) {
    const bow = Math.sin((along / far) * Math.PI * 2) * 14
    const x = middle.x + (dx / far) * along - (dy / far) * bow
    const y = middle.y + (dy / far) * along + (dx / far) * bow
    canvas.globalAlpha = 0.26
    fillBlob(canvas, colours.earth, x, y, 34 + chance() * 14, 26 + chance() * 10, along + base.x, 0.2)
  }
  canvas.globalAlpha = 0.3
  fillBlob(canvas, colours.earth, base.x, base.y, baseRadius * 1.5, baseRadius * 1.36, base.x + 5, 0.1)
  canvas.globalAlpha = 1
}

/** A ring of stones says how far home reaches. */
function paintPlot(
  canvas: CanvasRenderingContext2D,
  base: Place,
  radius: number,
  colours: LandColours,
): void {
  canvas.globalAlpha = 0.8
  fillBlob(canvas, colours.earth, base.x, base.y, radius, radius * 0.98, base.x * 3 + 1, 0.05)
  canvas.globalAlpha = 0.5
  fillBlob(canvas, colours.sand, base.x - 4, base.y - 5, radius * 0.78, radius * 0.72, base.x + 9, 0.1)
  canvas.globalAlpha = 1
  const stones = Math.round(radius / 2.9)
  const chance = randomStream(Math.round(base.x + base.y * 7))
  for (let i = 0; i < stones; i++) {
    const angle = (i / stones) * 2 * Math.PI
    const x = base.x + Math.cos(angle) * radius
    const y = base.y + Math.sin(angle) * radius
    paintStone(canvas, x, y, 5 + chance() * 3, i, colours)
  }
}

/** Pebbles, and specks of what everyone is here for. */
function paintPebbles(canvas: CanvasRenderingContext2D, { middle }: Land, colours: LandColours): void {
  const chance = randomStream(404)
  for (let i = 0; i < 130; i++) {
    const angle = chance() * 2 * Math.PI
    const far = pond.outer + 18 + chance() * 130
    const x = middle.x + Math.cos(angle) * far * 1.08
    const y = middle.y + Math.sin(angle) * far * 0.94
    const isGold = i % 4 === 0
    canvas.globalAlpha = isGold ? 0.9 : 0.6
    const size = isGold ? 1.2 + chance() : 2 + chance() * 3
    fillBlob(canvas, isGold ? colours.gold[2] : colours.earthDark, x, y, size, size * 0.7, i)
  }
  canvas.globalAlpha = 1
}

/** At dusk lanterns light the mine and every home. */
function paintLight(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  reach: number,
  strength: number,
): void {
  canvas.save()
  canvas.globalCompositeOperation = 'lighter'
  canvas.translate(x, y)
  canvas.scale(1, 0.85)
  const glow = canvas.createRadialGradient(0, 0, 0, 0, 0, reach)
  glow.addColorStop(0, `rgb(255 180 88 / ${strength})`)
  glow.addColorStop(0.4, `rgb(244 146 72 / ${strength * 0.5})`)
  glow.addColorStop(1, 'rgb(220 110 70 / 0)')
  canvas.fillStyle = glow
  canvas.fillRect(-reach, -reach, reach * 2, reach * 2)
  canvas.restore()
}
