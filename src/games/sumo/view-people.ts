/** People on the platform, at its edge, in the air, and on their lily pads. */

import type { Painter, Pose } from '../view.ts'
import { isBeyond, radiusOf } from './platform.ts'
import type { Pad } from './view-pads.ts'
import { footing, thickness } from './view-platform.ts'
import { type Body, bodyRadius, fallTicks, middle, mostReel, type Sumo, splashTick, stands } from './world.ts'

/** Units from the edge at which one begins to teeter. */
const teeterFrom = 30
/** Seconds in which somebody climbs onto a lily pad. */
const climbFor = 0.35
/** How deep one falls before the water is reached, in units. */
const drop = thickness + 18

/** Where somebody is: up on the planks, behind or before them in the air, or out. */
export type Whereabouts = 'up' | 'behind' | 'before' | 'out'

export function whereabouts(body: Body): Whereabouts {
  if (stands(body)) return 'up'
  if (body.fall >= fallTicks) return 'out'
  return body.y < middle.y ? 'behind' : 'before'
}

export class People {
  /** When who is out came to the pad. */
  readonly #climbed = new Map<number, number>()

  /** Upright, reeling or teetering. */
  drawUp(
    canvas: CanvasRenderingContext2D,
    seat: number,
    body: Body,
    state: Sumo,
    paint: Painter,
    time: number,
  ) {
    this.#climbed.delete(seat)
    const pose = poseOf(seat, body, state)
    const tilt = paint.reducedMotion ? 0 : teeter(body, state, time + seat) + reeling(body, time)
    canvas.save()
    if (tilt !== 0) turnAt(canvas, body.x, body.y + footing, tilt)
    paint.character(pose)
    if (Math.abs(tilt) > 0.05 && body.reel === 0) drawDrops(canvas, body, time)
    canvas.restore()
  }

  drawFalling(canvas: CanvasRenderingContext2D, seat: number, body: Body, paint: Painter): void {
    const share = Math.min(1, body.fall / splashTick)
    const under = Math.max(0, (body.fall - splashTick) / (fallTicks - splashTick))
    if (under >= 0.6) return
    const way = body.x < middle.x ? -1 : 1
    const lower = drop * (share ** 2 + under * 0.4)
    canvas.save()
    canvas.translate(body.x, body.y + lower)
    if (!paint.reducedMotion) canvas.rotate(way * share * 1.1)
    const size = (1 - 0.22 * share) * (1 - under * 0.7)
    canvas.scale(size, size)
    canvas.translate(-body.x, -body.y)
    paint.character({
      ...{ seat, x: body.x, y: body.y, radius: bodyRadius, vx: 0, vy: 0 },
      presence: 1 - under / 0.6,
      lookAt: { x: body.x - way * 80, y: body.y - 120 },
    })
    canvas.restore()
  }

  /** Sits on the pad, wet, and watches. */
  drawOut(
    canvas: CanvasRenderingContext2D,
    seat: number,
    pad: Pad,
    state: Sumo,
    paint: Painter,
    time: number,
  ) {
    const since = this.#climbed.get(seat) ?? time
    this.#climbed.set(seat, since)
    const age = Math.min(1, (time - since) / climbFor)
    const pose = posePad(seat, pad, state)
    canvas.save()
    const size = paint.reducedMotion ? 1 : 0.4 + 0.6 * Math.sin(age * 0.5 * Math.PI)
    canvas.translate(pose.x, pose.y + footing)
    canvas.scale(size, size)
    canvas.translate(-pose.x, -pose.y - footing)
    paint.character({ ...pose, presence: 0.9 * age })
    canvas.restore()
  }
}

export function poseOf(seat: number, body: Body, state: Sumo): Pose {
  const pose = { seat, x: body.x, y: body.y, radius: bodyRadius, vx: body.vx, vy: body.vy }
  const rival = Math.hypot(body.vx, body.vy) < 60 ? nearestRival(seat, body, state) : undefined
  return rival ? { ...pose, lookAt: { x: rival.x, y: rival.y } } : pose
}

/** A little smaller than on the planks: it is further from the game. */
export function posePad(seat: number, pad: Pad, state: Sumo): Pose {
  const radius = bodyRadius * 0.86
  const lookAt = watched(state)
  return { seat, x: pad.x, y: pad.y - radius * 0.55, radius, vx: 0, vy: 0, lookAt, presence: 0.9 }
}

/** Where the fight is: amid those who are still up. */
function watched({ players }: Sumo): { x: number; y: number } {
  let [x, y, count] = [0, 0, 0]
  for (const body of players) {
    if (!body || !stands(body)) continue
    x += body.x
    y += body.y
    count++
  }
  return count > 0 ? { x: x / count, y: y / count } : middle
}

function nearestRival(seat: number, body: Body, { players }: Sumo): Body | undefined {
  let found: Body | undefined
  let least = 400 * 400
  for (let other = 0; other < players.length; other++) {
    const rival = players[other]
    if (!rival || other === seat || !stands(rival)) continue
    const far = (rival.x - body.x) ** 2 + (rival.y - body.y) ** 2
    if (far >= least) continue
    least = far
    found = rival
  }
  return found
}

/** Arms go round at the very edge: radians of leaning out and back. */
function teeter(body: Body, { left }: Sumo, time: number): number {
  const radius = radiusOf(left)
  if (!isBeyond(body, radius - teeterFrom) || radius === 0) return 0
  const out = Math.hypot(body.x - middle.x, body.y - middle.y)
  const near = Math.min(1, (out - radius + teeterFrom) / teeterFrom)
  const side = (body.x - middle.x) / (out || 1)
  return near * (0.1 * side + 0.19 * Math.sin(time * 15))
}

function reeling(body: Body, time: number): number {
  if (body.reel === 0) return 0
  const share = body.reel / mostReel
  return share * (Math.sign(body.vx) * 0.3 + 0.12 * Math.sin(time * 24))
}

function turnAt(canvas: CanvasRenderingContext2D, x: number, y: number, angle: number): void {
  canvas.translate(x, y)
  canvas.rotate(angle)
  canvas.translate(-x, -y)
}

/** Drops of sweat that fly off. */
function drawDrops(canvas: CanvasRenderingContext2D, { x, y }: Body, time: number): void {
  canvas.fillStyle = '#d9f1ff'
  canvas.strokeStyle = 'rgb(40 90 130 / 0.55)'
  canvas.lineWidth = 1
  for (const side of [-1, 1]) {
    const age = (time * 2.4 + (side > 0 ? 0.5 : 0)) % 1
    canvas.globalAlpha = 1 - age
    canvas.beginPath()
    canvas.ellipse(x + side * (22 + age * 15), y - 27 - age * 12, 2.6, 4.2, side * 0.7, 0, 2 * Math.PI)
    canvas.fill()
    canvas.stroke()
  }
  canvas.globalAlpha = 1
}
