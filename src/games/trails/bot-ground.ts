/** The court as a bot sees it: a grid of what is covered by trails, to which each look adds what is new. */

import { middleOf } from './rules-touch.ts'
import { type Stretch, type Trails, touch, turning, type Walker } from './world.ts'

/** World units of a cell. */
const cell = 6
const columns = Math.ceil(1600 / cell)
const rows = Math.ceil(900 / cell)
/** A head's middle keeps this far from the middle of a trail: touching, and the roughness of the grid. */
const reach = touch + 3
/** World units between two prints along a way: close enough to leave no hole. */
const apart = 8
/** Ticks that one's own newest trail does not count for. */
const fresh = 20

/** Whoever's trail it is, a cell knows one of them: seat + 1, and the tick of the round that put it there. */
export class Ground {
  readonly #whose = new Uint16Array(columns * rows)
  readonly #since = new Uint16Array(columns * rows)
  /** Stretches of each seat that are on the grid whole. */
  readonly #done = new Map<number, number>()
  #round = -1
  #walked = -1

  /** Takes in what has happened since the last look. */
  look(state: Trails): void {
    if (state.round !== this.#round || state.walked < this.#walked) this.#clear(state)
    if (state.walked === this.#walked) return
    this.#walked = state.walked
    for (let seat = 0; seat < state.walkers.length; seat++) {
      const walker = state.walkers[seat]
      if (walker) this.#follow(seat, walker)
    }
  }

  /** Whether `seat` would be on a trail there. Outside of the grid nothing is. */
  isCovered(x: number, y: number, seat: number): boolean {
    const at = Math.floor(y / cell) * columns + Math.floor(x / cell)
    const whose = this.#whose[at] ?? 0
    if (whose === 0) return false
    return whose !== seat + 1 || this.#walked - (this.#since[at] ?? 0) > fresh
  }

  #clear(state: Trails): void {
    this.#whose.fill(0)
    this.#done.clear()
    this.#round = state.round
    this.#walked = -1
  }

  #follow(seat: number, walker: Walker): void {
    const { path } = walker
    for (let i = this.#done.get(seat) ?? 0; i < path.length; i++) {
      const from = path[i] as Stretch
      if (from.inked) this.#print(seat, from, path[i + 1] ?? walker)
    }
    // The newest stretch goes on: it is printed again with the next look.
    this.#done.set(seat, Math.max(0, path.length - 1))
  }

  #print(seat: number, from: Stretch, to: { readonly x: number; readonly y: number }): void {
    const middle = middleOf(from, to, from.turn)
    const dx = to.x - from.x
    const dy = to.y - from.y
    const steps = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / apart))
    for (let i = 0; i <= steps; i++) {
      let x = from.x + (dx * i) / steps
      let y = from.y + (dy * i) / steps
      if (from.turn !== 0) {
        // Out from the chord to the bow.
        const away = Math.sqrt((x - middle.x) * (x - middle.x) + (y - middle.y) * (y - middle.y)) || 1
        x = middle.x + ((x - middle.x) / away) * turning
        y = middle.y + ((y - middle.y) / away) * turning
      }
      this.#dot(seat, x, y)
    }
  }

  #dot(seat: number, x: number, y: number): void {
    for (let row = Math.floor((y - reach) / cell); row <= (y + reach) / cell; row++) {
      for (let column = Math.floor((x - reach) / cell); column <= (x + reach) / cell; column++) {
        const dx = (column + 0.5) * cell - x
        const dy = (row + 0.5) * cell - y
        if (row < 0 || column < 0 || row >= rows || column >= columns || dx * dx + dy * dy > reach * reach)
          continue
        const at = row * columns + column
        if (this.#whose[at] !== 0) continue
        this.#whose[at] = seat + 1
        this.#since[at] = this.#walked
      }
    }
  }
}
