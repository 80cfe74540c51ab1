/** A character's face: two eyes that look and blink, and a small mouth. */

import type { Shape } from '../../protocol/appearance.ts'
import { facePlaces } from './silhouette.ts'

export interface Expression {
  /** 1 is wide open, 0 shut. */
  readonly open: number
  /** Where the eyes look, −1 to 1 on both axes. */
  readonly gazeX: number
  readonly gazeY: number
  readonly mood: 'calm' | 'talking' | 'laughing' | 'amazed' | 'loving' | 'asleep'
  /** Seconds; makes a talking mouth move. */
  readonly time: number
}

const dark = '#2b1c22'
const white = '#fffdf6'
const blush = 'rgb(255 110 90 / 0.28)'

/** Draws the face of a body of radius 1 around the origin. `dark` bodies get light lines. */
export function drawFace(
  canvas: CanvasRenderingContext2D,
  shape: Shape,
  expression: Expression,
  onDark: boolean,
): void {
  const { y, apart } = facePlaces[shape]
  const shift = expression.gazeX * 0.07
  const drop = y + expression.gazeY * 0.05
  canvas.lineCap = 'round'
  drawBlush(canvas, shift, drop, apart)
  const lines = onDark ? white : dark
  const eyes = [shift - apart, shift + apart]
  if (expression.mood === 'laughing') for (const x of eyes) drawSqueezed(canvas, x, drop, lines)
  else if (expression.mood === 'loving') for (const x of eyes) drawHeartEye(canvas, x, drop)
  else if (expression.open < 0.15) for (const x of eyes) drawLid(canvas, x, drop, lines)
  else drawEyes(canvas, eyes, drop, expression)
  drawMouth(canvas, shift, drop + 0.33, expression, lines)
}

/** Both at once: two eyes are painted in the time of one. */
function drawEyes(
  canvas: CanvasRenderingContext2D,
  eyes: readonly number[],
  y: number,
  expression: Expression,
): void {
  const wide = expression.mood === 'amazed' ? 1.3 : 1
  const height = 0.265 * Math.min(1, expression.open) * wide
  // An outline is a larger shape below: stroking costs more than filling twice.
  for (const [colour, more] of [
    [dark, 0.0225],
    [white, -0.0225],
  ] as const) {
    canvas.fillStyle = colour
    canvas.beginPath()
    for (const x of eyes) addEllipse(canvas, x, y, 0.205 * wide + more, height + more)
    canvas.fill()
  }
  const pupil = expression.mood === 'amazed' ? 0.08 : 0.122
  const pupilY = y + expression.gazeY * 0.11 * Math.min(1, expression.open)
  canvas.fillStyle = dark
  canvas.beginPath()
  for (const x of eyes) {
    addEllipse(canvas, x + expression.gazeX * 0.085, pupilY, pupil, Math.min(pupil * 1.15, height))
  }
  canvas.fill()
  if (height < 0.12) return
  canvas.fillStyle = white
  canvas.beginPath()
  for (const x of eyes) addEllipse(canvas, x + expression.gazeX * 0.085 - 0.035, pupilY - 0.05, 0.042, 0.042)
  canvas.fill()
}

/** An ellipse of its own within a path of several. */
export function addEllipse(canvas: CanvasPath, x: number, y: number, radiusX: number, radiusY: number): void {
  canvas.moveTo(x + radiusX, y)
  canvas.ellipse(x, y, radiusX, radiusY, 0, 0, 2 * Math.PI)
}

function drawLid(canvas: CanvasRenderingContext2D, x: number, y: number, lines: string): void {
  canvas.strokeStyle = lines
  canvas.lineWidth = 0.075
  canvas.beginPath()
  canvas.arc(x, y - 0.04, 0.15, 0.2 * Math.PI, 0.8 * Math.PI)
  canvas.stroke()
}

function drawSqueezed(canvas: CanvasRenderingContext2D, x: number, y: number, lines: string): void {
  canvas.strokeStyle = lines
  canvas.lineWidth = 0.08
  canvas.beginPath()
  canvas.arc(x, y + 0.09, 0.16, 1.15 * Math.PI, 1.85 * Math.PI)
  canvas.stroke()
}

function drawHeartEye(canvas: CanvasRenderingContext2D, x: number, y: number): void {
  canvas.fillStyle = '#e8364f'
  canvas.strokeStyle = white
  canvas.lineWidth = 0.05
  canvas.beginPath()
  traceHeart(canvas, x, y, 0.21)
  canvas.stroke()
  canvas.fill()
}

/** A heart about as wide and high as twice its radius. */
export function traceHeart(canvas: CanvasPath, x: number, y: number, radius: number): void {
  canvas.moveTo(x, y + radius * 0.95)
  canvas.bezierCurveTo(
    x - radius * 1.7,
    y - radius * 0.1,
    x - radius * 0.75,
    y - radius * 1.35,
    x,
    y - radius * 0.4,
  )
  canvas.bezierCurveTo(
    x + radius * 0.75,
    y - radius * 1.35,
    x + radius * 1.7,
    y - radius * 0.1,
    x,
    y + radius * 0.95,
  )
  canvas.closePath()
}

function drawMouth(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  { mood, time }: Expression,
  lines: string,
): void {
  const open = mood === 'talking' ? 0.04 + 0.07 * Math.abs(Math.sin(time * 14)) : mood === 'amazed' ? 0.13 : 0
  if (open > 0 || mood === 'laughing') {
    canvas.fillStyle = '#5b1f2a'
    canvas.strokeStyle = lines
    canvas.lineWidth = 0.04
    canvas.beginPath()
    if (mood === 'laughing') {
      canvas.arc(x, y - 0.05, 0.2, 0, Math.PI)
      canvas.closePath()
    } else canvas.ellipse(x, y + 0.02, mood === 'amazed' ? 0.1 : 0.11, open, 0, 0, 2 * Math.PI)
    canvas.fill()
    canvas.stroke()
    return
  }
  canvas.strokeStyle = lines
  canvas.lineWidth = 0.06
  canvas.beginPath()
  if (mood === 'asleep') canvas.ellipse(x, y + 0.02, 0.05, 0.04, 0, 0, 2 * Math.PI)
  else canvas.arc(x, y - 0.1, 0.13, 0.22 * Math.PI, 0.78 * Math.PI)
  canvas.stroke()
}

function drawBlush(canvas: CanvasRenderingContext2D, x: number, y: number, apart: number): void {
  canvas.fillStyle = blush
  canvas.beginPath()
  for (const side of [-1, 1]) addEllipse(canvas, x + side * (apart + 0.17), y + 0.27, 0.13, 0.085)
  canvas.fill()
}
