/** How a match of Trails goes: rounds, who goes out, and what outliving the others is worth. */

import { fillSlot } from '../../netcode/collections.ts'
import type { Moment, Options, Outcome } from '../game.ts'
import { rankByScore } from '../ranking.ts'
import { startPlaces } from './rules-places.ts'
import { isOnTrail } from './rules-touch.ts'
import { setOut, take, walkOn } from './rules-walk.ts'
import {
  freeCourt,
  headRadius,
  idle,
  pauseTicks,
  readyTicks,
  type Trails,
  type TrailsInput,
  type Walker,
} from './world.ts'

export function startTrails(
  seats: readonly number[],
  seed: number,
  { rounds = 5, pace = 9 }: Options,
): Trails {
  const state: Trails = {
    ...{ phase: 'ready', clock: 0, walked: 0, round: 0, rounds, pace, winner: 0 },
    walkers: [],
    random: seed,
  }
  for (const seat of seats) arrive(state, seat)
  newRound(state)
  // The countdown before the match has shown it already.
  state.clock = readyTicks / 2
  return state
}

export function stepTrails(state: Trails, { inputs }: Moment<TrailsInput>): void {
  state.walkers.forEach((walker, seat) => {
    if (walker && !walker.gone) take(walker, inputs[seat])
  })
  state.clock++
  switch (state.phase) {
    case 'ready':
      if (state.clock >= readyTicks) enter(state, 'run')
      return
    case 'run':
      run(state)
      return
    case 'pause':
      if (state.clock < pauseTicks) return
      if (state.round >= state.rounds || count(state, isHere) < 2) enter(state, 'over')
      else newRound(state)
      return
    case 'over':
      return
  }
}

/** Whoever comes late watches this round, and is in from the next one on. A trail that the seat left stays till then. */
export function arrive(state: Trails, seat: number): void {
  const { x, y, heading, path } = state.walkers[seat] ?? { x: 0, y: 0, heading: 0, path: [] }
  fillSlot(state.walkers, seat, {
    ...{ x, y, heading, ...idle, since: 0, gap: 0 },
    ...{ out: true, gone: false, score: 0, gained: 0, path },
  })
}

/** The trail stays where it is until the round is over. */
export function depart(state: Trails, seat: number): void {
  const walker = state.walkers[seat]
  if (!walker || walker.gone) return
  walker.gone = true
  if (state.phase === 'run' || state.phase === 'ready') knockOut(state, [walker])
}

export function outcome({ phase, walkers }: Trails): Outcome | null {
  if (phase !== 'over') return null
  return rankByScore(walkers, ({ score }) => score)
}

/** Out until the next round, or, in the last one, for good. */
export function isDone(state: Trails, seat: number): boolean {
  return state.walkers[seat]?.out !== false
}

function newRound(state: Trails): void {
  enter(state, 'ready')
  state.round++
  state.walked = 0
  state.winner = 0
  const places = startPlaces(state, count(state, isHere))
  for (const walker of state.walkers) {
    if (!walker) continue
    setOut(state, walker)
    walker.gained = 0
    walker.out = walker.gone
    if (walker.gone) continue
    Object.assign(walker, places.pop())
  }
}

function run(state: Trails): void {
  state.walked++
  for (const walker of state.walkers) if (walker && !walker.out) walkOn(state, walker)
  // Everyone has moved before anyone is judged: who meet head on go out together.
  const free = freeCourt(state.walked)
  const fallen = state.walkers.filter(
    (walker): walker is Walker =>
      walker !== undefined && !walker.out && (isInHedge(walker) || isOnTrail(state.walkers, walker)),
  )
  if (fallen.length > 0) knockOut(state, fallen)
  if (count(state, isIn) > 1) return
  state.winner = state.walkers.findIndex((walker) => walker && isIn(walker)) + 1
  enter(state, 'pause')

  function isInHedge({ x, y }: Walker): boolean {
    return (
      x < free.left + headRadius ||
      x > free.right - headRadius ||
      y < free.top + headRadius ||
      y > free.bottom - headRadius
    )
  }
}

/** A point for everyone who is still in, for each who is not any more. */
function knockOut(state: Trails, fallen: readonly Walker[]): void {
  const were = fallen.filter(isIn).length
  for (const walker of fallen) walker.out = true
  for (const walker of state.walkers) {
    if (!walker || !isIn(walker)) continue
    walker.score += were
    walker.gained += were
  }
}

function enter(state: Trails, phase: Trails['phase']): void {
  state.phase = phase
  state.clock = 0
}

function count({ walkers }: Trails, which: (walker: Walker) => boolean): number {
  return walkers.reduce((sum, walker) => (walker && which(walker) ? sum + 1 : sum), 0)
}

function isIn(walker: Walker): boolean {
  return !walker.out
}

function isHere(walker: Walker): boolean {
  return !walker.gone
}
