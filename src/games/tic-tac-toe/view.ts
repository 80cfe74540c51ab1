/** How tic-tac-toe is drawn and played on a screen: a picnic of wooden boards. */

import type { Control, Cue, Devices, Face, Frame, Painter, Pose, View } from '../view.ts'
import { completedLine, other, turnOf } from './lines.ts'
import { drawClock, drawDaisies, drawNumber, drawPennant, drawScore, drawWatch } from './view-badges.ts'
import { drawBench } from './view-bench.ts'
import { captionOf } from './view-caption.ts'
import { drawCorners, drawWinningLine } from './view-chalk.ts'
import { drawCloth } from './view-cloth.ts'
import { tableColours } from './view-colours.ts'
import { ticTacToeCues } from './view-cues.ts'
import { cellMiddle, middlePlace } from './view-layout.ts'
import { drawNotes, drawTime } from './view-notes.ts'
import { People } from './view-people.ts'
import { mayBack, Picking } from './view-picking.ts'
import { Pictures } from './view-pictures.ts'
import { looksOf, Pieces } from './view-pieces.ts'
import { Tables } from './view-tables.ts'
import { drawBoard } from './view-wood.ts'
import { type Board, none, showTicks, sides, type TicTacToe, type TicTacToeInput } from './world.ts'

const controls: readonly Control[] = [
  {
    label: 'Choose a cell, or who wins while you wait',
    keys: 'Click; or arrows; or Q W E, A S D, Z X C',
    touch: 'Tap it',
    pad: 'Left stick or cross',
  },
  {
    action: 'place',
    label: 'Place',
    keys: 'Space',
    touch: 'The tap places; or the round button',
    pad: 'A',
    codes: ['Space'],
    buttons: [0],
  },
]
/** Ticks in which the chalk goes through the line that won. */
const lineTicks = 9

class TicTacToeView implements View<TicTacToe, TicTacToeInput> {
  readonly controls = controls
  readonly #pictures = new Pictures()
  readonly #pieces = new Pieces(this.#pictures)
  readonly #tables = new Tables()
  readonly #people = new People()
  readonly #picking = new Picking()

  sample(devices: Devices, state: TicTacToe, me: number | null): TicTacToeInput {
    return this.#picking.input(devices, state, me, this.#tables, this.#people)
  }

  /** One's own board lies in the middle of the world, always. */
  focus() {
    return middlePlace
  }

