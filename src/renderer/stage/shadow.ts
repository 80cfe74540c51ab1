/** Soft shadows where things touch the ground. */

import type { Mood } from '../../games/view.ts'

const stamps = new Map<Mood, HTMLCanvasElement | null>()
const side = 128

/** In the afternoon the shadow lies long, away from the sun; at dusk it gathers below. */
export function drawContactShadow(
  canvas: CanvasRenderingContext2D,
  mood: Mood,
  x: number,
  y: number,
  radius: number,
  strength: number,
): void {
  const stamp = stampOf(mood)
  if (!stamp) return
  const alpha = canvas.globalAlpha
  if (mood === 'day') {
    canvas.globalAlpha = alpha * strength * 0.5
    canvas.drawImage(stamp, x - radius * 0.75, y - radius * 0.34, radius * 3.1, radius * 1.15)
  }
  canvas.globalAlpha = alpha * strength
  canvas.drawImage(stamp, x - radius * 1.25, y - radius * 0.52, radius * 2.5, radius * 1.2)
  canvas.globalAlpha = alpha
}

function stampOf(mood: Mood): HTMLCanvasElement | null {
  const known = stamps.get(mood)
  if (known !== undefined) return known
  const stamp = paintStamp(mood === 'day' ? '44 50 38' : '10 10 36')
  stamps.set(mood, stamp)
  return stamp
}

function paintStamp(colour: string): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const stamp = document.createElement('canvas')
  stamp.width = side
  stamp.height = side
  const canvas = stamp.getContext('2d')
  if (!canvas) return null
  const soft = canvas.createRadialGradient(side / 2, side / 2, 0, side / 2, side / 2, side / 2)
  soft.addColorStop(0, `rgb(${colour} / 0.5)`)
  soft.addColorStop(0.55, `rgb(${colour} / 0.36)`)
  soft.addColorStop(0.8, `rgb(${colour} / 0.12)`)
  soft.addColorStop(1, `rgb(${colour} / 0)`)
  canvas.fillStyle = soft
  canvas.fillRect(0, 0, side, side)
  return stamp
}
