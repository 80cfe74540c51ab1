/** The pictures of the hands: things from the garden, painted by hand, legible when they are small. */

import { paintPicture } from '../view-pictures.ts'
import { hedgehog, snail } from './view-hands-animals.ts'
import { flower, paper, rock, scissors, water } from './view-hands-things.ts'

type Canvas = CanvasRenderingContext2D

/** By pick: each paints a picture that reaches from −1 to 1. */
const painters: readonly ((canvas: Canvas) => void)[] = [
  rock,
  paper,
  scissors,
  water,
  flower,
  snail,
  hedgehog,
]

const box = { left: -1.1, top: -1.1, width: 2.2, height: 2.2 }

/** Draws the picture of a pick, 1 to 7, in a box of `size` around a place. */
export function drawHand(canvas: Canvas, pick: number, x: number, y: number, size: number): void {
  const stamp = stampOf(pick, size * Math.abs(canvas.getTransform().a))
  if (stamp) canvas.drawImage(stamp, x - size / 2, y - size / 2, size, size)
}

const stamps = new Map<string, HTMLCanvasElement | null>()

/** Painted once for about each size in pixels, then stamped. */
function stampOf(pick: number, pixels: number): HTMLCanvasElement | null {
  const side = Math.max(8, Math.ceil(pixels / 8) * 8)
  const key = `${pick} ${side}`
  const known = stamps.get(key)
  if (known !== undefined) return known
  if (stamps.size > 150) stamps.clear()
  const stamp = paintStamp(pick, side)
  stamps.set(key, stamp)
  return stamp
}

function paintStamp(pick: number, side: number): HTMLCanvasElement | null {
  const paint = painters[pick - 1]
  if (!paint) return null
  return paintPicture(box, side / box.width, (canvas) => {
    canvas.lineJoin = 'round'
    canvas.lineCap = 'round'
    paint(canvas)
  })
}
