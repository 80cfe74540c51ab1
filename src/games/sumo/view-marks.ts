/** Small marks at people: the rest after a dash around their feet, streaks behind a dash, what a round brought, and a crown. */

import type { Painter } from '../view.ts'
import type { Place } from './platform.ts'
import { type Body, bodyRadius, dashes, dashTicks, restTicks } from './world.ts'

/** Where feet stand below a body's middle, and the ring around them. */
const feet = bodyRadius * 0.7
const ring = { wide: bodyRadius * 1.2, high: bodyRadius * 0.6 }

/** Fills up clockwise until the next dash is ready. */
export function drawRest(
  canvas: CanvasRenderingContext2D,
  body: Body,
  colour: string,
  isMine: boolean,
): void {
  if (body.rest === 0) return
  const share = 1 - body.rest / restTicks
  canvas.save()
  canvas.translate(body.x, body.y + feet)
  canvas.lineCap = 'round'
  canvas.strokeStyle = 'rgb(40 20 30 / 0.34)'
  canvas.lineWidth = isMine ? 7 : 5
  canvas.beginPath()
  canvas.ellipse(0, 0, ring.wide, ring.high, 0, 0, 2 * Math.PI)
  canvas.stroke()
  const trace = (line: string, width: number) => {
    canvas.strokeStyle = line
    canvas.lineWidth = width
    canvas.beginPath()
    canvas.ellipse(0, 0, ring.wide, ring.high, 0, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI)
    canvas.stroke()
  }
  if (share > 0.02) {
    trace('#fffaf0', isMine ? 7 : 5)
    trace(colour, isMine ? 4.5 : 3)
  }
  canvas.restore()
}

/** Behind somebody who dashes or flies: the air in their colour. */
export function drawStreaks(canvas: CanvasRenderingContext2D, body: Body, colour: string): void {
  const speed = Math.hypot(body.vx, body.vy)
  const fresh = dashes(body) ? 1 - (restTicks - body.rest) / dashTicks : 0
  const strength = Math.max(fresh, Math.min(1, (speed - 330) / 300))
  if (strength <= 0.05 || speed < 120) return
  const [wayX, wayY] = [body.vx / speed, body.vy / speed]
  const length = 46 + speed * 0.16
  canvas.save()
  canvas.fillStyle = colour
  for (const [aside, share, alpha] of [
    [0, 1, 0.6],
    [-0.66, 0.7, 0.46],
    [0.66, 0.7, 0.46],
  ] as const) {
    const x = body.x - wayY * aside * bodyRadius
    const y = body.y + wayX * aside * bodyRadius
    const wide = bodyRadius * (aside === 0 ? 0.55 : 0.26)
    canvas.globalAlpha = alpha * strength
    canvas.beginPath()
    canvas.moveTo(x - wayY * wide, y + wayX * wide)
    canvas.quadraticCurveTo(
      x - wayX * length * share * 0.5,
      y - wayY * length * share * 0.5,
      x - wayX * length * share,
      y - wayY * length * share,
    )
    canvas.quadraticCurveTo(
      x - wayX * length * share * 0.5,
      y - wayY * length * share * 0.5,
      x + wayY * wide,
      y - wayX * wide,
    )
    canvas.closePath()
    canvas.fill()
  }
  canvas.restore()
}

/** What a round brought, rising from there; `age` is in seconds. */
export function drawGain(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  gained: number,
  age: number,
  paint: Painter,
): void {
  const shown = Math.min(1, (age - 0.4) * 5, (2.2 - age) * 4)
  if (gained === 0 || shown <= 0) return
  const rise = paint.reducedMotion ? 14 : 14 * Math.min(1, (age - 0.4) * 2)
  canvas.save()
  canvas.globalAlpha = shown
  paint.write(`+${gained}`, x, y - rise, { size: 30, ink: paint.ink('accent'), rim: true })
  canvas.restore()
}

/** Sits askew on whoever stood last. */
export function drawCrown(canvas: CanvasRenderingContext2D, x: number, y: number, time: number): void {
  canvas.save()
  canvas.translate(x + 3, y - bodyRadius * 1.02)
  canvas.rotate(0.12 + Math.sin(time * 5) * 0.06)
  canvas.lineJoin = 'round'
  canvas.beginPath()
  canvas.moveTo(-15, 2)
  for (const [at, high] of [
    [-17, -15],
    [-8, -6],
    [0, -19],
    [8, -6],
    [17, -15],
    [15, 2],
  ] as const)
    canvas.lineTo(at, high)
  canvas.closePath()
  canvas.strokeStyle = '#7a4a12'
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = '#ffd04d'
  canvas.fill()
  canvas.fillStyle = '#e2745c'
  canvas.beginPath()
  for (const at of [-8, 0, 8]) {
    canvas.moveTo(at + 2, -2)
    canvas.arc(at, -2, 2, 0, 2 * Math.PI)
  }
  canvas.fill()
  canvas.restore()
}
