/** Where everyone sits, and how they walk from one seat to the next. */

import type { Pose } from '../view.ts'
import { turnOf } from './lines.ts'
import { queueOf } from './rules-queue.ts'
import { benchAt, cellMiddle, chairAt, chairRadius, type Point } from './view-layout.ts'
import type { Tables } from './view-tables.ts'
import { none, sides, type TicTacToe } from './world.ts'

const pace = { most: 1100, braking: 7 }
/** How far whoever is to move leans towards the board, in radii. */
const leaning = 0.3

interface Spot {
  x: number
  y: number
  radius: number
  vx: number
  vy: number
  lookAt: Point | null
  /** Towards which side they lean: 0 sits up, −1 and 1 lean. */
  lean: number
}

interface Aim extends Point {
  readonly radius: number
  readonly lookAt: Point | null
  readonly lean: number
}

export class People {
  readonly #spots = new Map<number, Spot>()
  #waiting: readonly number[] = []
  #time = 0

  /** Who sits on the bench, the next one first. */
  get waiting(): readonly number[] {
    return this.#waiting
  }

  /** Once a frame, after the boards were arranged. */
  settle(state: TicTacToe, tables: Tables, time: number, still: boolean): void {
    const dt = Math.min(0.1, Math.max(0, time - this.#time))
    this.#time = time
    this.#waiting = queueOf(state).filter((seat) => state.players[seat]?.board === none)
    for (const seat of this.#spots.keys()) if (!state.players[seat]?.here) this.#spots.delete(seat)
    for (const [place, seat] of this.#waiting.entries()) {
      const middle = tables.middle === null ? null : tables.placeOf(tables.middle)
      const at = benchAt(place, this.#waiting.length)
      this.#walk(seat, { ...at, lookAt: middle, lean: 0 }, dt, still)
    }
    for (const [index, board] of state.boards.entries()) {
      if (!board) continue
      const place = tables.placeOf(index)
      const turn = turnOf(board)
      const last = board.moves.at(-1)
      for (const side of sides) {
        const { seat } = board[side]
        if (state.players[seat]?.board !== index) continue
        const lookAt = last === undefined ? place : cellMiddle(place, last)
        const lean = turn === side ? (side === 'left' ? 1 : -1) : 0
        this.#walk(
          seat,
          { ...chairAt(place, side), radius: chairRadius(place.cell), lookAt, lean },
          dt,
          still,
        )
      }
    }
  }

  pose(seat: number): Pose | null {
    const spot = this.#spots.get(seat)
    if (!spot) return null
    const { x, y, radius, vx, vy, lookAt, lean } = spot
    return { seat, x: x + lean * leaning * radius, y, radius, vx, vy, ...(lookAt && { lookAt }) }
  }

  /** Everyone, those further back first. */
  poses(): Pose[] {
    const poses = [...this.#spots.keys()].flatMap((seat) => this.pose(seat) ?? [])
    return poses.sort((a, b) => a.y - b.y)
  }

  #walk(seat: number, aim: Aim, dt: number, still: boolean): void {
    const spot = this.#spots.get(seat)
    if (!spot || still) {
      this.#spots.set(seat, { ...aim, vx: 0, vy: 0 })
      return
    }
    const dx = aim.x - spot.x
    const dy = aim.y - spot.y
    const far = Math.hypot(dx, dy)
    const speed = Math.min(pace.most, far * pace.braking, far / Math.max(dt, 0.001))
    const walks = far > 3
    spot.vx = walks ? (dx / far) * speed : 0
    spot.vy = walks ? (dy / far) * speed : 0
    spot.x = walks ? spot.x + spot.vx * dt : aim.x
    spot.y = walks ? spot.y + spot.vy * dt : aim.y
    const share = 1 - Math.exp(-dt * 9)
    spot.radius += (aim.radius - spot.radius) * share
    if (Math.abs(aim.radius - spot.radius) < 0.2) spot.radius = aim.radius
    spot.lean += (aim.lean - spot.lean) * share
    spot.lookAt = aim.lookAt
  }
}
