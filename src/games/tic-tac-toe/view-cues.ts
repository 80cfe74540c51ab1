/** What of a round of tic-tac-toe deserves to be heard and felt, found by comparing two states. */

import type { Cue } from '../view.ts'
import { turnOf } from './lines.ts'
import { cellMiddle, type Point } from './view-layout.ts'
import type { People } from './view-people.ts'
import type { Tables } from './view-tables.ts'
import { type Board, none, type TicTacToe, ticksPerSecond } from './world.ts'

/** The seconds before one's clock runs out at which it ticks. */
const ticking = [2, 1]

export function ticTacToeCues(
  before: TicTacToe,
  after: TicTacToe,
  me: number | null,
  tables: Tables,
  people: People,
): Cue[] {
  const cues: Cue[] = []
  const own = me === null ? none : (after.players[me]?.board ?? none)
  const at = (seat: number): Point => people.pose(seat) ?? { x: 800, y: 450 }
  for (const [index, board] of after.boards.entries()) {
    if (!board) continue
    const was = before.boards[index]
    const near = index === own || index === tables.middle
    const isSame = was?.game === board.game
    const place = tables.placeOf(index)
    const move = board.moves.length - 1
    const cell = board.moves[move]
    if (isSame && was && board.moves.length > was.moves.length && cell !== undefined) {
      const spot = cellMiddle(place, cell)
      cues.push({ sound: 'place', ...spot, strength: near ? 0.85 : 0.22 })
      if (near) cues.push({ burst: 'dust', x: spot.x, y: spot.y + place.cell * 0.3, strength: 0.25 })
    }
    if (isSame && was?.outcome === 'open' && board.outcome !== 'open')
      cues.push(...ending(board, me, near, at))
    if (index === own && me !== null) cues.push(...myTurn(was, board, me, at(me)))
  }
  if (before.time > 0 && after.time === 0) cues.push({ sound: 'round', x: 800, y: 400, strength: 0.9 })
  const player = me === null ? undefined : after.players[me]
  const wasPlayer = me === null ? undefined : before.players[me]
  if (player && wasPlayer && me !== null) {
    const guessed = wasPlayer.backs !== none && player.score === wasPlayer.score + 1 && player.board === none
    if (guessed) cues.push({ sound: 'coin', burst: 'spark', ...at(me), strength: 0.8 })
    else if (player.backs !== wasPlayer.backs && player.backs !== none)
      cues.push({ sound: 'pick', ...at(player.backs), strength: 0.6 })
  }
  return cues
}

function ending(board: Board, me: number | null, near: boolean, at: (seat: number) => Point): Cue[] {
  const { outcome } = board
  if (outcome === 'draw')
    return [
      { sound: 'bump', x: at(board.left.seat).x, y: at(board.left.seat).y, strength: near ? 0.5 : 0.15 },
    ]
  if (outcome === 'open') return []
  const winner = board[outcome].seat
  const loser = board[outcome === 'left' ? 'right' : 'left'].seat
  const burst: Cue = { burst: 'confetti', seat: winner, ...at(winner), strength: near ? 0.8 : 0.3 }
  if (winner === me) return [{ ...burst, sound: 'win', strength: 1, shake: 0.15 }]
  if (loser === me) return [burst, { sound: 'out', ...at(loser), strength: 0.7 }]
  return [{ ...burst, ...(near && { sound: 'score' as const }) }]
}

/** One's turn has come, or one's time runs out. */
function myTurn(was: Board | undefined, board: Board, me: number, at: Point): Cue[] {
  const isMine = (one: Board | undefined) => {
    const turn = one && turnOf(one)
    return one && turn ? one[turn].seat === me : false
  }
  if (!isMine(board)) return []
  const isNew = !isMine(was) || was?.game !== board.game || was.moves.length !== board.moves.length
  if (isNew) return [{ sound: 'turn', ...at, strength: 0.8 }]
  const ticks = ticking.some((second) => {
    const limit = second * ticksPerSecond
    return was && was.moveClock > limit && board.moveClock <= limit
  })
  return ticks ? [{ sound: 'hurry', ...at, strength: 0.7 }] : []
}
