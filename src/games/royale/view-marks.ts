/** Marks at people: how they go out, what they gain, their points, and the wreath of who won. */

import type { Painter, Pose } from '../view.ts'
import { ease, type Moment, spring } from './view-moment.ts'
import { type Contestant, fallsAfter, type Royale, seatsWhere, ticksPerSecond } from './world.ts'

type Canvas = CanvasRenderingContext2D

const falls = fallsAfter / ticksPerSecond

/** Draws a character, which topples over when it goes out and gets up again to step back. */
export function drawFall(
  canvas: Canvas,
  player: Contestant,
  pose: Pose,
  { phase, age }: Moment,
  paint: Painter,
): void {
  const isFalling = player.fate === 'falls' && phase === 'reveal'
  const fallen = isFalling ? ease(age, falls, falls + 0.35) : player.fate === 'falls' ? 1 : 0
  if (fallen === 0) {
    paint.character({ ...pose, y: pose.y - joy(player, pose, phase, age, paint) })
    return
  }
  const faint = { ...pose, presence: (pose.presence ?? 1) * (1 - 0.45 * fallen) }
  if (paint.reducedMotion) {
    paint.character(faint)
    return
  }
  const side = pose.x < 800 ? -1 : 1
  const sway = Math.sin(Math.min(1, fallen) * Math.PI) * 0.1
  canvas.save()
  canvas.translate(pose.x, pose.y + pose.radius * 0.66)
  canvas.rotate(side * (fallen * 1.25 + sway))
  canvas.translate(-pose.x, -pose.y - pose.radius * 0.66)
  paint.character(faint)
  canvas.restore()
}

/** Who won hops. */
function joy(player: Contestant, pose: Pose, phase: string, age: number, paint: Painter): number {
  if ((phase !== 'crown' && phase !== 'over') || player.fate !== 'in' || paint.reducedMotion) return 0
  return Math.abs(Math.sin(age * 6 + pose.seat)) * pose.radius * 0.45 * Math.max(0, 1 - age / 2.6)
}

/** What somebody's hand was worth: a point for everyone outlived, or the word for who went out. */
export function drawGain(
  canvas: Canvas,
  state: Royale,
  player: Contestant,
  pose: Pose,
  { phase, age }: Moment,
  paint: Painter,
): void {
  if (phase !== 'reveal' || age < falls) return
  const fallen = seatsWhere(state, ({ fate }) => fate === 'falls').length
  if (fallen === 0 || (player.fate !== 'in' && player.fate !== 'falls')) return
  const isOut = player.fate === 'falls'
  const words = isOut ? 'out' : `+${fallen * (state.isFinal ? 2 : 1)}`
  const rise = paint.reducedMotion ? 0 : spring(age, falls, falls + 0.3) * 10
  canvas.save()
  canvas.globalAlpha *= ease(age, falls, falls + 0.15)
  const x = isOut ? pose.x : pose.x + pose.radius * 1.15
  const y = isOut ? pose.y - pose.radius * 0.95 - rise : pose.y - pose.radius * 1.1 - rise
  paint.write(words, x, y, { size: isOut ? 27 : 30, ink: paint.ink(isOut ? 'danger' : 'good'), rim: true })
  canvas.restore()
}

/** A badge beside the body. */
export function drawPoints(canvas: Canvas, points: number, pose: Pose, paint: Painter): void {
  const text = String(points)
  const half = 7 + text.length * 5
  const [x, y] = [pose.x + pose.radius * 0.98, pose.y + pose.radius * 0.52]
  canvas.save()
  canvas.globalAlpha *= 0.4 + 0.6 * (pose.presence ?? 1)
  canvas.beginPath()
  canvas.roundRect(x - half - 2, y - 13, half * 2 + 4, 26, 13)
  canvas.fillStyle = '#fffaf0'
  canvas.fill()
  canvas.beginPath()
  canvas.roundRect(x - half, y - 11, half * 2, 22, 11)
  canvas.fillStyle = paint.mood === 'day' ? '#8a4a1f' : '#6d3a52'
  canvas.fill()
  paint.write(text, x, y + 1, { size: 18, ink: '#fff6dc' })
  canvas.restore()
}

/** Daisies around the head of whoever is left. */
export function drawWreath(
  canvas: Canvas,
  _state: Royale,
  player: Contestant,
  pose: Pose,
  { phase, age }: Moment,
  paint: Painter,
): void {
  if ((phase !== 'crown' && phase !== 'over') || player.fate !== 'in') return
  const grow = paint.reducedMotion ? 1 : Math.max(0.01, spring(age, 0.25, 0.65))
  const { radius } = pose
  canvas.save()
  canvas.translate(pose.x, pose.y - radius * 0.72 - joy(player, pose, phase, age, paint))
  canvas.scale(grow, grow)
  const blossoms = 7
  for (let i = 0; i < blossoms; i++) {
    const across = (i / (blossoms - 1)) * 2 - 1
    const [x, y] = [across * radius * 0.82, -Math.cos(across * 1.4) * radius * 0.26]
    canvas.fillStyle = '#6f9a3c'
    canvas.beginPath()
    canvas.ellipse(x, y + 3, radius * 0.2, radius * 0.09, across, 0, 2 * Math.PI)
    canvas.fill()
    canvas.fillStyle = i % 3 === 1 ? '#ffd7de' : '#fffaf0'
    canvas.beginPath()
    for (let petal = 0; petal < 6; petal++) {
      const angle = (petal / 6) * 2 * Math.PI + i
      const [px, py] = [x + Math.cos(angle) * radius * 0.11, y + Math.sin(angle) * radius * 0.11]
      canvas.moveTo(px + radius * 0.09, py)
      canvas.arc(px, py, radius * 0.09, 0, 2 * Math.PI)
    }
    canvas.fill()
    canvas.fillStyle = '#f2c230'
    canvas.beginPath()
    canvas.arc(x, y, radius * 0.075, 0, 2 * Math.PI)
    canvas.fill()
  }
  canvas.restore()
}
