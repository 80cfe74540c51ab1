/** What everyone holds above their head: nothing yet, a disc face down, and at the reveal the hand on its other side. */

import type { Painter } from '../view.ts'
import { traceTick } from './view-cards.ts'
import { drawHand } from './view-hands.ts'
import type { Person } from './view-marks.ts'
import { ease, type Moment, spring } from './view-moment.ts'
import { type Contestant, drumTicks, fallsAfter, ticksPerSecond } from './world.ts'

type Canvas = CanvasRenderingContext2D

/** Seconds in which all discs turn over. */
const turn = 0.32
const falls = fallsAfter / ticksPerSecond

export class Tokens {
  /** When each seat was first seen to have picked in this round. */
  readonly #pickedAt = new Map<number, number>()

  draw(canvas: Canvas, { state, player, pose, moment, time }: Person, paint: Painter): void {
    const radius = pose.radius * 0.88
    const at = { x: pose.x, y: pose.y - pose.radius * 1.2 - radius }
    const isPicked = player.hand === 'picked' && player.fate !== 'waits'
    if (!isPicked) this.#pickedAt.delete(pose.seat)
    if (moment.phase === 'reveal' || moment.phase === 'crown' || moment.phase === 'over') {
      if (player.fate === 'in' || player.fate === 'falls')
        this.#drawShown(canvas, player, at, radius, pose.seat, moment, paint)
    } else if (isPicked) {
      const since = this.#pickedAt.get(pose.seat) ?? time
      this.#pickedAt.set(pose.seat, since)
      const grow = paint.reducedMotion ? 1 : Math.max(0.05, spring(time - since, 0, 0.25))
      const lift = paint.reducedMotion ? 0 : liftOf(moment, drumTicks(state) / ticksPerSecond) * radius * 0.6
      drawDisc(canvas, at.x, at.y - lift, radius * grow, 1, paint.colour(pose.seat), 0, paint)
    } else if (moment.phase === 'pick' && player.fate === 'in') {
      drawThought(
        canvas,
        at.x,
        at.y + radius * 0.5,
        radius,
        paint.reducedMotion ? 0 : time * 4 + pose.seat,
        paint,
      )
    }
  }

  #drawShown(
    canvas: Canvas,
    { fate, pick }: Contestant,
    at: { x: number; y: number },
    radius: number,
    seat: number,
    moment: Moment,
    paint: Painter,
  ): void {
    const isReveal = moment.phase === 'reveal'
    const gone = isReveal ? 0 : ease(moment.age, 0, 0.3)
    if (pick === 0 || gone === 1) return
    const turned = isReveal && !paint.reducedMotion ? ease(moment.age, 0, turn) : 1
    const dropped = fate === 'falls' ? (isReveal ? ease(moment.age, falls, falls + 0.45) : 1) : 0
    const pride =
      fate === 'in' && isReveal && !paint.reducedMotion ? spring(moment.age, falls, falls + 0.35) * 0.14 : 0
    // Full grown for a moment as it turns, so that the reveal is one jump for all.
    const hop =
      isReveal && !paint.reducedMotion ? Math.sin(Math.PI * Math.min(1, moment.age / 0.4)) * 0.22 : 0
    canvas.save()
    canvas.globalAlpha *= (1 - dropped) * (1 - gone)
    const y = at.y + (paint.reducedMotion ? 0 : dropped * radius * 1.1)
    drawDisc(
      canvas,
      at.x,
      y,
      radius * (1 + hop + pride),
      Math.cos(Math.PI * turned),
      paint.colour(seat),
      pick,
      paint,
    )
    canvas.restore()
  }
}

/** Up on each of the drum's three beats; `drum` is how long it lasts, in seconds. */
function liftOf({ phase, age }: Moment, drum: number): number {
  if (phase !== 'drum') return 0
  return Math.abs(Math.sin((Math.PI * 3 * age) / drum))
}

/** `side`: 1 is the back, −1 the face, between them it is seen from its edge. */
function drawDisc(
  canvas: Canvas,
  x: number,
  y: number,
  radius: number,
  side: number,
  colour: string,
  pick: number,
  { mood }: Painter,
): void {
  canvas.save()
  canvas.translate(x, y)
  canvas.scale(Math.max(0.06, Math.abs(side)), 1)
  const disc = (reach: number, fill: string) => {
    canvas.beginPath()
    canvas.arc(0, 0, reach, 0, 2 * Math.PI)
    canvas.fillStyle = fill
    canvas.fill()
  }
  canvas.translate(0, 2.5)
  disc(radius + 2, mood === 'day' ? 'rgb(50 36 24 / 0.35)' : 'rgb(8 8 28 / 0.5)')
  canvas.translate(0, -2.5)
  disc(radius + 2, mood === 'day' ? '#4a342c' : '#241a30')
  disc(radius, colour)
  if (side > 0) {
    disc(radius * 0.72, '#fff6e2')
    canvas.scale(radius / 17, radius / 17)
    traceTick(canvas)
    canvas.strokeStyle = '#4a342c'
    canvas.lineWidth = 4
    canvas.stroke()
  } else {
    disc(radius * 0.86, '#fff6e2')
    drawHand(canvas, pick, 0, 0, radius * 1.56)
  }
  canvas.restore()
}

/** Three dots: somebody who still thinks. */
function drawThought(
  canvas: Canvas,
  x: number,
  y: number,
  radius: number,
  swing: number,
  { mood }: Painter,
): void {
  canvas.fillStyle = mood === 'day' ? '#fffaf0' : '#f0e6d6'
  canvas.strokeStyle = mood === 'day' ? '#4a342c' : '#241a30'
  canvas.lineWidth = 2
  for (const dot of [-1, 0, 1]) {
    canvas.beginPath()
    canvas.arc(
      x + dot * radius * 0.42,
      y - Math.max(0, Math.sin(swing - dot)) * radius * 0.2,
      radius * 0.15,
      0,
      2 * Math.PI,
    )
    canvas.fill()
    canvas.stroke()
  }
}
