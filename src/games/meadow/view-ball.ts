/** The ball: painted with spots that turn as it rolls, hopping a little where it is kicked. */

import { height, width } from '../field.ts'
import type { Painter } from '../view.ts'
import { type Ball, ballRadius, returnTicks } from './world.ts'

type Vector = readonly [number, number, number]

/** Seconds of the hop and, in world units, its height at a full kick. */
const hopFor = 0.42
const hopHeight = 34
/** The last ticks of being away, in which it drops from the sky. */
const dropTicks = 26

/** The twelve corners of an icosahedron: spots evenly all over. */
const golden = (1 + Math.sqrt(5)) / 2
const corners: readonly Vector[] = [-1, 1].flatMap((a) =>
  [-golden, golden].flatMap((b): Vector[] => [
    [0, a, b],
    [a, b, 0],
    [b, 0, a],
  ]),
)
const spots = corners.map((spot): Vector => {
  const length = Math.hypot(...spot)
  return [spot[0] / length, spot[1] / length, spot[2] / length]
})

export class RollingBall {
  #spots: Vector[] = spots.map((spot) => spot)
  #before: { x: number; y: number; vx: number; vy: number } | null = null
  #hop = { since: -1, height: 0 }
  #time = 0

  /** Turns it by the way it went since the last frame. */
  roll(ball: Ball, time: number, still: boolean): void {
    this.#time = time
    const before = this.#before
    this.#before = { x: ball.x, y: ball.y, vx: ball.vx, vy: ball.vy }
    if (!before) return
    const dx = ball.x - before.x
    const dy = ball.y - before.y
    const way = Math.hypot(dx, dy)
    const faster = Math.hypot(ball.vx, ball.vy) - Math.hypot(before.vx, before.vy)
    if (faster > 260 && !still) this.#hop = { since: time, height: Math.min(1, faster / 700) * hopHeight }
    if (way < 0.01 || way > 200) return
    this.#spots = this.#spots.map((spot) => turn(spot, dy / way, -dx / way, way / ballRadius))
  }

  draw(canvas: CanvasRenderingContext2D, ball: Ball, paint: Painter): void {
    if (ball.away > dropTicks && ball.away <= returnTicks) return
    const dropping = ball.away > 0
    const x = dropping ? width / 2 : ball.x
    const y = dropping ? height / 2 : ball.y
    const lift = dropping ? (paint.reducedMotion ? 0 : (ball.away / dropTicks) ** 1.6 * 240) : this.#lift()
    paint.shadow(x, y + ballRadius * 0.62, ballRadius * 0.95, 1 / (1 + lift / 40))
    canvas.save()
    canvas.translate(x, y - lift)
    this.#drawBall(canvas, paint)
    canvas.restore()
  }

  #lift(): number {
    const age = (this.#time - this.#hop.since) / hopFor
    if (this.#hop.since < 0 || age >= 1) return 0
    return this.#hop.height * 4 * age * (1 - age)
  }

  #drawBall(canvas: CanvasRenderingContext2D, { mood }: Painter): void {
    const day = mood === 'day'
    canvas.beginPath()
    canvas.arc(0, 0, ballRadius, 0, 2 * Math.PI)
    canvas.lineWidth = 3.4
    canvas.strokeStyle = day ? '#5a3a2c' : '#221a38'
    canvas.stroke()
    canvas.fillStyle = day ? '#fffaf0' : '#f6ead6'
    canvas.fill()
    canvas.clip()
    for (const [x, y, z] of this.#spots) {
      if (z < -0.12) continue
      const nearEdge = Math.hypot(x, y)
      canvas.save()
      canvas.translate(x * ballRadius, y * ballRadius)
      canvas.rotate(Math.atan2(y, x))
      canvas.beginPath()
      canvas.ellipse(
        0,
        0,
        6.2 * Math.max(0.16, Math.sqrt(Math.max(0, 1 - nearEdge * nearEdge))),
        6.2,
        0,
        0,
        2 * Math.PI,
      )
      canvas.fillStyle = day ? '#d2492f' : '#c4503f'
      canvas.fill()
      canvas.restore()
    }
    canvas.beginPath()
    canvas.rect(-30, -30, 60, 60)
    canvas.arc(-4.5, -5.5, ballRadius * 1.02, 0, 2 * Math.PI)
    canvas.fillStyle = day ? 'rgb(90 40 60 / 0.24)' : 'rgb(30 16 70 / 0.4)'
    canvas.fill('evenodd')
    canvas.beginPath()
    canvas.ellipse(-6, -8, 5, 3, -0.7, 0, 2 * Math.PI)
    canvas.fillStyle = 'rgb(255 255 255 / 0.75)'
    canvas.fill()
  }
}

/** Turns a vector about an axis in the ground's plane. */
function turn([x, y, z]: Vector, axisX: number, axisY: number, angle: number): Vector {
  const cos = Math.cos(angle)
  const sin = -Math.sin(angle)
  const along = (axisX * x + axisY * y) * (1 - cos)
  return [
    x * cos + axisY * z * sin + axisX * along,
    y * cos - axisX * z * sin + axisY * along,
    z * cos + (axisX * y - axisY * x) * sin,
  ]
}