  caption(state: TicTacToe, me: number | null, faces: ReadonlyMap<number, Face>): string | null {
    return captionOf(state, me, state.boards[this.#tables.middle ?? none], faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<TicTacToe>): void {
    const { state, me, paint, time } = frame
    this.#picking.pass(time)
    this.#tables.arrange(state, me, time, paint.reducedMotion)
    this.#people.settle(state, this.#tables, time, paint.reducedMotion)
    paint.meadow()
    // Tall grass lies flat under a cloth: all of it is drawn before the first one.
    canvas.save()
    canvas.globalAlpha = 0
    paint.shadow(0, 2000, 1, 0)
    canvas.restore()
    drawBench(canvas, this.#pictures, paint)
    this.#pieces.begin()
    const { middle } = this.#tables
    for (const [index, board] of state.boards.entries()) {
      if (board && index !== middle) this.#drawTable(canvas, index, board, frame)
    }
    const board = middle === null ? undefined : state.boards[middle]
    if (board && middle !== null) this.#drawTable(canvas, middle, board, frame)
    drawNotes(canvas, this.#pictures, board, frame.faces, paint)
    drawTime(canvas, this.#pictures, state, paint)
    this.#drawPeople(canvas, frame)
  }

  cues(before: TicTacToe, after: TicTacToe, me: number | null): readonly Cue[] {
    return ticTacToeCues(before, after, me, this.#tables, this.#people)
  }

  #drawTable(canvas: CanvasRenderingContext2D, index: number, board: Board, frame: Frame<TicTacToe>): void {
    const { me, paint, time, faces } = frame
    const place = this.#tables.placeOf(index)
    const rest = this.#tables.restOf(index)
    const isMain = index === this.#tables.middle
    canvas.save()
    canvas.translate(place.x, place.y)
    if (place.cell !== rest.cell) canvas.scale(place.cell / rest.cell, place.cell / rest.cell)
    const look = { index, cell: rest.cell, isMain, mood: paint.mood }
    drawCloth(canvas, this.#pictures, look)
    drawBoard(canvas, this.#pictures, look)
    canvas.restore()
    const looks = looksOf(board, faces, paint)
    const turn = turnOf(board)
    const { cursor } = this.#picking
    const mine = sides.find((side) => board[side].seat === me)
    if (isMain && mine && turn && cursor !== null && !board.moves.includes(cursor)) {
      const isTurn = turn === mine
      const at = cellMiddle(place, cursor)
      drawCorners(canvas, { ...at, cell: place.cell }, tableColours[paint.mood].chalk, isTurn ? 0.95 : 0.5)
      if (isTurn) {
        canvas.save()
        canvas.globalAlpha = 0.42
        this.#pieces.drawPiece(canvas, at, place.cell * 0.36, looks[mine], paint, 'middle')
        canvas.restore()
      }
    }
    this.#pieces.draw(canvas, board, place, looks, { time, paint, size: isMain ? 'middle' : 'side' })
    const line = board.by === 'board' && board.outcome !== 'draw' ? completedLine(board) : null
    if (line && board.outcome !== 'open') {
      const share = paint.reducedMotion ? 1 : Math.min(1, (showTicks - board.show) / lineTicks)
      drawWinningLine(canvas, place, line, share, paint)
    }
  }

  #drawPeople(canvas: CanvasRenderingContext2D, frame: Frame<TicTacToe>): void {
    const { state, paint, time, me } = frame
    const poses = this.#people.poses()
    const best = Math.max(1, ...state.players.map((player) => player?.score ?? 0))
    for (const pose of poses) {
      const player = state.players[pose.seat]
      const board = player && state.boards[player.board]
      const turn = board && turnOf(board)
      if (board && turn && board[turn].seat === pose.seat)
        drawClock(canvas, pose, board, state.pace, { paint, time })
      paint.character(hopping(pose, board, time, paint))
      drawDaisies(canvas, pose, player?.streak ?? 0, paint)
    }
    for (const pose of poses) {
      const player = state.players[pose.seat]
      if (!player) continue
      const place = this.#people.waiting.indexOf(pose.seat)
      // Names on the bench take turns in two rows, since it is a narrow one.
      paint.label(place > 0 && place % 2 === 1 ? { ...pose, y: pose.y + 17 } : pose)
      const badge = { x: pose.x + pose.radius * 1.02, y: pose.y + pose.radius * 0.62 }
      drawScore(canvas, badge.x, badge.y, player.score, player.score === best, {
        mood: paint.mood,
        write: (text, x, y, writing) => paint.write(text, x, y, writing),
      })
      if (place >= 0)
        drawNumber(canvas, pose.x - pose.radius * 0.95, pose.y - pose.radius * 0.8, place + 1, paint)
    }
    this.#drawGuesses(canvas, frame)
    const { middle } = this.#tables
    const board = middle === null ? undefined : state.boards[middle]
    if (!board) return
    for (const side of sides) {
      const pose = this.#people.pose(board[side].seat)
      if (pose && state.players[board[side].seat]?.board === middle)
        drawWatch(canvas, pose.x - 20, pose.y + pose.radius * 2.05, board, side, state.pace, paint)
    }
    void me
  }

  /** Pennants beside whom people back; and, for who may still guess, a question at both. */
  #drawGuesses(canvas: CanvasRenderingContext2D, { state, me, paint, time }: Frame<TicTacToe>): void {
    const counts = new Map<number, number>()
    const wave = paint.reducedMotion ? 0 : Math.sin(time * 5)
    for (const [seat, player] of state.players.entries()) {
      if (!player || player.backs === none) continue
      const pose = this.#people.pose(player.backs)
      if (!pose) continue
      const before = counts.get(player.backs) ?? 0
      counts.set(player.backs, before + 1)
      const x = pose.x - pose.radius * 0.9 - before * 12
      drawPennant(canvas, x, pose.y - pose.radius * 1.15, paint.colour(seat), { mood: paint.mood, wave })
    }
    const player = me === null ? undefined : state.players[me]
    if (!player?.here || player.board !== none || player.backs !== none) return
    for (const board of state.boards) {
      if (!board || !mayBack(board)) continue
      for (const side of sides) {
        const pose = this.#people.pose(board[side].seat)
        if (!pose) continue
        const bob = paint.reducedMotion ? 0 : Math.sin(time * 4 + (side === 'left' ? 0 : 1.5)) * 3
        const ink = paint.ink('accent')
        paint.write('?', pose.x, pose.y - pose.radius * 1.6 + bob, {
          size: Math.max(26, pose.radius),
          ink,
          rim: true,
        })
      }
    }
  }
}

export function makeTicTacToeView(): View<TicTacToe, TicTacToeInput> {
  return new TicTacToeView()
}

/** Whoever has just won cannot sit still. */
function hopping(pose: Pose, board: Board | undefined, time: number, { reducedMotion }: Painter): Pose {
  if (!board || board.outcome === 'open' || board.outcome === 'draw' || reducedMotion) return pose
  if (board[board.outcome].seat !== pose.seat || board[other(board.outcome)].seat === pose.seat) return pose
  return { ...pose, y: pose.y - Math.abs(Math.sin(time * 7)) * pose.radius * 0.3 }
}
