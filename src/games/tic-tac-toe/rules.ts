/** What happens in one tick: who presses what, clocks that run, boards that come free, and the queue that moves up. */

import { fillSlot } from '../../netcode/collections.ts'
import { nextRandom, shuffled } from '../../netcode/random.ts'
import type { Moment, Options, Outcome } from '../game.ts'
import { rankByScore } from '../ranking.ts'
import { finish, guess, place, runClock } from './rules-board.ts'
import { countHere, enqueue, openBoards, succeed } from './rules-queue.ts'
import { lastTicks, none, paces, type TicTacToe, type TicTacToeInput, ticksPerSecond } from './world.ts'

export function begin(seats: readonly number[], seed: number, options: Options): TicTacToe {
  const state: TicTacToe = {
    players: [],
    boards: [],
    tickets: 0,
    games: 0,
    time: (options.minutes ?? 2) * 60 * ticksPerSecond,
    pace: options.pace === 7 ? 'calm' : 'brisk',
  }
  // A stream of its own: others may draw from the same seed.
  const chance = { random: (seed ^ 0x9e3779b9) >>> 0 }
  for (const seat of shuffled(seats, chance)) arrive(state, seat)
  openBoards(state, () => (nextRandom(chance) < 0.5 ? 'left' : 'right'))
  return state
}

/** Comes to the end of the queue. */
export function arrive(state: TicTacToe, seat: number): void {
  fillSlot(state.players, seat, {
    here: true,
    board: none,
    ticket: 0,
    score: 0,
    streak: 0,
    backs: none,
    pressed: false,
  })
  enqueue(state, seat)
}

/** Goes for good, and loses the game that is on. */
export function depart(state: TicTacToe, seat: number): void {
  const player = state.players[seat]
  if (!player?.here) return
  const board = player.board === none ? undefined : state.boards[player.board]
  player.here = false
  player.board = none
  player.ticket = 0
  player.backs = none
  if (board?.outcome === 'open') finish(state, board, board.left.seat === seat ? 'right' : 'left', 'leaving')
}

export function stepTicTacToe(state: TicTacToe, moment: Moment<TicTacToeInput>): void {
  for (let seat = 0; seat < state.players.length; seat++) press(state, seat, moment.inputs[seat])
  // Whoever left may have been replaced by now; with fewer than two it is over.
  if (state.time > 0 && (state.time === 1 || countHere(state) < 2)) callTime(state)
  else if (state.time > 0) state.time--
  for (let index = 0; index < state.boards.length; index++) {
    const board = state.boards[index]
    if (!board) continue
    if (board.outcome === 'open') runClock(state, board)
    else if (board.show > 0 && --board.show === 0 && state.time > 0) succeed(state, index)
  }
  if (state.time > 0) openBoards(state, () => 'left')
}

/** Over when time is up and every game has been finished and looked at. */
export function resultOf(state: TicTacToe): Outcome | null {
  if (state.time > 0) return null
  if (state.boards.some((board) => board && (board.outcome === 'open' || board.show > 0))) return null
  return rankByScore(
    state.players,
    ({ score }) => score,
    // Whoever left comes after all who stayed.
    ({ here }) => !here,
  )
}

/** Once time is up, only those who are in a game have something to do. */
export function isOut(state: TicTacToe, seat: number): boolean {
  const player = state.players[seat]
  if (!player?.here) return true
  return state.time === 0 && (player.board === none || state.boards[player.board]?.outcome !== 'open')
}

/** A press is new where nothing was held before: what is held on from the last move is no next move. */
function press(state: TicTacToe, seat: number, input: TicTacToeInput | undefined): void {
  const player = state.players[seat]
  if (!player?.here || !input) return
  const isNew = !player.pressed
  player.pressed = input.cell !== none || input.backs !== none
  if (!isNew || !player.pressed) return
  if (input.cell !== none) place(state, seat, input.cell)
  else guess(state, seat, input.backs)
}

/** No new game from now on, and what is left of the running ones goes quickly. */
function callTime(state: TicTacToe): void {
  state.time = 0
  const { move } = paces[state.pace]
  for (const board of state.boards) {
    if (board?.outcome !== 'open') continue
    board.moveClock = Math.min(board.moveClock, move, lastTicks)
    for (const chair of [board.left, board.right]) chair.clock = Math.min(chair.clock, lastTicks)
  }
}
