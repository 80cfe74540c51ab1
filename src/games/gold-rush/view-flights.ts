/** Coins that fly from somebody's sack into the chest at home. */

import type { Painter } from '../view.ts'
import type { Pictures } from '../view-pictures.ts'
import { isAtBase, type Land, type Place } from './land.ts'
import { chestAt } from './view-bases.ts'
import { drawCoin } from './view-coins.ts'
import { bodyRadius, type Rush } from './world.ts'

interface Flight {
  readonly from: Place
  readonly to: Place
  readonly team: number
  readonly began: number
}

/** Seconds of a flight, and how high it goes. */
const lasts = 0.4
const arc = 64
const most = 80
/** After a jump of many ticks only so many of somebody's coins are shown to fly. */
const mostAtOnce = 3

export class Flights {
  #flying: Flight[] = []
  #loads: number[] = []
  #banked: readonly number[] = []

  /** Finds out what was banked since the last frame, and tells of each coin that fell into a chest. */
  pass(state: Rush, land: Land, time: number, fell: (team: number) => void): void {
    const earned = state.teams.map((team, i) => (team?.banked ?? 0) - (this.#banked[i] ?? team?.banked ?? 0))
    this.#banked = state.teams.map((team) => team?.banked ?? 0)
    state.players.forEach((body, seat) => {
      const before = this.#loads[seat]
      this.#loads[seat] = body?.load ?? 0
      const team = state.members[seat]?.team ?? 0
      if (!body || before === undefined || before <= body.load || !isAtBase(land, team, body)) return
      const count = Math.min(mostAtOnce, before - body.load)
      for (let i = 0; i < count && this.#flying.length < most; i++) {
        const from = { x: body.x, y: body.y - bodyRadius }
        const to = chestAt(land, team)
        this.#flying.push({ from, to: { x: to.x, y: to.y - 10 }, team, began: time + i * 0.04 })
      }
    })
    // Whoever is drawn from the past may seem to bank without being seen at it.
    earned.forEach((coins, team) => {
      if (coins > 0 && !this.#flying.some((it) => it.team === team)) fell(team)
    })
    this.#flying = this.#flying.filter((it) => {
      const isOver = time - it.began >= lasts
      if (isOver) fell(it.team)
      return !isOver
    })
  }

  draw(canvas: CanvasRenderingContext2D, pictures: Pictures, paint: Painter, time: number): void {
    if (paint.reducedMotion) return
    for (const { from, to, began } of this.#flying) {
      const share = Math.max(0, (time - began) / lasts)
      const x = from.x + (to.x - from.x) * share
      const y = from.y + (to.y - from.y) * share - arc * 4 * share * (1 - share)
      drawCoin(canvas, pictures, { x, y, size: 1 - share * 0.25 }, Math.floor(time * 24))
    }
  }
}
