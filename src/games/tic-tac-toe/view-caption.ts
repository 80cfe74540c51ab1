/** How things stand for oneself, in one short line. */

import type { Face } from '../view.ts'
import { nameOf } from '../view-words.ts'
import { other, turnOf } from './lines.ts'
import { queueOf } from './rules-queue.ts'
import { mayBack } from './view-picking.ts'
import { type Board, none, points, sides, type TicTacToe } from './world.ts'

type Faces = ReadonlyMap<number, Face>

/** `watched` is the board in the middle, for who has none of their own. */
export function captionOf(
  state: TicTacToe,
  me: number | null,
  watched: Board | undefined,
  faces: Faces,
): string | null {
  const player = me === null ? undefined : state.players[me]
  const own = player && state.boards[player.board]
  if (own && me !== null) return atBoard(own, me, faces, state.time === 0)
  if (!player || me === null) return watched ? watching(watched, faces) : null
  if (state.time === 0) return 'Time is up · the last games are being played'
  const before = queueOf(state)
    .filter((seat) => state.players[seat]?.board === none)
    .indexOf(me)
  const place = before <= 0 ? 'You are next in the queue' : `${before} before you in the queue`
  if (player.backs !== none) return `${place} · you say ${nameOf(player.backs, faces)} wins`
  return watched && mayBack(watched) ? `${place} · who wins here?` : place
}

function atBoard(board: Board, me: number, faces: Faces, isLast: boolean): string {
  const mine = sides.find((side) => board[side].seat === me) ?? 'left'
  const rival = nameOf(board[other(mine)].seat, faces)
  const turn = turnOf(board)
  if (turn) {
    if (turn === mine) return isLast ? 'Last game · your turn' : 'Your turn'
    return isLast ? `Last game · ${rival} thinks` : `${rival} thinks`
  }
  if (board.outcome === 'draw') return 'A draw · a point for both'
  if (board.outcome === mine) {
    const won = `win ${points.win} points`
    if (board.by === 'clock') return `${rival} ran out of time · you ${won}`
    return board.by === 'leaving' ? `${rival} left · you ${won}` : `You ${won}`
  }
  return board.by === 'clock' ? `Your time ran out · ${rival} wins` : `${rival} wins`
}

function watching(board: Board, faces: Faces): string {
  const [left, right] = sides.map((side) => nameOf(board[side].seat, faces))
  if (board.outcome === 'draw') return `${left} and ${right} draw`
  if (board.outcome !== 'open') return `${nameOf(board[board.outcome].seat, faces)} wins`
  return `${left} against ${right}`
}
