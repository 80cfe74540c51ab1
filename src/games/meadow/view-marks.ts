/** Small marks of the meadow: where a walk leads, the swing of a kick, and which way the ball is. */

import type { Place } from '../steering.ts'
import type { Painter } from '../view.ts'
import { boxSeen } from '../view-seen.ts'
import { type Ball, type Body, ballRadius, bodyRadius, kickReach, kickTicks } from './world.ts'

/** A small flag in a ring, in the walker's own colour. */
export function drawGoal(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  colour: string,
  time: number,
  { mood, reducedMotion }: Painter,
): void {
  const beat = reducedMotion ? 0 : Math.sin(time * 6)
  canvas.save()
  canvas.translate(x, y + bodyRadius * 0.6)
  canvas.strokeStyle = mood === 'day' ? 'rgb(255 251 232 / 0.9)' : 'rgb(255 226 166 / 0.9)'
  canvas.lineWidth = 3
  canvas.beginPath()
  canvas.ellipse(0, 0, 15 + beat * 1.6, 7.5 + beat * 0.8, 0, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.lineCap = 'round'
  canvas.strokeStyle = mood === 'day' ? '#6b4a2c' : '#c9a27a'
  canvas.beginPath()
  canvas.moveTo(0, 0)
  canvas.lineTo(0, -33)
  canvas.stroke()
  canvas.beginPath()
  canvas.moveTo(1, -33)
  canvas.quadraticCurveTo(10, -35 + beat * 2, 21, -27 + beat * 2)
  canvas.quadraticCurveTo(10, -23 + beat, 1, -18)
  canvas.closePath()
  canvas.strokeStyle = '#fffaf0'
  canvas.lineWidth = 2.5
  canvas.stroke()
  canvas.fillStyle = colour
  canvas.fill()
  canvas.restore()
}

/** A crescent that opens from the kicker's feet towards the ball. */
export function drawSwoosh(
  canvas: CanvasRenderingContext2D,
  body: Body,
  ball: Ball,
  { mood, reducedMotion }: Painter,
): void {
  const done = 1 - body.kick / kickTicks
  const dx = ball.x - body.x
  const dy = ball.y - body.y
  const near = ball.away === 0 && Math.hypot(dx, dy) < 190
  const moving = Math.hypot(body.vx, body.vy) > 30
  const angle = near ? Math.atan2(dy, dx) : moving ? Math.atan2(body.vy, body.vx) : Math.PI / 2
  const spread = near || moving ? 0.95 : Math.PI
  const radius = bodyRadius + 6 + (reducedMotion ? kickReach / 2 : kickReach * Math.sqrt(done))
  canvas.save()
  canvas.translate(body.x, body.y + bodyRadius * 0.4)
  canvas.scale(1, 0.78)
  canvas.globalAlpha = (1 - done) * 0.85
  canvas.strokeStyle = mood === 'day' ? '#fffdf0' : '#ffe9bd'
  canvas.lineCap = 'round'
  canvas.lineWidth = 9 * (1 - done) + 1.5
  canvas.beginPath()
  canvas.arc(0, 0, radius, angle - spread, angle + spread)
  canvas.stroke()
  canvas.restore()
}

/** On a screen that does not show all of the meadow: which way the ball is. */
export function drawBallHint(canvas: CanvasRenderingContext2D, ball: Ball, { mood }: Painter): void {
  const { left, width } = boxSeen(canvas)
  const right = left + width
  const side = ball.x < left - ballRadius ? -1 : ball.x > right + ballRadius ? 1 : 0
  if (side === 0) return
  canvas.save()
  canvas.translate(side < 0 ? left + 34 : right - 34, ball.y)
  canvas.scale(side, 1)
  canvas.lineJoin = 'round'
  canvas.beginPath()
  canvas.moveTo(27, 0)
  canvas.lineTo(12, -15)
  canvas.arc(0, 0, 19, -0.9, 0.9, true)
  canvas.lineTo(12, 15)
  canvas.closePath()
  canvas.strokeStyle = mood === 'day' ? '#5a3a2c' : '#221a38'
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = '#fffaf0'
  canvas.fill()
  canvas.beginPath()
  canvas.arc(0, 0, 8, 0, 2 * Math.PI)
  canvas.fillStyle = '#d2492f'
  canvas.fill()
  canvas.restore()
}
