/** Somebody who plays noughts and crosses as people do: thinks for a moment, and sometimes does not look. */

import type { Bot, Strength } from '../game.ts'
import { turnOf } from './lines.ts'
import { bestMoves, winningMoves } from './search.ts'
import {
  type Board,
  cellCount,
  guessBefore,
  idle,
  none,
  type TicTacToe,
  type TicTacToeInput,
  ticksPerSecond,
} from './world.ts'

interface Habits {
  /** How often a move is made without looking what the other one could do. */
  readonly careless: number
  /** How often one's own three in a row is seen even so. */
  readonly greedy: number
}

const habits: Readonly<Record<Strength, Habits>> = {
  gentle: { careless: 0.56, greedy: 0.65 },
  fair: { careless: 0.46, greedy: 0.75 },
  sharp: { careless: 0.37, greedy: 0.85 },
}
/** Seconds that one thinks about a move, and who waits about a guess. */
const thinking = { least: 0.6, most: 2 }
const guessing = { least: 0.8, most: 3 }

export const ticTacToeBot: Bot<TicTacToe, TicTacToeInput> = {
  play(seat, random, strength) {
    /** What it is about to do, and at which tick: thought of once, when the question arose. */
    let thought: { about: string; at: number } = { about: '', at: 0 }
    const later = ({ least, most }: { least: number; most: number }) =>
      Math.round((least + random() * (most - least)) * ticksPerSecond)
    return {
      next(state, tick) {
        const player = state.players[seat]
        // Who held something a tick ago lets go first.
        if (!player?.here || player.pressed) return idle
        const board = state.boards[player.board]
        const turn = board && turnOf(board)
        if (board && turn && board[turn].seat === seat) {
          const about = `${board.game} ${board.moves.length}`
          if (thought.about !== about) {
            const movesLeft = Math.ceil((cellCount - board.moves.length) / 2)
            const hurried = Math.min(board.moveClock - 6, board[turn].clock / movesLeft)
            thought = { about, at: tick + Math.max(2, Math.floor(Math.min(later(thinking), hurried))) }
          }
          if (tick < thought.at) return idle
          return { cell: chooseCell(board, habits[strength], random), backs: none }
        }
        if (player.board !== none || player.backs !== none || state.time === 0) return idle
        const about = `waits ${player.ticket}`
        if (thought.about !== about) thought = { about, at: tick + later(guessing) }
        return tick < thought.at ? idle : { cell: none, backs: chooseFavourite(state, random) }
      },
    }
  },
}

function chooseCell(board: Board, { careless, greedy }: Habits, random: () => number): number {
  const any = (cells: readonly number[]) => cells[Math.floor(random() * cells.length)] ?? none
  if (random() >= careless) return any(bestMoves(board.moves))
  const wins = random() < greedy ? winningMoves(board.moves) : []
  if (wins.length > 0) return any(wins)
  return any(
    Array.from({ length: cellCount }, (_, cell) => cell).filter((cell) => !board.moves.includes(cell)),
  )
}

/** Somebody in a young game; rather the one who is winning today. */
function chooseFavourite({ boards, players }: TicTacToe, random: () => number): number {
  const young = boards.filter((board) => board?.outcome === 'open' && board.moves.length < guessBefore)
  const board = young[Math.floor(random() * young.length)]
  if (!board) return none
  const score = (at: number) => players[at]?.score ?? 0
  const [left, right] = [board.left.seat, board.right.seat]
  const better = score(left) >= score(right) ? left : right
  return random() < 0.7 ? better : better === left ? right : left
}
