/** The truth: where everyone was at each tick of the host, and which inputs it made the tick with. */

import type { AnyGame } from '../../src/games/game.ts'
import { apart, type Bodies, bodiesOf, type Place } from './bodies.ts'

interface Tick {
  readonly at: number
  readonly bodies: Bodies
  /** By seat, as text. */
  readonly inputs: { readonly [seat: number]: string }
}

export class HostLog {
  /** The game to give to the host: the same rules, watched. */
  readonly game: AnyGame
  readonly period: number
  readonly #ticks: Tick[] = []
  #first = 0

  /** `now` tells the time at any moment, in milliseconds. */
  constructor(game: AnyGame, now: () => number) {
    this.period = 1000 / game.ticksPerSecond
    this.game = {
      ...game,
      step: (state, moment) => {
        game.step(state, moment)
        game.state.quantise(state)
        const inputs: { [seat: number]: string } = {}
        for (const [seat, input] of Object.entries(moment.inputs)) inputs[Number(seat)] = inputKey(input)
        if (this.#ticks.length === 0) this.#first = moment.tick
        this.#ticks.push({ at: now(), bodies: bodiesOf(state), inputs })
      },
    }
  }

  /** The host's present at a time that has passed, in ticks with a fraction. */
  tickAt(now: number): number {
    let high = this.#ticks.length - 1
    let low = 0
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#ticks[middle] as Tick).at <= now) low = middle
      else high = middle - 1
    }
    const at = this.#ticks[low]?.at ?? now
    return this.#first + low + Math.min(1, Math.max(0, (now - at) / this.period))
  }

  bodyAt(seat: number, tick: number): Place | undefined {
    return this.#ticks[tick - this.#first]?.bodies[seat]
  }

  inputAt(seat: number, tick: number): string | undefined {
    return this.#ticks[tick - this.#first]?.inputs[seat]
  }

  /** How far a body went in the tick that ended at `tick`, in units; null where it was not there. */
  stepAt(seat: number, tick: number): number | null {
    const from = this.bodyAt(seat, tick - 1)
    const to = this.bodyAt(seat, tick)
    return from && to ? apart(from, to) : null
  }

  /** Its shortest and longest step in the ticks after `from` up to `to`; where it turns round, it hardly goes at all. */
  stepsBetween(seat: number, from: number, to: number): { least: number; most: number } {
    let least = Number.POSITIVE_INFINITY
    let most = 0
    for (let tick = Math.floor(from) + 1; tick <= Math.ceil(to); tick++) {
      const step = this.stepAt(seat, tick)
      if (step === null) continue
      least = Math.min(least, step, this.#turnAt(seat, tick))
      most = Math.max(most, step)
    }
    return { least: Number.isFinite(least) ? least : 0, most }
  }

  /** How far a body went from the middle of a tick to the middle of the next. */
  #turnAt(seat: number, tick: number): number {
    const from = this.bodyAt(seat, tick - 1)
    const to = this.bodyAt(seat, tick + 1)
    return from && to ? apart(from, to) / 2 : Number.POSITIVE_INFINITY
  }

  /** The distance to whoever was nearest to a seat in some tick from `from` to `to`. */
  nearest(seat: number, from: number, to: number): number {
    let nearest = Number.POSITIVE_INFINITY
    for (let tick = Math.ceil(from); tick <= to; tick++) {
      const bodies = this.#ticks[tick - this.#first]?.bodies ?? []
      const own = bodies[seat]
      if (!own) continue
      for (let other = 0; other < bodies.length; other++) {
        const body = bodies[other]
        if (body && other !== seat) nearest = Math.min(nearest, apart(own, body))
      }
    }
    return nearest
  }
}

export function inputKey(input: unknown): string {
  return JSON.stringify(input)
}
