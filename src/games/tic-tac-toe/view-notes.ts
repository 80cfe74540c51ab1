/** A strip of paper below the middle board: the moves so far, and how long the match goes on. */

import type { Face, Painter } from '../view.ts'
import { clockOf } from '../view-words.ts'
import { moverOf, notation } from './lines.ts'
import { tableColours } from './view-colours.ts'
import type { SizedPictures } from './view-pictures.ts'
import { looksOf, type Pieces } from './view-pieces.ts'
import { type Board, type TicTacToe, ticksPerSecond } from './world.ts'

const paper = { left: 478, top: 628, width: 524, height: 84 }
const tag = { x: 1074, y: 670, radius: 46 }
const longestName = 12

/** A row for each player, with their piece; whoever began stands first, so that one reads on from above to below. */
export function drawNotes(
  canvas: CanvasRenderingContext2D,
  { pictures, pieces }: { pictures: SizedPictures; pieces: Pieces },
  board: Board | undefined,
  faces: ReadonlyMap<number, Face>,
  paint: Painter,
): void {
  const { mood } = paint
  const box = {
    left: paper.left - 12,
    top: paper.top - 10,
    width: paper.width + 24,
    height: paper.height + 26,
  }
  pictures.draw(canvas, `paper ${mood}`, box, (picture) => paintPaper(picture, mood))
  if (!board) return
  const { pencil } = tableColours[mood]
  const looks = looksOf(board, faces, paint)
  for (const row of [0, 1]) {
    const side = moverOf(board, row)
    const y = paper.top + 24 + row * 36
    pieces.drawPiece(canvas, { x: paper.left + 38, y: y - 1 }, 12, looks[side], paint)
    const name = shortName(faces.get(board[side].seat)?.name ?? '')
    paint.write(name, paper.left + 60, y, { size: name.length > 9 ? 18 : 21, ink: pencil, align: 'left' })
  }
  for (const [move, cell] of board.moves.entries()) {
    const x = paper.left + 206 + Math.floor(move / 2) * 68
    const y = paper.top + 24 + (move % 2) * 36
    canvas.save()
    canvas.globalAlpha *= move === board.moves.length - 1 ? 1 : 0.66
    paint.write(notation(cell), x, y, { size: 23, ink: pencil })
    canvas.restore()
  }
}

/** A tag of wood with the time that is left of the match, in whole seconds. */
export function drawTime(
  canvas: CanvasRenderingContext2D,
  pictures: SizedPictures,
  { time }: TicTacToe,
  paint: Painter,
): void {
  const { mood } = paint
  const box = { left: tag.x - 64, top: tag.y - 62, width: 128, height: 124 }
  pictures.draw(canvas, `time ${mood}`, box, (picture) => paintTag(picture, mood))
  const text = time > 0 ? clockOf(time / ticksPerSecond) : 'last'
  const { chalk } = tableColours[mood]
  paint.write(text, tag.x, tag.y + 4, { size: 31, ink: chalk })
}

function shortName(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name
}

function paintPaper(canvas: CanvasRenderingContext2D, mood: Painter['mood']): void {
  const { paper: ground, paperLine, shade } = tableColours[mood]
  const { left, top, width, height } = paper
  canvas.save()
  canvas.translate(left + width / 2, top + height / 2)
  canvas.rotate(-0.008)
  canvas.translate(-width / 2, -height / 2)
  for (const [ink, shift] of [
    [shade, 6],
    [ground, 0],
  ] as const) {
    canvas.fillStyle = ink
    canvas.beginPath()
    canvas.moveTo(shift, shift)
    canvas.lineTo(width + shift, shift)
    // Torn off at the right.
    for (let i = 1; i <= 7; i++) {
      canvas.lineTo(width - (i % 2 ? 7 : 0) + shift, (height * i) / 7 + shift)
    }
    canvas.lineTo(shift, height + shift)
    canvas.closePath()
    canvas.fill()
  }
  canvas.strokeStyle = paperLine
  canvas.lineWidth = 1.6
  for (const y of [38, 73]) {
    canvas.beginPath()
    canvas.moveTo(6, y)
    canvas.lineTo(width - 12, y)
    canvas.stroke()
  }
  canvas.strokeStyle = 'rgb(200 80 60 / 0.35)'
  canvas.beginPath()
  canvas.moveTo(15, 2)
  canvas.lineTo(15, height - 2)
  canvas.stroke()
  canvas.restore()
}

/** A round slice of a branch, with bark around it. */
function paintTag(canvas: CanvasRenderingContext2D, mood: Painter['mood']): void {
  const { wood, shade } = tableColours[mood]
  const { x, y, radius } = tag
  for (const [ink, grow, dx, dy] of [
    [shade, 3, 6, 9],
    [wood.edge, 4, 0, 2],
    [wood.dark, -2, 0, 0],
  ] as const) {
    canvas.fillStyle = ink
    canvas.beginPath()
    for (let i = 0; i <= 40; i++) {
      const angle = (i / 40) * 2 * Math.PI
      const reach = radius + grow + Math.sin(angle * 5 + 1) * 1.6 + Math.sin(angle * 11) * 0.8
      const point = [
        x + dx + Math.cos(angle) * reach * 1.12,
        y + dy + Math.sin(angle) * reach * 0.86,
      ] as const
      if (i === 0) canvas.moveTo(...point)
      else canvas.lineTo(...point)
    }
    canvas.closePath()
    canvas.fill()
  }
  canvas.strokeStyle = wood.base
  canvas.lineWidth = 1.6
  for (const ring of [0.86, 0.66]) {
    canvas.globalAlpha = ring * 0.6
    canvas.beginPath()
    canvas.ellipse(x, y, radius * 1.08 * ring, radius * 0.82 * ring, 0, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.globalAlpha = 1
}
