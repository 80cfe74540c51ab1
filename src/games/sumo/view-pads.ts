/** Lily pads beside the platform: whoever fell sits on one of them and watches. */

import type { Colours } from './view-colours.ts'
import { middle, type Sumo } from './world.ts'

export interface Pad {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Half of them on the left, half on the right, nearest to the eye first. */
const left = [
  [128, 470],
  [262, 584],
  [226, 350],
  [108, 640],
  [330, 716],
  [96, 318],
  [330, 226],
  [200, 770],
] as const

export const pads: readonly Pad[] = left.flatMap(([x, y], i) => [
  { x, y, radius: 56 - (i % 3) * 3 },
  { x: 2 * middle.x - x, y: y + (i % 2 ? 14 : -10), radius: 54 - (i % 2) * 3 },
])

/** Everyone has a pad of their own, by the order of seats. */
export function padsBySeat({ players }: Sumo): ReadonlyMap<number, Pad> {
  const found = new Map<number, Pad>()
  players.forEach((body, seat) => {
    const pad = pads[found.size % pads.length]
    if (body && !body.gone && pad) found.set(seat, pad)
  })
  return found
}

/** A round leaf with a notch, on its shadow. */
export function paintPad(
  canvas: CanvasRenderingContext2D,
  { x, y, radius }: Pad,
  notch: number,
  { pads: [leaf, dark, light], shade }: Colours,
): void {
  const flat = 0.72
  canvas.save()
  canvas.translate(x, y)
  canvas.scale(1, flat)
  const trace = (reach: number) => {
    canvas.beginPath()
    canvas.moveTo(0, 0)
    canvas.arc(0, 0, reach, notch + 0.2, notch + 2 * Math.PI - 0.2)
    canvas.closePath()
  }
  canvas.save()
  canvas.translate(3, 9)
  canvas.fillStyle = shade
  trace(radius * 1.03)
  canvas.fill()
  canvas.restore()
  canvas.fillStyle = dark
  trace(radius)
  canvas.fill()
  canvas.fillStyle = leaf
  trace(radius * 0.93)
  canvas.fill()
  canvas.strokeStyle = light
  canvas.globalAlpha = 0.55
  canvas.lineWidth = Math.max(1, radius * 0.035)
  canvas.lineCap = 'round'
  canvas.beginPath()
  for (let vein = 1; vein < 9; vein++) {
    const angle = notch + (vein / 9) * 2 * Math.PI
    canvas.moveTo(Math.cos(angle) * radius * 0.12, Math.sin(angle) * radius * 0.12)
    canvas.lineTo(Math.cos(angle) * radius * 0.78, Math.sin(angle) * radius * 0.78)
  }
  canvas.stroke()
  canvas.globalAlpha = 0.35
  canvas.fillStyle = light
  canvas.beginPath()
  canvas.ellipse(-radius * 0.3, -radius * 0.38, radius * 0.4, radius * 0.26, -0.4, 0, 2 * Math.PI)
  canvas.fill()
  canvas.restore()
}
