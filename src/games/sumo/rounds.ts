/** Rounds: who stands where, who fell, what that is worth, and how the match came out. */

import { turn } from '../../netcode/headings.ts'
import { nextRandom, shuffled } from '../../netcode/random.ts'
import type { Outcome } from '../game.ts'
import { rankByScore } from '../ranking.ts'
import { at, boardsFor, radiusOf } from './platform.ts'
import { type Body, fallTicks, middle, type Sumo, stands } from './world.ts'

/** Of the platform's radius: where everyone stands as a round begins. */
const lineUpAt = 0.74
/** Ticks into the round before which nobody dashes: time to find oneself. */
const firstRest = 45

/** A body that is out, and waits for the next round. */
export function newBody(): Body {
  return {
    ...{ x: middle.x, y: middle.y, vx: 0, vy: 0, mx: 0, my: 0, facing: 0 },
    ...{ rest: 0, pressed: false, eager: 0, reel: 0, by: 0, blame: 0, fall: fallTicks },
    ...{ score: 0, gained: 0, gone: false },
  }
}

/** Everyone who is here stands in a circle, each time in another order, and looks to the middle. */
export function lineUp(state: Sumo): void {
  const bodies = shuffled(state.players.filter((body) => body && !body.gone) as Body[], state)
  state.phase = 'ready'
  state.clock = 0
  state.boards = boardsFor(bodies.length)
  state.left = state.boards
  state.fallen = 0
  state.champion = 0
  state.turned = Math.floor(nextRandom(state) * turn)
  const first = Math.floor(nextRandom(state) * turn)
  bodies.forEach((body, nth) => {
    const heading = first + Math.round((nth * turn) / bodies.length)
    Object.assign(body, at(heading, radiusOf(state.boards) * lineUpAt))
    Object.assign(body, {
      vx: 0,
      vy: 0,
      rest: firstRest,
      eager: 0,
      reel: 0,
      by: 0,
      blame: 0,
      fall: 0,
      gained: 0,
    })
    body.facing = (heading + turn / 2) % turn
  })
}

/**
 * These slipped off in the same tick: each has a point for everyone who fell before, and who pushed them has one. Once
 * the round is settled a fall is nothing but wet.
 */
export function dropAll(state: Sumo, fallers: readonly Body[]): void {
  const counts = state.phase === 'play'
  for (const body of fallers) {
    body.fall = 1
    body.reel = 0
    if (!counts) continue
    reward(body, state.fallen)
    const pusher = body.by > 0 ? state.players[body.by - 1] : undefined
    if (pusher && !pusher.gone && pusher !== body) reward(pusher, 1)
  }
  if (counts) state.fallen += fallers.length
}

/** Ends the round where one or none is left on the platform. */
export function settle(state: Sumo): void {
  if (state.phase !== 'play') return
  let last = -1
  for (let seat = 0; seat < state.players.length; seat++) {
    const body = state.players[seat]
    if (!body || !stands(body)) continue
    if (last >= 0) return
    last = seat
  }
  const champion = state.players[last]
  if (champion) reward(champion, state.fallen)
  state.champion = last + 1
  state.phase = 'settled'
  state.clock = 0
}

export function isLastRound({ round, rounds }: Sumo): boolean {
  return round >= rounds
}

/** The most points first; equal points share a rank. */
export function outcome(state: Sumo): Outcome | null {
  const here = state.players.reduce((count, body) => (body && !body.gone ? count + 1 : count), 0)
  if (state.phase !== 'over' && here > 1) return null
  return rankByScore(state.players, ({ score }) => score)
}

function reward(body: Body, points: number): void {
  body.score += points
  body.gained += points
}
