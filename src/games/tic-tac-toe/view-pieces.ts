/** The pieces: the players themselves, small and cut from wood; they drop onto the board and hop when they win. */

import type { Face, Mood, Painter } from '../view.ts'
import { completedLine, moverOf } from './lines.ts'
import { tableColours } from './view-colours.ts'
import { cellMiddle, type Place, type Point } from './view-layout.ts'
import type { SizedPictures } from './view-pictures.ts'
import { traceShape } from './view-shapes.ts'
import type { Board, Side } from './world.ts'

/** Seconds of a drop, and of the wobble after it. */
const dropFor = 0.16
const wobbleFor = 0.32
/** A piece's radius, in cells. */
export const pieceSize = 0.36

export interface Look {
  readonly shape: Face['shape']
  readonly colour: string
  /** Written on it where two pieces would look alike; else it has a face. */
  readonly mark: 'X' | 'O' | null
}

/** How the pieces of both sides look; who begins has X, as ever. */
export function looksOf(
  board: Pick<Board, 'left' | 'right' | 'starter'>,
  faces: ReadonlyMap<number, Face>,
  paint: Painter,
): Readonly<Record<Side, Look>> {
  const shape = (side: Side) => faces.get(board[side].seat)?.shape ?? 'circle'
  const colour = (side: Side) => paint.colour(board[side].seat)
  // A drop and a triangle in one colour are too much alike, too.
  const alike = shape('left') === shape('right') || colour('left') === colour('right')
  const look = (side: Side): Look => ({
    shape: shape(side),
    colour: colour(side),
    mark: alike ? (board.starter === side ? 'X' : 'O') : null,
  })
  return { left: look('left'), right: look('right') }
}

export class Pieces {
  readonly #pictures: SizedPictures
  /** When each piece came, by its game and number. */
  #came = new Map<string, number>()
  #before = new Map<string, number>()

  constructor(pictures: SizedPictures) {
    this.#pictures = pictures
  }

  /** Before each frame: forgets pieces that are gone. */
  begin(): void {
    const kept = this.#before
    this.#before = this.#came
    this.#came = kept
    this.#came.clear()
  }

  draw(
    canvas: CanvasRenderingContext2D,
    board: Board,
    place: Place,
    looks: Readonly<Record<Side, Look>>,
    { time, paint }: { time: number; paint: Painter },
  ): void {
    const line = board.by === 'board' ? completedLine(board) : null
    for (const [move, cell] of board.moves.entries()) {
      const key = `${board.game} ${move}`
      const came = this.#before.get(key) ?? time
      this.#came.set(key, came)
      const at = cellMiddle(place, cell)
      const hop = line?.includes(cell) && !paint.reducedMotion ? hopOf(time, line.indexOf(cell)) : 0
      const pose = paint.reducedMotion ? still : dropOf(time - came)
      canvas.save()
      canvas.globalAlpha *= line && !line.includes(cell) ? 0.72 : 1
      this.drawPiece(canvas, at, place.cell * pieceSize, looks[moverOf(board, move)], paint, {
        ...pose,
        lift: pose.lift * place.cell + hop * place.cell * 0.16,
      })
      canvas.restore()
    }
  }

  drawPiece(
    canvas: CanvasRenderingContext2D,
    { x, y }: Point,
    radius: number,
    look: Look,
    paint: Painter,
    { wide, high, lift }: Stance = still,
  ): void {
    const { mood } = paint
    canvas.save()
    canvas.translate(x, y)
    const lies = lift === 0
    if (!lies) {
      const spread = 1 / (1 + lift / radius / 3)
      paintShade(canvas, radius, spread, mood)
      canvas.translate(0, -lift)
    }
    // Squashed about its foot.
    if (wide !== 1 || high !== 1) {
      canvas.translate(0, radius)
      canvas.scale(wide, high)
      canvas.translate(0, -radius)
    }
    const reach = radius * 1.4
    const box = { left: -reach, top: -reach, width: 2 * reach, height: 2 * reach }
    const key = `piece ${mood} ${look.shape} ${look.colour} ${look.mark} ${radius} ${lies}`
    this.#pictures.draw(canvas, key, box, (picture) => {
      if (lies) paintShade(picture, radius, 1, mood)
      paintPiece(picture, radius, look, tableColours[mood].rim)
    })
    canvas.restore()
  }
}

interface Stance {
  readonly wide: number
  readonly high: number
  /** How far above the board, in cells. */
  readonly lift: number
}

const still: Stance = { wide: 1, high: 1, lift: 0 }

