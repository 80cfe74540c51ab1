/** One character, wherever Romp shows one: body, feet and face, in the pose that its liveliness says. */

import type { Mood } from '../../games/view.ts'
import type { Colour, Shape } from '../../protocol/appearance.ts'
import { type BodyPaint, bodyPaint, paintBody, rimReach } from './body.ts'
import { drawCrown } from './crown.ts'
import { addEllipse, drawFace, type Expression } from './face.ts'
import type { Liveliness } from './liveliness.ts'
import { boundsOf } from './silhouette.ts'

export interface Look {
  readonly shape: Shape
  readonly colour: Colour
  readonly mood: Mood
  readonly feeling: Expression['mood']
  /** Seconds. */
  readonly time: number
  readonly reducedMotion: boolean
  /** Whether it wears one. */
  readonly crown?: boolean
}

/** A body as a picture, and where on a body of radius 1 it lies. */
interface BodyStamp {
  readonly image: HTMLCanvasElement
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Stamps of bodies; the sharpness is in pixels per radius. */
export class Bodies {
  readonly #stamps = new Map<string, BodyStamp | null>()

  stamp(shape: Shape, colour: Colour, mood: Mood, pixels: number): BodyStamp | null {
    const sharp = Math.max(4, Math.ceil(pixels / 4) * 4)
    const key = `${shape} ${colour} ${mood} ${sharp}`
    const known = this.#stamps.get(key)
    if (known !== undefined) return known
    if (this.#stamps.size > 400) this.#stamps.clear()
    const stamp = paintStamp(shape, bodyPaint(colour, mood), sharp)
    this.#stamps.set(key, stamp)
    return stamp
  }
}

/** No larger than the body: what is empty costs as much to draw as what is not. */
function paintStamp(shape: Shape, paint: BodyPaint, pixels: number): BodyStamp | null {
  if (typeof document === 'undefined') return null
  const bounds = boundsOf(shape)
  const image = document.createElement('canvas')
  image.width = Math.ceil((bounds.right - bounds.left + 2 * rimReach) * pixels)
  image.height = Math.ceil((bounds.bottom - bounds.top + 2 * rimReach) * pixels)
  const canvas = image.getContext('2d')
  if (!canvas) return null
  const [left, top] = [bounds.left - rimReach, bounds.top - rimReach]
  canvas.scale(pixels, pixels)
  canvas.translate(-left, -top)
  paintBody(canvas, shape, paint)
  return { image, left, top, width: image.width / pixels, height: image.height / pixels }
}

/** A lean that nobody sees, in radians. */
const upright = 0.015

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
  // Upright pictures are drawn in half the time.
  if (Math.abs(life.lean) > upright) canvas.rotate(life.lean)
  canvas.scale(1 + flat * 0.7, 1 - flat)
  canvas.translate(0, -0.86)
  const stamp = bodies.stamp(look.shape, look.colour, look.mood, pixels)
  if (stamp) canvas.drawImage(stamp.image, stamp.left, stamp.top, stamp.width, stamp.height)
  else paintBody(canvas, look.shape, paint)
  const expression: Expression = {
    open: life.open,
    gazeX: life.gazeX,
    gazeY: life.gazeY,
    mood: life.sleep > 0.5 ? 'asleep' : look.feeling,
    time: look.time,
  }
  drawFace(canvas, look.shape, expression, isDark(look.colour))
  if (look.crown) drawCrown(canvas, look.shape)
  canvas.restore()
}

/** Bodies on which dark lines would be lost. */
function isDark(colour: Colour): boolean {
  return colour === 'coal' || colour === 'navy' || colour === 'moss' || colour === 'plum'
}

/** How far the rim reaches beyond what it surrounds. */
const footRim = 0.055

function drawFeet(canvas: CanvasRenderingContext2D, life: Liveliness, paint: BodyPaint, swing: number): void {
  const feet = [-1, 1].map((side) => ({
    x: side * 0.36 + Math.cos(life.stride) * side * swing * 0.04 + life.lean * 0.3,
    y: 0.76 - Math.max(0, Math.sin(life.stride + (side > 0 ? 0 : Math.PI)) * swing) * 0.24,
  }))
  for (const [colour, more] of [
    [paint.rim, footRim],
    [paint.feet, 0],
  ] as const) {
    canvas.fillStyle = colour
    canvas.beginPath()
    for (const { x, y } of feet) addEllipse(canvas, x, y, 0.26 + more, 0.17 + more)
    canvas.fill()
  }
}
