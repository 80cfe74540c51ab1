/** A victory: confetti rains in the winners' colours, and they hop; or, where motion is reduced, they stand in a glow. */

import type { Area } from './camera.ts'
import { Paper } from './paper.ts'

/** Seconds that it rains, and between two hops. */
const rainsFor = 5
const hopEvery = 0.62
/** Pieces a second. */
const density = 46
const mostPieces = 230

/** How a moment of it is. */
export interface Moment {
  /** Whether motion is reduced. */
  readonly still: boolean
  /** What is on the screen: it rains from its top. */
  readonly sky: Area
  /** How coarse paper is at the camera's scale. */
  readonly grain: number
  /** Is called for each winner who hops now. */
  hop(seat: number): void
}

export class Celebration {
  readonly #paper = new Paper(mostPieces)
  #winners: ReadonlyMap<number, string> = new Map()
  #age: number | null = null
  #owed = 0
  #fallen = 0

  /** The winners' seats with their colours. */
  begin(winners: ReadonlyMap<number, string>): void {
    if (winners.size === 0) return
    this.#winners = winners
    this.#age = 0
    this.#owed = 0
  }

  /** What rains still comes down. */
  end(): void {
    this.#age = null
    this.#winners = new Map()
  }

  clear(): void {
    this.end()
    this.#paper.clear()
  }

  /** Whether this one is being celebrated. */
  honours(seat: number): boolean {
    return this.#winners.has(seat)
  }

  advance(dt: number, { still, sky, grain, hop }: Moment): void {
    this.#paper.grain = grain
    this.#paper.advance(dt)
    if (this.#age === null) return
    const before = this.#age
    this.#age += dt
    if (still) return
    let turn = 0
    for (const seat of this.#winners.keys()) {
      // Several hop one after the other.
      const late = (turn++ % 4) * 0.13
      if (Math.floor((before - late) / hopEvery) !== Math.floor((this.#age - late) / hopEvery)) hop(seat)
    }
    if (this.#age < rainsFor) this.#rain(dt, sky)
  }

  draw(canvas: CanvasRenderingContext2D): void {
    this.#paper.draw(canvas)
  }

  #rain(dt: number, { left, right, top }: Area): void {
    const colours = [...this.#winners.values()]
    this.#owed += dt * density
    for (; this.#owed >= 1; this.#owed--) {
      const colour = colours[Math.floor(this.#fallen / 2) % colours.length] ?? '#fff'
      this.#paper.sink(left + Math.random() * (right - left), top - 20, colour, this.#fallen++)
    }
  }
}
