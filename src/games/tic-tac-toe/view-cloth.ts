/** The checked cloths that the boards lie on. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import { tableColours } from './view-colours.ts'
import { halfCloth } from './view-layout.ts'

const tilt = [-0.014, 0.03, -0.035, 0.022, -0.02]

/** Paints the cloth of the board with this number around the origin; the middle one is always red. */
export function paintCloth(
  canvas: CanvasRenderingContext2D,
  { index, cell, isMain, mood }: { index: number; cell: number; isMain: boolean; mood: Mood },
): void {
  const { x, y } = halfCloth(cell)
  const look = isMain ? 0 : 1 + (index % 4)
  canvas.save()
  canvas.rotate(tilt[look] ?? 0)
  paintFabric(canvas, x, y, look, mood)
  canvas.restore()
}

function paintFabric(canvas: CanvasRenderingContext2D, x: number, y: number, look: number, mood: Mood): void {
  const { cloth, stripes, hem, shade } = tableColours[mood]
  const stripe = stripes[look] ?? stripes[0]
  canvas.save()
  canvas.translate(5, 8)
  canvas.fillStyle = shade
  traceCloth(canvas, x, y, look)
  canvas.fill()
  canvas.restore()

  canvas.fillStyle = cloth
  traceCloth(canvas, x, y, look)
  canvas.fill()
  canvas.save()
  canvas.clip()
  canvas.fillStyle = `rgb(${stripe} / ${mood === 'day' ? 0.3 : 0.36})`
  const wide = Math.max(11, Math.min(22, y / 13))
  for (let at = -Math.ceil(x / wide / 2) * 2; at * wide < x; at += 2)
    canvas.fillRect(at * wide, -y, wide, 2 * y)
  for (let at = -Math.ceil(y / wide / 2) * 2; at * wide < y; at += 2)
    canvas.fillRect(-x, at * wide, 2 * x, wide)
  // Two soft folds from lying in the basket.
  for (const [from, to] of [
    [-x * 0.34, -x * 0.3],
    [x * 0.36, x * 0.33],
  ] as const) {
    const fold = canvas.createLinearGradient(from - 16, 0, from + 18, 0)
    fold.addColorStop(0, 'rgb(255 255 255 / 0)')
    fold.addColorStop(0.45, `rgb(255 250 230 / ${mood === 'day' ? 0.34 : 0.1})`)
    fold.addColorStop(0.55, 'rgb(60 40 40 / 0.12)')
    fold.addColorStop(1, 'rgb(60 40 40 / 0)')
    canvas.fillStyle = fold
    canvas.save()
    canvas.transform(1, 0, (to - from) / (2 * y), 1, 0, 0)
    canvas.fillRect(from - 16, -y, 34, 2 * y)
    canvas.restore()
  }
  canvas.restore()
  canvas.strokeStyle = hem
  canvas.lineWidth = 3
  traceCloth(canvas, x - 6, y - 6, look)
  canvas.setLineDash([7, 5])
  canvas.stroke()
  canvas.setLineDash([])
}

/** A rectangle that lies on grass: its edges wave a little. */
function traceCloth(canvas: CanvasRenderingContext2D, x: number, y: number, seed: number): void {
  const random = randomStream(seed + 5)
  const corners = [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ] as const
  canvas.beginPath()
  for (const [i, [fromX, fromY]] of corners.entries()) {
    const [toX, toY] = corners[(i + 1) % 4] ?? [0, 0]
    if (i === 0) canvas.moveTo(fromX, fromY)
    for (let part = 1; part <= 3; part++) {
      const at = part / 3
      const bow = part === 3 ? 0 : (random() - 0.5) * 8
      const middle = (part - 0.5) / 3
      const out = (random() - 0.5) * 9
      canvas.quadraticCurveTo(
        fromX + (toX - fromX) * middle + (i % 2 ? out : 0),
        fromY + (toY - fromY) * middle + (i % 2 ? 0 : out),
        fromX + (toX - fromX) * at + (i % 2 ? bow : 0),
        fromY + (toY - fromY) * at + (i % 2 ? 0 : bow),
      )
    }
  }
  canvas.closePath()
}
