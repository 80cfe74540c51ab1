/** Which board lies in the middle and which at the sides, and how they change places. */

import { middlePlace, type Place, sidePlace } from './view-layout.ts'
import type { Board, TicTacToe } from './world.ts'
import { none } from './world.ts'

/** How fast boards slide to where they belong: the greater, the faster. */
const haste = 11

export class Tables {
  /** The place at the sides of every board that is not in the middle. */
  readonly #slots = new Map<number, number>()
  readonly #places = new Map<number, Place>()
  #middle: number | null = null
  #time = 0

  /** The board in the middle; null where there is none. */
  get middle(): number | null {
    return this.#middle
  }

  /** Brings another board to the middle, for who waits or watches. */
  follow(index: number): void {
    if (this.#slots.has(index)) this.#bringToMiddle(index)
  }

  /** Once a frame: one's own board lies in the middle, else the one that is followed, as long as it is there. */
  arrange(state: TicTacToe, me: number | null, time: number, still: boolean): void {
    const { boards } = state
    for (const index of this.#slots.keys()) if (!boards[index]) this.#slots.delete(index)
    if (this.#middle !== null && !boards[this.#middle]) this.#middle = null
    const own = me === null ? none : (state.players[me]?.board ?? none)
    const wanted = boards[own] ? own : (this.#middle ?? boards.findIndex((board) => board !== undefined))
    if (boards[wanted] && wanted !== this.#middle) this.#bringToMiddle(wanted)
    for (const index of boards.keys()) {
      if (boards[index] && index !== this.#middle && !this.#slots.has(index))
        this.#slots.set(index, this.#freeSlot())
    }
    this.#closeGaps()
    this.#slide(boards, Math.min(0.1, time - this.#time), still)
    this.#time = time
  }

  /** Where a board is just now. */
  placeOf(index: number): Place {
    return this.#places.get(index) ?? this.restOf(index)
  }

  /** Where a board belongs. */
  restOf(index: number): Place {
    const slot = this.#slots.get(index)
    return slot === undefined ? middlePlace : sidePlace(slot, Math.max(...this.#slots.values()) + 1)
  }

  #bringToMiddle(index: number): void {
    const slot = this.#slots.get(index)
    this.#slots.delete(index)
    // What lay in the middle goes where the other one comes from.
    if (this.#middle !== null) this.#slots.set(this.#middle, slot ?? this.#freeSlot())
    this.#middle = index
  }

  #freeSlot(): number {
    const taken = new Set(this.#slots.values())
    let slot = 0
    while (taken.has(slot)) slot++
    return slot
  }

  /** Where a board has gone, the one furthest down takes its place. */
  #closeGaps(): void {
    for (let gap = this.#freeSlot(); gap < this.#slots.size; gap = this.#freeSlot()) {
      const [last] = [...this.#slots].sort(([, a], [, b]) => b - a)
      if (last) this.#slots.set(last[0], gap)
    }
  }

  #slide(boards: readonly (Board | undefined)[], dt: number, still: boolean): void {
    for (const index of this.#places.keys()) if (!boards[index]) this.#places.delete(index)
    for (const [index, board] of boards.entries()) {
      if (!board) continue
      const rest = this.restOf(index)
      const now = this.#places.get(index)
      const share = 1 - Math.exp(-dt * haste)
      const near = now && Math.hypot(rest.x - now.x, rest.y - now.y) < 0.5
      if (!now || near || still) {
        this.#places.set(index, rest)
        continue
      }
      this.#places.set(index, {
        x: now.x + (rest.x - now.x) * share,
        y: now.y + (rest.y - now.y) * share,
        cell: now.cell + (rest.cell - now.cell) * share,
      })
    }
  }
}
