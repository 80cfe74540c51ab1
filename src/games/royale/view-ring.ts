/** Where everyone stands: around a ring, a step back when out, in the middle when they won; they walk from place to place. */

import type { Pose } from '../view.ts'
import { type Royale, seatsWhere } from './world.ts'

/** The middle of it all, in world units. */
export const middle = { x: 800, y: 402 } as const
const ring = { high: 212, wide: 470, narrow: 282 } as const
/** From this many on they stand in two rings, one in the other. */
const twoRings = 19
/** A step back from the ring. */
const back = { x: 66, y: 46 } as const
/** The share of the way that is left after a second of walking. */
const pace = 5.5
const stepsOnArc = 180

interface Place {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly presence: number
}

interface Walker extends Place {
  readonly vx: number
  readonly vy: number
}

export class Ring {
  readonly #walkers = new Map<number, Walker>()
  #time = 0

  /** Lets everyone walk on to where they should be. `isNarrow`: only the middle of the world is on the screen. */
  walk(state: Royale, time: number, isNarrow: boolean, still: boolean): void {
    const dt = Math.min(0.1, Math.max(0, time - this.#time))
    this.#time = time
    const goals = placesOf(state, isNarrow)
    for (const seat of this.#walkers.keys()) if (!goals.has(seat)) this.#walkers.delete(seat)
    const share = still ? 1 : 1 - Math.exp(-dt * pace)
    for (const [seat, goal] of goals) {
      const at = this.#walkers.get(seat) ?? { ...goal, presence: 0 }
      const towards = (from: number, to: number, by: number) => from + (to - from) * by
      const [x, y] = [towards(at.x, goal.x, share), towards(at.y, goal.y, share)]
      this.#walkers.set(seat, {
        ...{ x, y },
        radius: towards(at.radius, goal.radius, share),
        presence: towards(at.presence, goal.presence, still ? 1 : 1 - Math.exp(-dt * 7)),
        vx: dt > 0 && !still ? (x - at.x) / dt : 0,
        vy: dt > 0 && !still ? (y - at.y) / dt : 0,
      })
    }
  }

  /** Who is there, those further back first. */
  get seats(): readonly number[] {
    const depth = (seat: number) => this.#walkers.get(seat)?.y ?? 0
    return [...this.#walkers.keys()].sort((a, b) => depth(a) - depth(b))
  }

  pose(seat: number): Pose {
    const at = this.#walkers.get(seat)
    return { seat, ...middle, radius: 1, vx: 0, vy: 0, ...at, lookAt: middle }
  }
}

/** Half the width of the ring, for what is painted under it. */
export function ringReach(isNarrow: boolean): { readonly x: number; readonly y: number } {
  return { x: isNarrow ? ring.narrow : ring.wide, y: ring.high }
}

function placesOf(state: Royale, isNarrow: boolean): Map<number, Place> {
  const seats = seatsWhere(state, ({ fate }) => fate !== 'gone')
  seats.sort((a, b) => (state.players[a]?.place ?? 0) - (state.players[b]?.place ?? 0))
  const inner = seats.length < twoRings ? 0 : Math.floor(seats.length * 0.38)
  const radius = radiusFor(seats.length)
  const isCrowned = state.clock.phase === 'crown' || state.clock.phase === 'over'
  const winners = isCrowned ? seats.filter((seat) => state.players[seat]?.fate === 'in') : []
  const places = new Map<number, Place>()
  seats.forEach((seat, i) => {
    // Every third or so stands in the inner ring, so that neighbours stay neighbours.
    const isInner =
      inner > 0 && Math.floor(((i + 1) * inner) / seats.length) > Math.floor((i * inner) / seats.length)
    const innerBefore = Math.floor((i * inner) / seats.length)
    const [at, of] = isInner ? [innerBefore, inner] : [i - innerBefore, seats.length - inner]
    const size = sizeFor(seats.length) * (isInner ? 0.6 : 1)
    const { x, y } = onEllipse((at + 0.5) / of, ringReach(isNarrow).x * size, ring.high * size)
    const isOut = state.players[seat]?.fate === 'waits'
    const crowned = winners.indexOf(seat)
    if (crowned >= 0 && winners.length <= 3) {
      const aside = (crowned - (winners.length - 1) / 2) * 96
      places.set(seat, { x: middle.x + aside, y: middle.y - 14, radius: Math.max(40, radius), presence: 1 })
    } else {
      const out =
        isOut && !isInner
          ? { x: back.x / (ringReach(isNarrow).x * size), y: back.y / (ring.high * size) }
          : { x: 0, y: 0 }
      places.set(seat, {
        x: middle.x + x * (1 + out.x),
        y: middle.y + y * (1 + out.y),
        radius: radius * (isOut ? 0.82 : 1),
        presence: isOut ? 0.5 : 1,
      })
    }
  })
  return places
}

function radiusFor(players: number): number {
  const sizes = [
    [3, 52],
    [5, 46],
    [8, 41],
    [12, 35],
    [18, 30],
  ] as const
  return sizes.find(([most]) => players <= most)?.[1] ?? 26
}

/** Few stand closer together. */
function sizeFor(players: number): number {
  const sizes = [
    [2, 0.58],
    [3, 0.72],
    [5, 0.86],
  ] as const
  return sizes.find(([most]) => players <= most)?.[1] ?? 1
}

/** `share` of the way around from the bottom, clockwise, so that equal shares are equally long. */
function onEllipse(share: number, reachX: number, reachY: number): { x: number; y: number } {
  const at = (i: number) => {
    const angle = Math.PI / 2 + (i / stepsOnArc) * 2 * Math.PI
    return { x: Math.cos(angle) * reachX, y: Math.sin(angle) * reachY }
  }
  const lengths = [0]
  for (let i = 1; i <= stepsOnArc; i++) {
    const [a, b] = [at(i - 1), at(i)]
    lengths.push((lengths[i - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y))
  }
  const wanted = share * (lengths[stepsOnArc] ?? 0)
  const found = lengths.findIndex((length) => length >= wanted)
  return at(Math.max(0, found))
}
