/** Who comes, goes and comes back, and how it came out. */

import { fillSlot } from '../../netcode/collections.ts'
import { headingOf } from '../../netcode/headings.ts'
import { nextRandom, shuffled } from '../../netcode/random.ts'
import { height, width } from '../field.ts'
import type { Outcome } from '../game.ts'
import { rankByScore } from '../ranking.ts'
import { entrances, type Place } from './arena.ts'
import { extend } from './trail.ts'
import { type Blaster, type Fighter, fullStore, guardTicks } from './world.ts'

/** Places at the entrances, each as far from the ones before as can be; in an order that no seat is favoured by. */
export function enterAll(state: Blaster, seats: readonly number[]): void {
  for (const seat of shuffled(seats, state)) enter(state, seat)
}

/** Takes a seat, as somebody new. */
export function enter(state: Blaster, seat: number): void {
  if (state.over) return
  const place = entranceFor(state, seat)
  fillSlot(state.fighters, seat, {
    ...place,
    vx: 0,
    vy: 0,
    mx: 0,
    my: 0,
    aim: towardsMiddle(place),
    store: fullStore,
    refill: 0,
    gap: 0,
    roll: 0,
    way: 0,
    rest: 0,
    pressed: false,
    out: 0,
    guard: guardTicks,
    score: 0,
    outs: 0,
    by: 0,
    left: false,
    trail: extend([], { ...place, open: false }),
  })
}

export function comeBack(state: Blaster, seat: number, fighter: Fighter): void {
  const place = entranceFor(state, seat)
  fighter.x = place.x
  fighter.y = place.y
  fighter.vx = 0
  fighter.vy = 0
  fighter.store = fullStore
  fighter.refill = 0
  fighter.gap = 0
  fighter.rest = 0
  fighter.guard = guardTicks
}

/** Gone for good, and their berries too. */
export function depart(state: Blaster, seat: number): void {
  const fighter = state.fighters[seat]
  if (!fighter || fighter.left) return
  fighter.left = true
  const { berries } = state.air
  for (let slot = 0; slot < berries.length; slot++)
    if (berries[slot]?.seat === seat) berries[slot] = undefined
}

/** Whether somebody has hit often enough. */
export function isWon({ fighters, goal }: Blaster): boolean {
  return goal > 0 && fighters.some((fighter) => fighter && !fighter.left && fighter.score >= goal)
}

/** By hits; those who left stand behind all who stayed. */
export function resultOf(state: Blaster): Outcome | null {
  if (!state.over) return null
  return rankByScore(
    state.fighters,
    ({ score }) => score,
    ({ left }) => left,
  )
}

/** Whether nobody is left to play with. */
export function isDeserted({ fighters }: Blaster): boolean {
  return fighters.reduce((count, fighter) => (fighter && !fighter.left ? count + 1 : count), 0) < 2
}

/** The entrance that is farthest from everyone else; among equals one by chance. */
function entranceFor(state: Blaster, seat: number): Place {
  const from = Math.floor(nextRandom(state) * entrances.length)
  let best = entrances[from] as Place
  let farthest = -1
  for (let i = 0; i < entrances.length; i++) {
    const place = entrances[(from + i) % entrances.length] as Place
    const apart = nearestTo(place, state, seat)
    if (apart <= farthest) continue
    farthest = apart
    best = place
  }
  return best
}

/** Squared distance of whoever is nearest. */
function nearestTo(place: Place, { fighters }: Blaster, seat: number): number {
  let nearest = width * width + height * height
  for (let other = 0; other < fighters.length; other++) {
    const fighter = fighters[other]
    if (!fighter || other === seat || fighter.left || fighter.out > 0) continue
    const dx = fighter.x - place.x
    const dy = fighter.y - place.y
    nearest = Math.min(nearest, dx * dx + dy * dy)
  }
  return nearest
}

function towardsMiddle({ x, y }: Place): number {
  return headingOf(width / 2 - x, height / 2 - y)
}
