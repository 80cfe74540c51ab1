/** One character, wherever Romp shows one: body, feet and face, in the pose that its liveliness says. */

import type { Mood } from '../../games/view.ts'
import type { Colour, Shape } from '../../protocol/appearance.ts'
import { type BodyPaint, bodyPaint, bodyReach, paintBody } from './body.ts'
import { drawFace, type Expression } from './face.ts'
import type { Liveliness } from './liveliness.ts'

export interface Look {
  readonly shape: Shape
  readonly colour: Colour
  readonly mood: Mood
  readonly feeling: Expression['mood']
  /** Seconds. */
  readonly time: number
  readonly reducedMotion: boolean
}

/** Stamps of bodies; the sharpness is in pixels per world unit. */
export class Bodies {
  readonly #stamps = new Map<string, HTMLCanvasElement | null>()

  stamp(shape: Shape, colour: Colour, mood: Mood, pixels: number): HTMLCanvasElement | null {
    const size = Math.max(16, Math.ceil((pixels * bodyReach * 2) / 16) * 16)
    const key = `${shape} ${colour} ${mood} ${size}`
    const known = this.#stamps.get(key)
    if (known !== undefined) return known
    if (this.#stamps.size > 400) this.#stamps.clear()
    const stamp = paintStamp(shape, bodyPaint(colour, mood), size)
    this.#stamps.set(key, stamp)
    return stamp
  }
}

function paintStamp(shape: Shape, paint: BodyPaint, size: number): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const stamp = document.createElement('canvas')
  stamp.width = size
  stamp.height = size
  const canvas = stamp.getContext('2d')
  if (!canvas) return null
  canvas.translate(size / 2, size / 2)
  canvas.scale(size / 2 / bodyReach, size / 2 / bodyReach)
  paintBody(canvas, shape, paint)
  return stamp
}

/** Draws with the ground under the body's middle at the origin. `pixels` is how many make up one radius. */
export function drawCharacter(
  canvas: CanvasRenderingContext2D,
  bodies: Bodies,
  radius: number,
  life: Liveliness,
  look: Look,
  pixels: number,
): void {
  const paint = bodyPaint(look.colour, look.mood)
  const swing = look.reducedMotion ? 0 : life.pace
  const bob = Math.abs(Math.sin(life.stride)) * swing
  const breath = look.reducedMotion ? 0 : Math.sin(look.time * (2.4 - life.sleep * 1.1) + radius) * 0.016
  const flat = life.squash + life.sleep * 0.09 + breath * (1 + life.sleep) - bob * 0.05
  canvas.save()
  canvas.scale(radius, radius)
  drawFeet(canvas, life, paint, swing)
  canvas.translate(0, 0.62 - bob * 0.2)
  canvas.rotate(life.lean)
  canvas.scale(1 + flat * 0.7, 1 - flat)
  canvas.translate(0, -0.86)
  const stamp = bodies.stamp(look.shape, look.colour, look.mood, pixels)
  if (stamp) canvas.drawImage(stamp, -bodyReach, -bodyReach, bodyReach * 2, bodyReach * 2)
  else paintBody(canvas, look.shape, paint)
  const expression: Expression = {
    open: life.open,
    gazeX: life.gazeX,
    gazeY: life.gazeY,
    mood: life.sleep > 0.5 ? 'asleep' : look.feeling,
    time: look.time,
  }
  drawFace(canvas, look.shape, expression, isDark(look.colour))
  canvas.restore()
}

/** Bodies on which dark lines would be lost. */
function isDark(colour: Colour): boolean {
  return colour === 'coal' || colour === 'navy' || colour === 'moss' || colour === 'plum'
}

function drawFeet(canvas: CanvasRenderingContext2D, life: Liveliness, paint: BodyPaint, swing: number): void {
  canvas.fillStyle = paint.feet
  canvas.strokeStyle = paint.rim
  canvas.lineWidth = 0.11
  for (const side of [-1, 1]) {
    const step = Math.sin(life.stride + (side > 0 ? 0 : Math.PI)) * swing
    const x = side * 0.36 + Math.cos(life.stride) * side * swing * 0.04 + life.lean * 0.3
    canvas.beginPath()
    canvas.ellipse(x, 0.76 - Math.max(0, step) * 0.24, 0.26, 0.17, 0, 0, 2 * Math.PI)
    canvas.stroke()
    canvas.fill()
  }
}
