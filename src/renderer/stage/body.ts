/** A character's body as a picture that is painted once and then only stamped: shape, colour, shade and grain. */

import type { Mood } from '../../games/view.ts'
import type { Colour, Shape } from '../../protocol/appearance.ts'
import { blend, fade, playerColours } from './palette.ts'
import { seeded } from './seeded.ts'
import { facePlaces, traceBody } from './silhouette.ts'

/** How far the rim reaches beyond the outline, in body radii, with a little air. */
export const rimReach = 0.14

export interface BodyPaint {
  readonly fill: string
  readonly shade: string
  readonly light: string
  readonly rim: string
  readonly feet: string
}

const paints = new Map<string, BodyPaint>()

export function bodyPaint(colour: Colour, mood: Mood): BodyPaint {
  const key = `${mood} ${colour}`
  let paint = paints.get(key)
  if (!paint) {
    const fill = playerColours[mood][colour]
    const night = mood === 'dusk'
    paint = {
      fill,
      shade: blend(fill, night ? '#1c1440' : '#4a1f3d', night ? 0.34 : 0.24),
      light: blend(fill, night ? '#ffd9a0' : '#fffbe0', night ? 0.3 : 0.42),
      rim: night ? '#fff0d2' : '#fffaec',
      feet: blend(fill, night ? '#120c2a' : '#35161f', 0.48),
    }
    paints.set(key, paint)
  }
  return paint
}

/** Paints a body of radius 1 around the origin. */
export function paintBody(canvas: CanvasRenderingContext2D, shape: Shape, paint: BodyPaint): void {
  canvas.save()
  canvas.lineJoin = 'round'
  canvas.beginPath()
  traceBody(canvas, shape, 1)
  canvas.strokeStyle = paint.rim
  canvas.lineWidth = 0.2
  canvas.stroke()
  canvas.fillStyle = paint.fill
  canvas.fill()
  canvas.clip()
  paintShade(canvas, shape, paint)
  if (shape === 'flower') paintHeart(canvas, paint)
  canvas.restore()
}

function paintShade(canvas: CanvasRenderingContext2D, shape: Shape, paint: BodyPaint): void {
  // What the evening sun does not reach: the body less itself, moved towards the light.
  canvas.save()
  canvas.fillStyle = fade(paint.shade, 0.75)
  canvas.beginPath()
  canvas.rect(-2, -2, 4, 4)
  canvas.translate(-0.15, -0.2)
  traceBody(canvas, shape, 1.02)
  canvas.fill('evenodd')
  canvas.restore()

  canvas.fillStyle = fade(paint.light, 0.7)
  canvas.beginPath()
  canvas.ellipse(-0.42, -0.52, 0.26, 0.15, -0.7, 0, 2 * Math.PI)
  canvas.fill()
  canvas.beginPath()
  canvas.ellipse(-0.66, -0.2, 0.08, 0.1, 0.2, 0, 2 * Math.PI)
  canvas.fill()

  const chance = seeded(shape.length * 77)
  for (let i = 0; i < 46; i++) {
    canvas.fillStyle = fade(i % 2 ? paint.shade : paint.light, 0.22)
    canvas.beginPath()
    canvas.arc(chance() * 2.4 - 1.2, chance() * 2.4 - 1.3, 0.015 + chance() * 0.02, 0, 2 * Math.PI)
    canvas.fill()
  }
}

/** A flower's middle, so that its petals read as petals. */
function paintHeart(canvas: CanvasRenderingContext2D, paint: BodyPaint): void {
  canvas.fillStyle = fade(paint.light, 0.5)
  canvas.beginPath()
  canvas.ellipse(0, facePlaces.flower.y + 0.06, 0.62, 0.6, 0, 0, 2 * Math.PI)
  canvas.fill()
}
