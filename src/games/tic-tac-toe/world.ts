/** Tic-tac-toe's measures and its state, as both ends know it. */

import { log, slots } from '../../netcode/collections.ts'
import type { Infer } from '../../netcode/kind.ts'
import { record } from '../../netcode/record.ts'
import { choice, fixed, flag, int } from '../../netcode/scalars.ts'
import { mostSeats } from '../field.ts'

export const ticksPerSecond = 20
export const mostPlayers = 32
/** A board for every three players: so the queue is never longer than there are boards. */
export const playersPerBoard = 3
export const mostBoards = Math.ceil(mostPlayers / playersPerBoard)
export const cellCount = 9
/** Where nobody is meant, or no cell, or no board. */
export const none = -1

/** Ticks for one move and for all of one's moves in a game, by how fast the match is. */
export const paces = {
  brisk: { move: 4 * ticksPerSecond, game: 10 * ticksPerSecond },
  calm: { move: 7 * ticksPerSecond, game: 12 * ticksPerSecond },
} as const
/** Ticks before the first move in which no clock runs: whoever comes to the board looks at it first. */
export const readyTicks = ticksPerSecond
/** Ticks that everyone looks at a finished game. */
export const showTicks = 2 * ticksPerSecond
/** When time is up, nobody has more ticks left than these: who waits should not wait long for the end. */
export const lastTicks = 2.5 * ticksPerSecond
/** A guess counts while fewer pieces than these lie on the board. */
export const guessBefore = 4
export const points = { win: 3, draw: 1, guess: 1 } as const

const longestMatch = 5 * 60 * ticksPerSecond
const seat = int(none, mostSeats - 1)
/** Ticks that count down, drawn smoothly between two of them, but not where a clock is set anew. */
const clock = fixed(0, 511, 1, { snap: 2 })

const chair = record({
  seat,
  /** What is left of the clock for the whole game. */
  clock,
  /** Games played here since they sat down. */
  games: int(0, 255),
})

export const sides = ['left', 'right'] as const
export type Side = (typeof sides)[number]

const board = record({
  /** Which game of the match this is. */
  game: int(0, 65535),
  left: chair,
  right: chair,
  starter: choice(sides),
  /** The cells in the order in which they were taken: the move list, and by it the board. */
  moves: log(int(0, cellCount - 1)),
  moveClock: clock,
  outcome: choice(['open', 'left', 'right', 'draw']),
  /** What ended it. */
  by: choice(['board', 'clock', 'leaving']),
  /** Ticks that the end is still looked at. */
  show: int(0, showTicks),
})
export type Board = Infer<typeof board>

const player = record({
  /** False once they have left. */
  here: flag(),
  /** The board that they sit at; none on the bench. */
  board: int(none, mostBoards - 1),
  /** The lower, the sooner it is their turn to come to a board; 0 for who does not queue. */
  ticket: int(0, 65535),
  score: int(0, 4095),
  /** Games won since the last one lost. */
  streak: int(0, 255),
  /** Who they think wins. */
  backs: seat,
  /** Whether something is held since the last tick: a new press needs a release. */
  pressed: flag(),
})
export type Player = Infer<typeof player>

// All of it is drawn from the prediction: what others do is known by their presses alone.
export const ticTacToeState = record(
  {
    players: slots(player, mostSeats),
    boards: slots(board, mostBoards),
    /** Tickets given so far, and games begun. */
    tickets: int(0, 65535),
    games: int(0, 65535),
    /** Ticks until no new game begins. */
    time: int(0, longestMatch),
    pace: choice(['brisk', 'calm']),
  },
  { ahead: true },
)
export type TicTacToe = Infer<typeof ticTacToeState>

export const ticTacToeInput = record({
  /** The cell that is pressed; counted by rows from the upper left. */
  cell: int(none, cellCount - 1),
  /** The player who is pressed, by whoever waits. */
  backs: seat,
})
export type TicTacToeInput = Infer<typeof ticTacToeInput>
export const idle: TicTacToeInput = { cell: none, backs: none }