/** Falls, lands flat, and springs back. */
function dropOf(age: number): Stance {
  if (age < dropFor) {
    const left = 1 - (age / dropFor) ** 2
    return { wide: 1 - left * 0.12, high: 1 + left * 0.16, lift: left * 0.55 }
  }
  const wobble = (age - dropFor) / wobbleFor
  if (wobble >= 1) return still
  const flat = Math.cos(wobble * Math.PI * 2.5) * (1 - wobble) ** 2 * 0.26
  return { wide: 1 + flat * 0.8, high: 1 - flat, lift: 0 }
}

/** One after the other. */
function hopOf(time: number, number: number): number {
  return Math.max(0, Math.sin(time * 8 - number * 0.9)) ** 2
}

function paintShade(canvas: CanvasRenderingContext2D, radius: number, spread: number, mood: Mood): void {
  canvas.fillStyle = tableColours[mood].shade
  canvas.beginPath()
  const [wide, high] = [radius * 0.98 * spread, radius * 0.5 * spread]
  canvas.ellipse(radius * 0.1, radius * 0.62, wide, high, 0, 0, 2 * Math.PI)
  canvas.fill()
}

function paintPiece(canvas: CanvasRenderingContext2D, radius: number, look: Look, rim: string): void {
  const { shape, colour, mark } = look
  canvas.save()
  canvas.lineJoin = 'round'
  canvas.beginPath()
  traceShape(canvas, shape, radius)
  canvas.lineWidth = radius * 0.26
  canvas.strokeStyle = rim
  canvas.stroke()
  canvas.fillStyle = colour
  canvas.fill()
  canvas.clip()
  // What the light from the upper left does not reach.
  canvas.beginPath()
  canvas.rect(-radius * 2, -radius * 2, radius * 4, radius * 4)
  canvas.save()
  canvas.translate(-radius * 0.17, -radius * 0.2)
  traceShape(canvas, shape, radius)
  canvas.restore()
  canvas.fillStyle = 'rgb(50 20 50 / 0.24)'
  canvas.fill('evenodd')
  canvas.beginPath()
  canvas.ellipse(-radius * 0.4, -radius * 0.5, radius * 0.34, radius * 0.16, -0.6, 0, 2 * Math.PI)
  canvas.fillStyle = 'rgb(255 252 235 / 0.4)'
  canvas.fill()
  canvas.restore()
  if (mark) paintMark(canvas, mark, radius)
  else paintFace(canvas, shape, radius, isDark(colour))
}

function paintMark(canvas: CanvasRenderingContext2D, mark: 'X' | 'O', radius: number): void {
  const reach = radius * 0.36
  canvas.beginPath()
  if (mark === 'O') canvas.ellipse(0, 0, reach * 1.05, reach * 1.05, 0, 0, 2 * Math.PI)
  else
    for (const side of [-1, 1]) {
      canvas.moveTo(-reach * side, -reach)
      canvas.lineTo(reach * side, reach)
    }
  canvas.lineCap = 'round'
  for (const [ink, width] of [
    ['rgb(40 20 30 / 0.85)', 0.36],
    ['#fffaec', 0.2],
  ] as const) {
    canvas.strokeStyle = ink
    canvas.lineWidth = radius * width
    canvas.stroke()
  }
}

/** Two eyes and a smile, as their player has them. */
function paintFace(
  canvas: CanvasRenderingContext2D,
  shape: Look['shape'],
  radius: number,
  onDark: boolean,
): void {
  const y = radius * (shape === 'triangle' || shape === 'drop' ? 0.24 : -0.06)
  for (const [ink, reach, shift] of [
    ['#2b1c22', 0.185, 0],
    ['#fffdf6', 0.145, 0],
    ['#2b1c22', 0.085, 0.02],
  ] as const) {
    canvas.fillStyle = ink
    canvas.beginPath()
    for (const side of [-1, 1]) {
      const x = side * radius * 0.29
      canvas.moveTo(x + radius * reach, y + radius * shift)
      canvas.ellipse(x, y + radius * shift, radius * reach, radius * reach * 1.2, 0, 0, 2 * Math.PI)
    }
    canvas.fill()
  }
  canvas.strokeStyle = onDark ? '#fffdf6' : '#2b1c22'
  canvas.lineWidth = radius * 0.07
  canvas.lineCap = 'round'
  canvas.beginPath()
  canvas.arc(0, y + radius * 0.2, radius * 0.13, 0.2 * Math.PI, 0.8 * Math.PI)
  canvas.stroke()
}

/** A hex colour on which dark lines would be lost. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return red * 0.3 + green * 0.59 + blue * 0.11 < 105
}
