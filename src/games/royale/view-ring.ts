/** Where everyone stands: around a ring, a step back when out, in the middle when they won; they walk from place to place. */

import type { Pose } from '../view.ts'
import { celebrated, type Royale, seatsWhere } from './world.ts'

/** The middle of it all, in world units. */
export const middle = { x: 800, y: 392 } as const
const ring = { high: 205, wide: 470, many: 590, crowd: 630, narrow: 286 } as const
/** From this many on they stand in two rings, one in the other. */
const twoRings = 19
/** With more than these the ring is wider. */
const few = 8
/** The inner ring's part of all players, and of the outer one's reach. */
const innerShare = 0.36
const inner = { x: 0.68, y: 0.62 } as const
/** A step back from the ring; less of it towards the cards. */
const back = { x: 66, far: 44, near: 22 } as const
/** The share of the way that is left after a second of walking. */
const pace = 5.5
const stepsOnArc = 360

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

  /** Lets everyone walk on to where they should be. */
  walk(state: Royale, time: number, layout: Layout, still: boolean): void {
    const dt = Math.min(0.1, Math.max(0, time - this.#time))
    this.#time = time
    const goals = placesOf(state, layout)
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

/** How the ring lies on a screen: how far it reaches from its middle, and how much of a body's size is left. */
export interface Layout {
  readonly x: number
  readonly y: number
  readonly isNarrow: boolean
  readonly isCrowd: boolean
}

export function layoutFor(players: number, isNarrow: boolean): Layout {
  const isCrowd = players >= twoRings
  const size = isCrowd ? 1 : sizeFor(players)
  const wide = isCrowd ? ring.crowd : players > few ? ring.many : ring.wide * size
  return { x: isNarrow ? ring.narrow : wide, y: ring.high * size, isNarrow, isCrowd }
}

function placesOf(state: Royale, layout: Layout): Map<number, Place> {
  const seats = seatsWhere(state, ({ fate }) => fate !== 'gone')
  seats.sort((a, b) => (state.players[a]?.place ?? 0) - (state.players[b]?.place ?? 0))
  const winners = celebrated(state)
  const radius = radiusFor(seats.length) * (layout.isNarrow ? 0.88 : 1)
  const inside = layout.isCrowd ? Math.floor(seats.length * innerShare) : 0
  const places = new Map<number, Place>()
  seats.forEach((seat, i) => {
    const crowned = winners.length <= 3 ? winners.indexOf(seat) : -1
    const isOut = state.players[seat]?.fate === 'waits' && crowned < 0
    const aside = (crowned - (winners.length - 1) / 2) * 96
    const spot =
      i < inside ? innerSpot(i, inside, layout) : outerSpot(i - inside, seats.length - inside, layout, isOut)
    places.set(seat, {
      ...(crowned < 0 ? spot : { x: middle.x + aside, y: middle.y - 14 }),
      radius: crowned < 0 ? radius * (isOut ? 0.82 : 1) : Math.max(40, radius),
      presence: isOut ? 0.6 : 1,
    })
  })
  return places
}

function outerSpot(i: number, of: number, layout: Layout, isOut: boolean): { x: number; y: number } {
  const at = onEllipse((i + 0.5) / of, layout.x, layout.y)
  const step = isOut ? { x: back.x, y: at.y < 0 ? back.far : back.near } : { x: 0, y: 0 }
  return {
    x: middle.x + at.x * (1 + step.x / layout.x),
    y: middle.y + at.y * (1 + step.y / layout.y),
  }
}

/** Only to the left and the right of the table, so that nobody stands in front of it. */
function innerSpot(i: number, of: number, layout: Layout): { x: number; y: number } {
  const half = Math.ceil(of / 2)
  const isLeft = i < half
  const along = isLeft ? (i + 0.5) / half : (i - half + 0.5) / (of - half)
  const at = onEllipse((isLeft ? 0.1 : 0.6) + along * 0.3, layout.x * inner.x, layout.y * inner.y)
  return { x: middle.x + at.x, y: middle.y + at.y }
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
  const ways = waysAround(reachX, reachY)
  const wanted = share * (ways.at(-1)?.way ?? 0)
  return ways.find(({ way }) => way >= wanted) ?? { x: 0, y: reachY }
}

interface OnWay {
  readonly x: number
  readonly y: number
  readonly way: number
}

const known = new Map<string, readonly OnWay[]>()

function waysAround(reachX: number, reachY: number): readonly OnWay[] {
  const key = `${reachX} ${reachY}`
  const ways = known.get(key)
  if (ways) return ways
  const made: OnWay[] = []
  for (let i = 0; i <= stepsOnArc; i++) {
    const angle = Math.PI / 2 + (i / stepsOnArc) * 2 * Math.PI
    const [x, y] = [Math.cos(angle) * reachX, Math.sin(angle) * reachY]
    const before = made.at(-1)
    made.push({ x, y, way: before ? before.way + Math.hypot(x - before.x, y - before.y) : 0 })
  }
  known.set(key, made)
  return made
}
