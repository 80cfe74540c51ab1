/** Strokes that the whole ground is painted with: blobs with uneven edges, leaves, blades and flowers. */

import { traceSmooth } from '../../games/view-brush.ts'
import { seeded } from './seeded.ts'

/** A round thing that nobody drew with compasses. `unevenness` is the share of the radius that it wavers by. */
export function traceBlob(
  canvas: CanvasPath,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  seed: number,
  unevenness = 0.14,
): void {
  const chance = seeded(seed)
  const corners = 9
  const first = chance() * Math.PI
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = first + ((i + (chance() - 0.5) * 0.5) / corners) * 2 * Math.PI
    const reach = 1 + (chance() - 0.5) * 2 * unevenness
    return [x + Math.cos(angle) * radiusX * reach, y + Math.sin(angle) * radiusY * reach] as const
  })
  traceSmooth(canvas, points)
}

/** The lobed outline of foliage. */
export function traceFoliage(canvas: CanvasPath, x: number, y: number, radius: number, seed: number): void {
  const chance = seeded(seed)
  const lobes = 8 + Math.floor(chance() * 3)
  const first = chance() * Math.PI
  for (let i = 0; i < lobes; i++) {
    const angle = first + (i / lobes) * 2 * Math.PI
    const reach = radius * (0.7 + chance() * 0.1)
    const lobe = radius * (0.34 + chance() * 0.1)
    const lobeX = x + Math.cos(angle) * reach
    const lobeY = y + Math.sin(angle) * reach * 0.92
    canvas.moveTo(lobeX + lobe, lobeY)
    canvas.arc(lobeX, lobeY, lobe, 0, 2 * Math.PI)
  }
  canvas.moveTo(x + radius * 0.8, y)
  canvas.ellipse(x, y, radius * 0.8, radius * 0.75, 0, 0, 2 * Math.PI)
}

/** Two or three short blades that lean apart; many of them go into one path. */
export function traceBlades(
  canvas: CanvasPath,
  x: number,
  y: number,
  size: number,
  chance: () => number,
): void {
  const lean = (chance() - 0.5) * size * 0.7
  canvas.moveTo(x - size * 0.22, y)
  canvas.quadraticCurveTo(x - size * 0.2, y - size * 0.5, x - size * 0.5 + lean, y - size * 0.9)
  canvas.moveTo(x, y)
  canvas.quadraticCurveTo(x, y - size * 0.6, x + lean * 0.6, y - size * 1.25)
  canvas.moveTo(x + size * 0.22, y)
  canvas.quadraticCurveTo(x + size * 0.2, y - size * 0.5, x + size * 0.5 + lean, y - size * 0.8)
}

export function paintDaisy(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  petals: string,
  heart: string,
): void {
  canvas.fillStyle = petals
  canvas.beginPath()
  for (let petal = 0; petal < 6; petal++) {
    const angle = (petal / 6) * 2 * Math.PI + x
    const petalX = x + Math.cos(angle) * radius * 0.62
    const petalY = y + Math.sin(angle) * radius * 0.55
    canvas.moveTo(petalX + radius * 0.42, petalY)
    canvas.ellipse(petalX, petalY, radius * 0.44, radius * 0.36, angle, 0, 2 * Math.PI)
  }
  canvas.fill()
  canvas.fillStyle = heart
  canvas.beginPath()
  canvas.ellipse(x, y, radius * 0.36, radius * 0.32, 0, 0, 2 * Math.PI)
  canvas.fill()
}

export function paintMushroom(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  cap: string,
  stem: string,
): void {
  canvas.fillStyle = 'rgb(20 24 30 / 0.25)'
  canvas.beginPath()
  canvas.ellipse(x + size * 0.25, y, size * 0.7, size * 0.26, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = stem
  canvas.beginPath()
  canvas.roundRect(x - size * 0.2, y - size * 0.7, size * 0.4, size * 0.75, size * 0.18)
  canvas.fill()
  canvas.fillStyle = cap
  canvas.beginPath()
  canvas.ellipse(x, y - size * 0.65, size * 0.68, size * 0.55, 0, Math.PI, 2 * Math.PI)
  canvas.quadraticCurveTo(x, y - size * 0.42, x - size * 0.68, y - size * 0.65)
  canvas.fill()
  canvas.fillStyle = 'rgb(255 250 235 / 0.9)'
  canvas.beginPath()
  canvas.arc(x - size * 0.25, y - size * 0.86, size * 0.11, 0, 2 * Math.PI)
  canvas.arc(x + size * 0.22, y - size * 0.95, size * 0.09, 0, 2 * Math.PI)
  canvas.arc(x + size * 0.4, y - size * 0.74, size * 0.07, 0, 2 * Math.PI)
  canvas.fill()
}
