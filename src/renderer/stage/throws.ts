/** Confetti on its way: thrown in from the edge in a little arc, it bursts where it was meant for. */

import { worldHeight, worldWidth } from '../../games/view.ts'
import type { Point } from './camera.ts'
import { Paper } from './paper.ts'

interface Flight {
  readonly from: Point
  readonly to: Point
  readonly colour: string
  /** Seconds, of how many. */
  age: number
  readonly length: number
}

/** More than these in the air at once show nothing more. */
const mostFlights = 24
const mostPieces = 170
const outside = 40

export class Throws {
  readonly #paper = new Paper(mostPieces)
  #flights: Flight[] = []

  /** `colour`: of who threw it. `still`: it does not fly. */
  add(to: Point, colour: string, still: boolean): void {
    if (still) {
      this.#paper.burst(to.x, to.y, colour, true)
      return
    }
    if (this.#flights.length >= mostFlights) this.#flights.shift()
    const from = startFor(to)
    const far = Math.hypot(to.x - from.x, to.y - from.y)
    this.#flights.push({ from, to, colour, age: 0, length: 0.34 + far / 1500 })
  }

  get isEmpty(): boolean {
    return this.#flights.length === 0 && this.#paper.count === 0
  }

  clear(): void {
    this.#flights = []
    this.#paper.clear()
  }

  /** `grain`: how coarse paper is at the camera's scale. */
  advance(dt: number, grain = 1): void {
    this.#paper.grain = grain
    this.#paper.advance(dt)
    if (this.#flights.length === 0) return
    for (const it of this.#flights) {
      it.age += dt
      if (it.age >= it.length) this.#paper.burst(it.to.x, it.to.y, it.colour, false)
    }
    this.#flights = this.#flights.filter((it) => it.age < it.length)
  }

  draw(canvas: CanvasRenderingContext2D): void {
    this.#paper.draw(canvas)
    for (const it of this.#flights) drawFlight(canvas, it, this.#paper.grain)
  }
}

/** Outside of the world's nearest edge, and a little aside, as if from a hand. */
function startFor({ x, y }: Point): Point {
  const aside = (Math.random() - 0.5) * 260
  const edges = [
    { far: y, at: { x: x + aside, y: -outside } },
    { far: worldHeight - y, at: { x: x + aside, y: worldHeight + outside } },
    { far: x, at: { x: -outside, y: y + aside } },
    { far: worldWidth - x, at: { x: worldWidth + outside, y: y + aside } },
  ]
  return edges.reduce((near, edge) => (edge.far < near.far ? edge : near)).at
}

/** A ball of paper with a streamer behind it. */
function drawFlight(canvas: CanvasRenderingContext2D, it: Flight, grain: number): void {
  canvas.save()
  canvas.fillStyle = it.colour
  for (let back = 4; back >= 1; back--) {
    const { x, y } = placeAt(it, it.age - back * 0.022)
    canvas.globalAlpha = 0.5 - back * 0.1
    canvas.fillRect(x - 4 * grain, y - 4 * grain, 8 * grain, 8 * grain)
  }
  canvas.globalAlpha = 1
  const { x, y } = placeAt(it, it.age)
  canvas.strokeStyle = 'rgb(255 250 236 / 0.9)'
  canvas.lineWidth = 3 * grain
  canvas.beginPath()
  canvas.arc(x, y, 8.5 * grain, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.fill()
  canvas.restore()
}

function placeAt({ from, to, length }: Flight, age: number): Point {
  const t = Math.max(0, Math.min(1, age / length))
  const arc = 4 * t * (1 - t) * (40 + Math.abs(to.x - from.x) * 0.12)
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t - arc }
}
