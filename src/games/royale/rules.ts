/** How a match goes on: royale after royale, and in each of them pick, drum and reveal until one is left. */

import type { Moment } from '../game.ts'
import { verdictOf } from './verdict.ts'
import {
  crowd,
  drumTicks,
  lasts,
  longestOut,
  mostTies,
  type Phase,
  present,
  type Royale,
  type RoyaleInput,
  standing,
  tickOn,
} from './world.ts'

export function stepRoyale(state: Royale, moment: Moment<RoyaleInput>): void {
  const { clock } = state
  if (clock.phase === 'over') return
  tickOn(clock)
  const isFought = clock.phase === 'pick' || clock.phase === 'drum'
  if (present(state).length < 2) {
    enter(state, 'over', 0)
  } else if (isFought && standing(state).length < 2) {
    enter(state, 'crown', lasts.crown)
  } else {
    if (clock.phase === 'pick') takePicks(state, moment)
    if (clock.left === 0) follow(state)
  }
}

/** What comes after a phase that is over. */
function follow(state: Royale): void {
  switch (state.clock.phase) {
    case 'gather':
      beginRound(state)
      break
    case 'pick':
      enter(state, 'drum', drumTicks(state))
      break
    case 'drum':
      reveal(state)
      break
    case 'reveal':
      goOn(state)
      break
    case 'crown':
      if (state.isFinal) enter(state, 'over', 0)
      else beginRoyale(state)
      break
  }
}

/** Everyone is back in. */
export function beginRoyale(state: Royale): void {
  state.royale++
  state.isFinal = state.clock.played >= state.lastCall
  state.round = 0
  state.ties = 0
  state.isLastRound = false
  state.firstOut = 0
  for (const player of state.players) {
    if (!player) continue
    player.pick = 0
    player.hand = 'held'
    if (player.fate !== 'gone') player.fate = 'in'
  }
  enter(state, 'gather', lasts.gather)
}

/**
 * A pick counts once the hand was seen open in this round, so that what is still held from the round before is none.
 * It may change until time is up, but not be taken back: an open hand is also what a lost line looks like.
 */
function takePicks(state: Royale, { inputs }: Moment<RoyaleInput>): void {
  let isMissing = false
  for (let seat = 0; seat < state.players.length; seat++) {
    const player = state.players[seat]
    if (player?.fate !== 'in') continue
    const pick = inputs[seat]?.pick
    if (pick === 0 && player.hand === 'held') player.hand = 'open'
    if (pick && pick <= state.actions && player.hand !== 'held') {
      player.hand = 'picked'
      player.pick = pick
    }
    if (player.hand !== 'picked') isMissing = true
  }
  if (!isMissing) state.clock.left = Math.min(state.clock.left, lasts.beat)
}

function beginRound(state: Royale): void {
  // Whoever fell in the round before, or came late, waits from here on.
  for (const player of state.players) {
    if (!player) continue
    if (player.fate === 'falls') player.fate = 'waits'
    player.pick = 0
    player.hand = 'held'
  }
  state.round++
  state.isLastRound = state.ties === mostTies || !fitsAnother(state)
  enter(state, 'pick', pickTicks(state) + lasts.grace)
}

function pickTicks({ round, ties }: Royale): number {
  const { first, later, lessByTie } = lasts.pick
  return round === 1 ? first : later - ties * lessByTie
}

function revealTicks(state: Royale): number {
  return standing(state).length < crowd ? lasts.reveal.few : lasts.reveal.many
}

/** Whether this round may go undecided: then one more must fit before those who are out have waited too long. */
function fitsAnother(state: Royale): boolean {
  if (state.firstOut === 0) return true
  const waited = state.clock.played - state.firstOut
  const round = lasts.pick.later + lasts.grace + lasts.drum.later + revealTicks(state)
  return waited + 2 * round + lasts.crown + lasts.gather <= longestOut
}

/** All hands show. Who stays gets a point for everyone who falls; in the last royale two. */
function reveal(state: Royale): void {
  const { stay, fall, isTie } = verdictOf(state)
  const ticks = isTie ? lasts.reveal.tie : revealTicks(state)
  for (const seat of fall) {
    const player = state.players[seat]
    if (player) player.fate = 'falls'
  }
  for (const seat of stay) {
    const player = state.players[seat]
    if (player) player.points += fall.length * (state.isFinal ? 2 : 1)
  }
  if (fall.length > 0 && state.firstOut === 0) state.firstOut = state.clock.played
  state.ties = isTie ? Math.min(mostTies, state.ties + 1) : 0
  enter(state, 'reveal', ticks)
}

function goOn(state: Royale): void {
  const isPlayed = state.players.some((player) => player && player.fate !== 'gone' && player.pick > 0)
  const isDecided = standing(state).length < 2 || state.isLastRound
  if (isDecided || !isPlayed) enter(state, 'crown', lasts.crown)
  else beginRound(state)
}

function enter({ clock }: Royale, phase: Phase, ticks: number): void {
  clock.phase = phase
  clock.of = ticks
  clock.left = ticks
}
