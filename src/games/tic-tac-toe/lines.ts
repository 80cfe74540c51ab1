/** The board itself: nine cells, counted by rows from the upper left, and the eight lines that win. */

import type { Board, Side } from './world.ts'

export const lines: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
]

export function other(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

/** Whose move the one with this number was or will be; they take turns. */
export function moverOf({ starter }: Pick<Board, 'starter'>, move: number): Side {
  return move % 2 === 0 ? starter : other(starter)
}

/** Whose turn it is; null once the game is over. */
export function turnOf(board: Board): Side | null {
  return board.outcome === 'open' ? moverOf(board, board.moves.length) : null
}

/** The side that took each cell; null where it is free. */
export function takenBy(board: Pick<Board, 'starter' | 'moves'>): (Side | null)[] {
  const cells: (Side | null)[] = Array(9).fill(null)
  for (const [move, cell] of board.moves.entries()) cells[cell] = moverOf(board, move)
  return cells
}

/** The line that the last move completed; null where there is none. */
export function completedLine(board: Pick<Board, 'starter' | 'moves'>): readonly number[] | null {
  const last = board.moves.at(-1)
  if (last === undefined || board.moves.length < 5) return null
  const cells = takenBy(board)
  return (
    lines.find((line) => line.includes(last) && line.every((cell) => cells[cell] === cells[last])) ?? null
  )
}

/** As it is said: columns a to c from the left, rows 1 to 3 from below. */
export function notation(cell: number): string {
  return `${'abc'[cell % 3]}${3 - Math.floor(cell / 3)}`
}
