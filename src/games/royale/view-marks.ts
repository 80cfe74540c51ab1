/** Marks at people: how they go out, what they gain, their points, and the wreath of who won. */

import type { Painter, Pose } from '../view.ts'
import { drawBadge } from '../view-badge.ts'
import { ease, type Moment, spring } from './view-moment.ts'
import { type Contestant, fallsAfter, type Royale, seatsWhere, ticksPerSecond } from './world.ts'

type Canvas = CanvasRenderingContext2D

const falls = fallsAfter / ticksPerSecond

/** Somebody in a frame: who they are, where they stand, and what goes on. */
export interface Person {
  readonly state: Royale
  readonly player: Contestant
  readonly pose: Pose
  readonly moment: Moment
  /** Whether they won the royale, or the match. */
  readonly isCelebrated: boolean
  /** Seconds since the stage began. */
  readonly time: number
}

/** How far somebody who is celebrated hops. */
function joy({ isCelebrated, pose: { radius, seat }, moment: { age } }: Person, paint: Painter): number {
  if (!isCelebrated || paint.reducedMotion) return 0
  return Math.abs(Math.sin(age * 6 + seat)) * radius * 0.45 * Math.max(0, 1 - age / 2.6)
}

/** Draws a character, which flops down when it goes out, and gets up again to step back. */
export function drawPerson(canvas: Canvas, person: Person, paint: Painter): void {
  const { player, pose, isCelebrated } = person
  const { phase, age } = person.moment
  const isFalling = player.fate === 'falls' && phase === 'reveal'
  const isDown = player.fate === 'falls' && !isCelebrated
  const fallen = isFalling ? ease(age, falls, falls + 0.35) : isDown ? 1 : 0
  if (fallen === 0) {
    paint.character({ ...pose, y: pose.y - joy(person, paint) })
    return
  }
  const faint = { ...pose, presence: (pose.presence ?? 1) * (1 - 0.3 * fallen) }
  if (paint.reducedMotion) {
    paint.character(faint)
    return
  }
  const feet = pose.y + pose.radius * 0.66
  const bounce = isFalling ? Math.sin(Math.PI * ease(age, falls + 0.35, falls + 0.6)) * 0.12 : 0
  canvas.save()
  canvas.translate(pose.x, feet)
  canvas.scale(1 + fallen * 0.24 - bounce, 1 - fallen * 0.48 + bounce)
  canvas.translate(-pose.x, -feet)
  paint.character(faint)
  canvas.restore()
}

/** What somebody's hand was worth: a point for everyone outlived, or the word for who went out. */
export function drawGain(canvas: Canvas, { state, player, pose, moment }: Person, paint: Painter): void {
  const { phase, age } = moment
  if (phase !== 'reveal' || age < falls) return
  const gain = gainOf(state)
  if (gain === 0 || (player.fate !== 'in' && player.fate !== 'falls')) return
  const isOut = player.fate === 'falls'
  const words = isOut ? 'out' : `+${gain}`
  const rise = paint.reducedMotion ? 0 : spring(age, falls, falls + 0.3) * 10
  canvas.save()
  canvas.globalAlpha *= ease(age, falls, falls + 0.15)
  const x = isOut ? pose.x : pose.x + pose.radius * 1.15
  const y = isOut ? pose.y - pose.radius * 0.95 - rise : pose.y - pose.radius * 1.1 - rise
  paint.write(words, x, y, { size: isOut ? 27 : 30, ink: paint.ink(isOut ? 'danger' : 'good'), rim: true })
  canvas.restore()
}

/** What the hands that show bring to everyone who stays. */
function gainOf(state: Royale): number {
  return seatsWhere(state, ({ fate }) => fate === 'falls').length * (state.isFinal ? 2 : 1)
}

/** Points, beside the body. */
export function drawPoints(canvas: Canvas, { state, player, pose, moment }: Person, paint: Painter): void {
  const { phase, age } = moment
  // What this round brought counts once its verdict is seen.
  const isEarly = phase === 'reveal' && age < falls && player.fate === 'in'
  const points = player.points - (isEarly ? gainOf(state) : 0)
  if (points <= 0) return
  canvas.save()
  canvas.globalAlpha *= 0.4 + 0.6 * (pose.presence ?? 1)
  const [x, y] = [pose.x + pose.radius * 0.98, pose.y + pose.radius * 0.52]
  drawBadge(canvas, points, x, y, paint, { size: 17 })
  canvas.restore()
}

/** Daisies around the head of who won. */
export function drawWreath(canvas: Canvas, person: Person, paint: Painter): void {
  if (!person.isCelebrated) return
  const { pose, moment } = person
  const { age } = moment
  const grow = paint.reducedMotion ? 1 : Math.max(0.01, spring(age, 0.25, 0.65))
  const { radius } = pose
  canvas.save()
  canvas.translate(pose.x, pose.y - radius * 0.72 - joy(person, paint))
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
