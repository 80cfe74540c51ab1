/** All of the game tree, searched once: which moves are the best in a position. */

import { completedLine } from './lines.ts'
import { cellCount } from './world.ts'

/** What a position is worth to who is to move, by the cells of both: a sooner win is worth more. */
const known = new Map<number, number>()

/** The moves that lead to the best end, all of them worth the same. */
export function bestMoves(moves: readonly number[]): number[] {
  const played = [...moves]
  let best = Number.NEGATIVE_INFINITY
  let cells: number[] = []
  for (let cell = 0; cell < cellCount; cell++) {
    if (moves.includes(cell)) continue
    played.push(cell)
    const worth = -worthOf(played)
    played.pop()
    if (worth < best) continue
    if (worth > best) cells = []
    best = worth
    cells.push(cell)
  }
  return cells
}

/** The moves that complete a line. */
export function winningMoves(moves: readonly number[]): number[] {
  return bestMoves(moves).filter((cell) => completed([...moves, cell]))
}

function worthOf(moves: number[]): number {
  const key = keyOf(moves)
  const before = known.get(key)
  if (before !== undefined) return before
  let worth = 0
  if (completed(moves)) worth = moves.length - 10
  else if (moves.length < cellCount) {
    worth = Number.NEGATIVE_INFINITY
    for (let cell = 0; cell < cellCount; cell++) {
      if (moves.includes(cell)) continue
      moves.push(cell)
      worth = Math.max(worth, -worthOf(moves))
      moves.pop()
    }
  }
  known.set(key, worth)
  return worth
}

/** The same for the same pieces, in whatever order they came. */
function keyOf(moves: readonly number[]): number {
  let key = 0
  for (const [move, cell] of moves.entries()) key |= 1 << (cell + (move % 2) * cellCount)
  return key
}

function completed(moves: readonly number[]): boolean {
  return completedLine({ starter: 'left', moves: moves as number[] }) !== null
}
