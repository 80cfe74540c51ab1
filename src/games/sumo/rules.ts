/** What happens in one tick: people walk, dash and push, planks break off, and whoever is beyond the edge falls. */

import { fillSlot } from '../../netcode/collections.ts'
import type { Moment, Options } from '../game.ts'
import { collideAll } from './collisions.ts'
import { dash, listen, tumble, walk } from './moving.ts'
import { breaksAt, isBeyond, radiusOf } from './platform.ts'
import { dropAll, isLastRound, lineUp, newBody, settle } from './rounds.ts'
import { type Body, fallTicks, readyTicks, type Sumo, type SumoInput, settledTicks, stands } from './world.ts'

/** A body falls when its middle is this far beyond the last plank: toes hold on for a moment. */
const toes = 5

export function begin(seats: readonly number[], seed: number, options: Options): Sumo {
  const state: Sumo = {
    ...{ phase: 'ready', clock: 0, round: 1, rounds: options.rounds ?? 5, boards: 0, left: 0 },
    ...{ drums: options.drums === 1, turned: 0, fallen: 0, champion: 0, players: [], random: seed },
  }
  for (const seat of seats) arrive(state, seat)
  lineUp(state)
  return state
}

/** Sits by the pond until the next round begins. */
export function arrive(state: Sumo, seat: number): void {
  fillSlot(state.players, seat, newBody())
  forget(state, seat)
}

/** Whoever leaves has fallen, as far as the others' points go, and keeps their own. */
export function depart(state: Sumo, seat: number): void {
  const body = state.players[seat]
  if (!body || body.gone) return
  if (stands(body) && (state.phase === 'play' || state.phase === 'ready')) state.fallen++
  body.gone = true
  body.fall = fallTicks
  body.vx = 0
  body.vy = 0
  forget(state, seat)
  settle(state)
}

export function stepSumo(state: Sumo, moment: Moment<SumoInput>): void {
  if (state.phase === 'over') return
  state.clock++
  const moves = state.phase !== 'ready'
  for (let seat = 0; seat < state.players.length; seat++) {
    const body = state.players[seat]
    if (body && !body.gone) act(body, moment.inputs[seat], moves)
  }
  if (moves) {
    collideAll(state)
    breakOff(state)
    dropAll(state, slipping(state))
    settle(state)
  }
  turnPage(state)
}

function act(body: Body, input: SumoInput | undefined, moves: boolean): void {
  listen(body, input)
  if (!moves) return
  if (!stands(body)) {
    if (body.fall < fallTicks) tumble(body)
    return
  }
  dash(body)
  walk(body)
}

/** The outermost ring goes when its time has come. */
function breakOff(state: Sumo): void {
  const isDue = state.phase === 'play' && state.left > 0 && state.clock >= breaksAt(state.boards, state.left)
  if (isDue) state.left--
}

function slipping(state: Sumo): readonly Body[] {
  const edge = state.left === 0 ? -1 : radiusOf(state.left) + toes
  return state.players.filter(
    (body) => body && stands(body) && (edge < 0 || isBeyond(body, edge)),
  ) as readonly Body[]
}

function turnPage(state: Sumo): void {
  if (state.phase === 'ready' && state.clock >= readyTicks) {
    state.phase = 'play'
    state.clock = 0
    // Where all but one left during the wait.
    settle(state)
  } else if (state.phase === 'settled' && state.clock >= settledTicks) {
    if (isLastRound(state)) state.phase = 'over'
    else {
      state.round++
      lineUp(state)
    }
  }
}

/** Nobody is blamed for what the one who sat here before did. */
function forget({ players }: Sumo, seat: number): void {
  for (const body of players) if (body?.by === seat + 1) body.by = 0
}
