/** Soft shadows where things touch the ground. */

import type { Mood } from '../../games/view.ts'
import { putSharp } from '../../games/view-pictures.ts'

const softSide = 128
const stampsKept = 64

/** Where a shadow of radius 1 lies around the place that casts it. */
const box = { left: -1.25, top: -0.52, width: 3.6, height: 1.34 }

const softs = new Map<Mood, HTMLCanvasElement | null>()
const stamps = new Map<string, HTMLCanvasElement | null>()

/** In the afternoon the shadow lies long, away from the sun; at dusk it gathers below. */
export function drawContactShadow(
  canvas: CanvasRenderingContext2D,
  mood: Mood,
  x: number,
  y: number,
  radius: number,
  strength: number,
): void {
  const stamp = stampOf(mood, radius * canvas.getTransform().a)
  if (!stamp) return
  const alpha = canvas.globalAlpha
  canvas.globalAlpha = alpha * strength
  putSharp(canvas, stamp, {
    left: x + box.left * radius,
    top: y + box.top * radius,
    width: box.width * radius,
    height: box.height * radius,
  })
  canvas.globalAlpha = alpha
}

/** As large as it is drawn, so that it only needs to be copied. */
function stampOf(mood: Mood, pixels: number): HTMLCanvasElement | null {
  const key = `${mood} ${pixels.toFixed(1)}`
  const known = stamps.get(key)
  if (known !== undefined) return known
  if (stamps.size > stampsKept) stamps.clear()
  const stamp = paintStamp(mood, pixels)
  stamps.set(key, stamp)
  return stamp
}

function paintStamp(mood: Mood, pixels: number): HTMLCanvasElement | null {
  const soft = softOf(mood)
  if (!soft) return null
  const stamp = document.createElement('canvas')
  stamp.width = Math.max(1, Math.round(box.width * pixels))
  stamp.height = Math.max(1, Math.round(box.height * pixels))
  const canvas = stamp.getContext('2d')
  if (!canvas) return null
  canvas.scale(stamp.width / box.width, stamp.height / box.height)
  canvas.translate(-box.left, -box.top)
  if (mood === 'day') {
    canvas.globalAlpha = 0.5
    canvas.drawImage(soft, -0.75, -0.34, 3.1, 1.15)
  }
  canvas.globalAlpha = 1
  canvas.drawImage(soft, -1.25, -0.52, 2.5, 1.2)
  return stamp
}

function softOf(mood: Mood): HTMLCanvasElement | null {
  const known = softs.get(mood)
  if (known !== undefined) return known
  const soft = paintSoft(mood === 'day' ? '44 50 38' : '10 10 36')
  softs.set(mood, soft)
  return soft
}

function paintSoft(colour: string): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const soft = document.createElement('canvas')
  soft.width = softSide
  soft.height = softSide
  const canvas = soft.getContext('2d')
  if (!canvas) return null
  const middle = softSide / 2
  const fall = canvas.createRadialGradient(middle, middle, 0, middle, middle, middle)
  fall.addColorStop(0, `rgb(${colour} / 0.5)`)
  fall.addColorStop(0.55, `rgb(${colour} / 0.36)`)
  fall.addColorStop(0.8, `rgb(${colour} / 0.12)`)
  fall.addColorStop(1, `rgb(${colour} / 0)`)
  canvas.fillStyle = fall
  canvas.fillRect(0, 0, softSide, softSide)
  return soft
}
