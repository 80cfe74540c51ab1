/** What people show: a dash's wind, its breath and a bump's stars, the sole of their team's colour, and ripples around who wades. */

import type { Painter } from '../view.ts'
import { landColours } from './view-colours.ts'
import { type Body, bodyRadius, dashAgain, dashTicks, graceTicks, isDashing } from './world.ts'

/** Bands of wind behind who dashes. */
export function drawWind(
  canvas: CanvasRenderingContext2D,
  body: Body,
  { mood, reducedMotion }: Painter,
): void {
  if (!isDashing(body) || reducedMotion) return
  const speed = Math.hypot(body.vx, body.vy)
  if (speed < 60) return
  const left = (body.dash - (dashAgain - dashTicks)) / dashTicks
  const [x, y] = [body.vx / speed, body.vy / speed]
  canvas.save()
  canvas.strokeStyle = mood === 'day' ? '#fffdf0' : '#ffe9bd'
  canvas.lineCap = 'round'
  canvas.globalAlpha = 0.75 * left
  for (const [across, long] of [
    [-16, 46],
    [0, 70],
    [16, 46],
  ] as const) {
    const fromX = body.x - x * bodyRadius - y * across
    const fromY = body.y - y * bodyRadius + x * across + 6
    canvas.lineWidth = across === 0 ? 7 : 5
    canvas.beginPath()
    canvas.moveTo(fromX, fromY)
    canvas.lineTo(fromX - x * long * (1.3 - left), fromY - y * long * (1.3 - left))
    canvas.stroke()
  }
  canvas.restore()
}

/** Stars around the head of who was bumped: nobody can make them spill meanwhile. */
export function drawDizzy(
  canvas: CanvasRenderingContext2D,
  body: Body,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  if (body.grace === 0) return
  const { gold } = landColours[mood]
  canvas.save()
  canvas.globalAlpha = Math.min(1, (body.grace / graceTicks) * 2)
  canvas.fillStyle = gold[2]
  canvas.strokeStyle = gold[0]
  canvas.lineWidth = 1.2
  for (let i = 0; i < 3; i++) {
    const angle = (reducedMotion ? 0 : time * 5) + (i / 3) * 2 * Math.PI
    const x = body.x + Math.cos(angle) * 24
    const y = body.y - bodyRadius * 1.25 + Math.sin(angle) * 8
    canvas.beginPath()
    for (let point = 0; point < 10; point++) {
      const reach = point % 2 ? 2.6 : 6.2
      const turn = (point / 10) * 2 * Math.PI + time
      canvas.lineTo(x + Math.cos(turn) * reach, y + Math.sin(turn) * reach)
    }
    canvas.closePath()
    canvas.fill()
    canvas.stroke()
  }
  canvas.restore()
}

/** Breath for the next dash, as an arc that closes around one's own feet. */
export function drawBreath(canvas: CanvasRenderingContext2D, body: Body, { mood }: Painter): void {
  if (body.dash === 0) return
  const share = 1 - body.dash / dashAgain
  const from = -Math.PI / 2
  canvas.beginPath()
  const reach = bodyRadius * 1.5
  canvas.ellipse(body.x, body.y + bodyRadius * 0.72, reach, reach * 0.5, 0, from, from + share * 2 * Math.PI)
  canvas.lineWidth = 4
  canvas.lineCap = 'round'
  canvas.strokeStyle = landColours[mood].gold[2]
  canvas.stroke()
}

/** A ring in the team's colour under the feet. */
export function drawSole(canvas: CanvasRenderingContext2D, body: Body, colour: string): void {
  canvas.beginPath()
  canvas.ellipse(body.x, body.y + bodyRadius * 0.72, bodyRadius * 1.06, bodyRadius * 0.5, 0, 0, 2 * Math.PI)
  canvas.lineWidth = 4.5
  canvas.strokeStyle = colour
  canvas.stroke()
}

/** Rings on the water around who wades. */
export function drawRipples(
  canvas: CanvasRenderingContext2D,
  body: Body,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  canvas.save()
  canvas.strokeStyle = landColours[mood].foam
  canvas.lineWidth = 2.5
  for (const phase of [0, 0.5]) {
    const share = reducedMotion ? phase : (time * 0.9 + phase) % 1
    canvas.globalAlpha = 0.7 * (1 - share)
    canvas.beginPath()
    const reach = bodyRadius * (0.9 + share * 0.8)
    canvas.ellipse(body.x, body.y + bodyRadius * 0.72, reach, reach * 0.5, 0, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.restore()
}
