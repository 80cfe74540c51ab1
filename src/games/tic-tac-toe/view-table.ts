/** One board with what lies on it and below it: cloth, wood, pieces, the line that won, and the cursor of who plays. */

import type { Frame, Painter } from '../view.ts'
import { completedLine, turnOf } from './lines.ts'
import { drawCorners, drawGrid, drawWinningLine } from './view-chalk.ts'
import { paintCloth } from './view-cloth.ts'
import { tableColours } from './view-colours.ts'
import { cellMiddle, halfBoard, halfCloth, type Place } from './view-layout.ts'
import type { SizedPictures } from './view-pictures.ts'
import { looksOf, type Pieces, pieceSize } from './view-pieces.ts'
import { paintBoard } from './view-wood.ts'
import { type Board, showTicks, sides, type TicTacToe } from './world.ts'

/** Ticks in which the chalk goes through the line that won. */
const lineTicks = 8
/** What is said of a game that ended without a line. */
const endings = { board: 'draw', clock: 'time!', leaving: 'gone' } as const

export interface Table {
  readonly index: number
  readonly board: Board
  /** Where it is just now, and how large it is where it belongs. */
  readonly place: Place
  readonly cell: number
  readonly isMain: boolean
}

export function drawTable(
  canvas: CanvasRenderingContext2D,
  { pictures, pieces }: { pictures: SizedPictures; pieces: Pieces },
  table: Table,
  cursor: number | null,
  { me, paint, time, faces }: Frame<TicTacToe>,
): void {
  const { index, board, place, cell, isMain } = table
  const { mood } = paint
  const looks = looksOf(board, faces, paint)
  const turn = turnOf(board)
  const mine = sides.find((side) => board[side].seat === me)
  const isMyTurn = mine !== undefined && turn === mine
  // All that follows lies around the board's own middle, in its own size.
  const here: Place = { x: 0, y: 0, cell }
  canvas.save()
  canvas.translate(place.x, place.y)
  if (place.cell !== cell) canvas.scale(place.cell / cell, place.cell / cell)
  const { x, y } = halfCloth(cell)
  const box = { left: -x - 24, top: -y - 24, width: 2 * x + 48, height: 2 * y + 48 }
  pictures.draw(canvas, `table ${mood} ${isMain} ${index} ${cell}`, box, (picture) => {
    paintCloth(picture, { index, cell, isMain, mood })
    paintBoard(picture, { index, cell, mood })
    drawGrid(picture, pictures, cell, mood)
  })
  if (isMyTurn) drawGlow(canvas, cell, looks[mine].colour, time, paint)
  const marked = mine && turn && cursor !== null ? cursor : null
  if (mine && marked !== null && !board.moves.includes(marked)) {
    canvas.save()
    canvas.globalAlpha = isMyTurn ? 0.45 : 0.16
    pieces.drawPiece(canvas, cellMiddle(here, marked), cell * pieceSize, looks[mine], paint)
    canvas.restore()
  }
  pieces.draw(canvas, board, here, looks, { time, paint })
  if (marked !== null) {
    const corners = { ...cellMiddle(here, marked), cell }
    drawCorners(canvas, corners, tableColours[mood].chalk, isMyTurn ? 0.95 : 0.5)
  }
  if (board.outcome !== 'open') {
    const line = board.by === 'board' ? completedLine(board) : null
    const share = paint.reducedMotion ? 1 : Math.min(1, (showTicks - board.show) / lineTicks)
    if (line) drawWinningLine(canvas, pictures, cell, line, share, mood)
    else drawEnding(canvas, here, endings[board.by], share, paint)
  }
  canvas.restore()
}

/** A board that waits for oneself shines. */
function drawGlow(
  canvas: CanvasRenderingContext2D,
  cell: number,
  colour: string,
  time: number,
  { reducedMotion, mood }: Painter,
): void {
  const beat = reducedMotion ? 1 : 0.75 + 0.25 * Math.sin(time * 5)
  const reach = halfBoard(cell) + 9
  // The wood is as thick as it is seen below.
  const thick = cell * 0.09
  canvas.save()
  canvas.lineWidth = 10
  for (const [ink, alpha, grow] of [
    [colour, 1, 4],
    [tableColours[mood].glow, 1, 0],
  ] as const) {
    canvas.globalAlpha = alpha * beat
    canvas.strokeStyle = ink
    canvas.beginPath()
    canvas.roundRect(
      -reach - grow,
      -reach - grow,
      2 * (reach + grow),
      2 * (reach + grow) + thick,
      cell * 0.26,
    )
    canvas.stroke()
  }
  canvas.restore()
}

/** A word on a dark ribbon at the board's lower edge, so that all pieces are still seen. */
function drawEnding(
  canvas: CanvasRenderingContext2D,
  { x, y, cell }: Place,
  word: string,
  share: number,
  paint: Painter,
): void {
  const { wood, chalk } = tableColours[paint.mood]
  canvas.save()
  canvas.translate(x, y + cell * 1.68)
  canvas.globalAlpha = 0.9 * share
  canvas.fillStyle = wood.edge
  canvas.beginPath()
  canvas.roundRect(-cell * 0.95 * share, -cell * 0.24, cell * 1.9 * share, cell * 0.48, cell * 0.16)
  canvas.fill()
  canvas.globalAlpha = share
  paint.write(word, 0, 0, { size: Math.round(Math.max(15, cell * 0.36)), ink: chalk })
  canvas.restore()
}
