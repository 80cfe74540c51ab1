/** A game at a board: moves, clocks, how it ends, and what that is worth to those who play and those who guessed. */

import { completedLine, other, turnOf } from './lines.ts'
import {
  type Board,
  cellCount,
  guessBefore,
  none,
  paces,
  points,
  type Side,
  showTicks,
  type TicTacToe,
} from './world.ts'

/** The one who goes when a game is over: the loser, and after a draw who has sat there longer, or else who began. */
export function leaving({ outcome, left, right, starter }: Board): Side {
  if (outcome === 'left' || outcome === 'right') return other(outcome)
  if (left.games === right.games) return starter
  return left.games > right.games ? 'left' : 'right'
}

/** Puts a piece on a cell, where it is one's turn and the cell is free. */
export function place(state: TicTacToe, seat: number, cell: number): void {
  const board = state.boards[state.players[seat]?.board ?? none]
  const turn = board && turnOf(board)
  if (!board || !turn || board[turn].seat !== seat || board.moves.includes(cell)) return
  board.moves.push(cell)
  board.moveClock = Math.min(paces[state.pace].move, board[other(turn)].clock)
  if (completedLine(board)) finish(state, board, turn, 'board')
  else if (board.moves.length === cellCount) finish(state, board, 'draw', 'board')
}

/** Whoever waits may say who wins, as long as the game is young. */
export function guess(state: TicTacToe, seat: number, backed: number): void {
  const player = state.players[seat]
  if (!player || player.board !== none) return
  const board = state.boards[state.players[backed]?.board ?? none]
  if (board?.outcome === 'open' && board.moves.length < guessBefore) player.backs = backed
}

/** A tick of the one who is to move: of the move, and of all moves once the board has been looked at. */
export function runClock(state: TicTacToe, board: Board): void {
  const turn = turnOf(board)
  if (!turn) return
  const mover = board[turn]
  if (board.moveClock <= paces[state.pace].move) mover.clock--
  board.moveClock--
  if (mover.clock <= 0 || board.moveClock <= 0) finish(state, board, other(turn), 'clock')
}

/** Ends a game. Who goes joins the queue at once, and is still seen at the board for a while. */
export function finish(state: TicTacToe, board: Board, outcome: Side | 'draw', by: Board['by']): void {
  board.outcome = outcome
  board.by = by
  board.show = showTicks
  for (const side of ['left', 'right'] as const) {
    const chair = board[side]
    chair.games = Math.min(255, chair.games + 1)
    const player = state.players[chair.seat]
    if (!player) continue
    player.score += outcome === 'draw' ? points.draw : outcome === side ? points.win : 0
    player.streak = outcome === 'draw' ? player.streak : outcome === side ? player.streak + 1 : 0
  }
  const winner = outcome === 'draw' ? none : board[outcome].seat
  for (const player of state.players) {
    if (!player || player.backs === none) continue
    if (player.backs !== board.left.seat && player.backs !== board.right.seat) continue
    if (player.backs === winner) player.score += points.guess
    player.backs = none
  }
  const goes = state.players[board[leaving(board)].seat]
  if (goes?.here) goes.ticket = ++state.tickets
}
