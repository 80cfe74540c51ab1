/** Everyone at the boards and on the bench, with what is shown at them. */

import type { Frame, Painter, Pose } from '../view.ts'
import { drawBadge } from '../view-badge.ts'
import { turnOf } from './lines.ts'
import { drawClock, drawDaisies, drawNumber, drawPennants, drawQuestion, drawWatch } from './view-badges.ts'
import type { People } from './view-people.ts'
import { mayBack } from './view-picking.ts'
import { type Board, none, sides, type TicTacToe } from './world.ts'

/** Seconds that won points float above their winner. */
const floatFor = 1.5

export class Crowd {
  /** What everyone had in the last frame, and what they have just won. */
  readonly #scores = new Map<number, number>()
  #gains: { seat: number; points: number; since: number }[] = []

  draw(
    canvas: CanvasRenderingContext2D,
    people: People,
    middle: number | null,
    frame: Frame<TicTacToe>,
  ): void {
    const { state, paint, time } = frame
    const poses = people.poses()
    const best = Math.max(1, ...state.players.map((player) => player?.score ?? 0))
    this.#count(state, time)
    for (const pose of poses) {
      const player = state.players[pose.seat]
      const board = player && state.boards[player.board]
      const turn = board && turnOf(board)
      const isTurn = board && turn && board[turn].seat === pose.seat
      if (isTurn) drawClock(canvas, pose, board, state.pace, { paint, time })
      const drawn = hopping(pose, board, time, paint)
      paint.character(drawn)
      drawDaisies(canvas, drawn, player?.streak ?? 0, paint)
    }
    for (const pose of poses) {
      const player = state.players[pose.seat]
      if (!player) continue
      const place = people.waiting.indexOf(pose.seat)
      // Names on the bench take turns in two rows, since it is a narrow one.
      paint.label(place > 0 && place % 2 === 1 ? { ...pose, y: pose.y + 17 } : pose)
      const badge = { x: pose.x + pose.radius * 1.02, y: pose.y + pose.radius * 0.62 }
      drawBadge(canvas, player.score, badge.x, badge.y, paint, { size: 16, leads: player.score === best })
      const tag = { x: pose.x - pose.radius * 0.95, y: pose.y - pose.radius * 0.8 }
      if (place >= 0 && state.time > 0) drawNumber(canvas, tag, place + 1, paint)
    }
    drawGuesses(canvas, people, frame)
    const board = middle === null ? undefined : state.boards[middle]
    for (const side of sides) {
      const pose = board && people.pose(board[side].seat)
      if (!board || !pose || state.players[board[side].seat]?.board !== middle) continue
      drawWatch(
        canvas,
        { x: pose.x - 18, y: pose.y + pose.radius * 2.05 },
        board[side].clock,
        state.pace,
        paint,
      )
    }
    this.#float(canvas, people, time, paint)
  }

  #count({ players }: TicTacToe, time: number): void {
    this.#gains = this.#gains.filter(({ since }) => time - since < floatFor)
    for (const [seat, player] of players.entries()) {
      if (!player) continue
      const points = player.score - (this.#scores.get(seat) ?? player.score)
      if (points > 0) this.#gains.push({ seat, points, since: time })
      this.#scores.set(seat, player.score)
    }
  }

  #float(canvas: CanvasRenderingContext2D, people: People, time: number, paint: Painter): void {
    for (const { seat, points, since } of this.#gains) {
      const pose = people.pose(seat)
      if (!pose) continue
      const age = (time - since) / floatFor
      const rise = paint.reducedMotion ? 0 : (1 - (1 - age) ** 3) * 34
      const ink = paint.ink('accent')
      canvas.save()
      canvas.globalAlpha = Math.min(1, (1 - age) * 3)
      const size = Math.max(24, Math.round(pose.radius * 0.72))
      paint.write(`+${points}`, pose.x, pose.y - pose.radius * 1.55 - rise, { size, ink, rim: true })
      canvas.restore()
    }
  }
}

/** Pennants above whom people back; and, for who may still guess, a question at both. */
function drawGuesses(
  canvas: CanvasRenderingContext2D,
  people: People,
  { state, me, paint, time }: Frame<TicTacToe>,
): void {
  const backers = new Map<number, string[]>()
  for (const [seat, player] of state.players.entries()) {
    if (!player || player.backs === none) continue
    backers.set(player.backs, [...(backers.get(player.backs) ?? []), paint.colour(seat)])
  }
  for (const [seat, colours] of backers) {
    const pose = people.pose(seat)
    if (pose) drawPennants(canvas, pose, colours, time, paint)
  }
  const player = me === null ? undefined : state.players[me]
  if (!player?.here || player.board !== none || player.backs !== none) return
  for (const board of state.boards) {
    if (!board || !mayBack(board)) continue
    for (const side of sides) {
      const pose = people.pose(board[side].seat)
      if (pose) drawQuestion(canvas, pose, side === 'left' ? 0 : 1.5, time, paint)
    }
  }
}

/** Whoever has just won cannot sit still. */
function hopping(pose: Pose, board: Board | undefined, time: number, { reducedMotion }: Painter): Pose {
  if (!board || board.outcome === 'open' || board.outcome === 'draw' || reducedMotion) return pose
  if (board[board.outcome].seat !== pose.seat) return pose
  return { ...pose, y: pose.y - Math.abs(Math.sin(time * 7)) * pose.radius * 0.3 }
}
