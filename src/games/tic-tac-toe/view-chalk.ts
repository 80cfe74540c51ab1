/** Chalk: soft strokes that skip over the grain of the wood. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import { lines } from './lines.ts'
import { tableColours } from './view-colours.ts'
import { cellMiddle, type Place, type Point } from './view-layout.ts'
import type { SizedPictures } from './view-pictures.ts'

/** How far chalk reaches from a board's middle, in cells. */
const reach = 1.6

/** The four lines between the cells, around the origin. */
export function drawGrid(
  canvas: CanvasRenderingContext2D,
  pictures: SizedPictures,
  cell: number,
  mood: Mood,
): void {
  pictures.draw(canvas, `grid ${mood} ${cell}`, boxOf(cell), (picture) => {
    const end = 1.43
    const width = Math.max(2.2, cell * 0.06)
    for (const [i, at] of [-0.5, 0.5].entries()) {
      const bow = i === 0 ? 0.03 : -0.025
      const across = [-end, at + bow, end, at - bow * 0.6].map((part) => part * cell) as Four
      const down = [at - bow, -end, at + bow * 0.7, end].map((part) => part * cell) as Four
      strokeChalk(picture, across, { width, bow: bow * cell * 1.6, seed: 3 + i })
      strokeChalk(picture, down, { width, bow: -bow * cell * 1.6, seed: 8 + i })
    }
    rub(picture, cell, tableColours[mood].chalk, 21)
  })
}

/** A stroke through the three that won, on a board around the origin; `share` of it is drawn already. */
export function drawWinningLine(
  canvas: CanvasRenderingContext2D,
  pictures: SizedPictures,
  cell: number,
  line: readonly number[],
  share: number,
  mood: Mood,
): void {
  const number = lines.findIndex((one) => one.every((at, i) => at === line[i]))
  const { from, to } = endsOf(line, cell)
  canvas.save()
  if (share < 1) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) + cell * 0.2
    canvas.beginPath()
    canvas.arc(from.x, from.y, length * share, 0, 2 * Math.PI)
    canvas.clip()
  }
  pictures.draw(canvas, `line ${mood} ${cell} ${number}`, boxOf(cell), (picture) => {
    const width = Math.max(4, cell * 0.085)
    // There and back again, as one strikes something through with relish.
    strokeChalk(picture, [from.x, from.y, to.x, to.y], { width, bow: cell * 0.05, seed: number + 30 })
    const back: Four = [to.x, to.y + width * 0.5, (from.x + to.x) / 2, (from.y + to.y) / 2 - width * 0.4]
    strokeChalk(picture, back, { width: width * 0.75, bow: cell * 0.03, seed: number + 50 })
    rub(picture, cell, tableColours[mood].chalk, number + 70)
  })
  canvas.restore()
}

/** Four corners around a cell. */
export function drawCorners(
  canvas: CanvasRenderingContext2D,
  { x, y, cell }: Place,
  ink: string,
  strength: number,
): void {
  const far = cell * 0.41
  const arm = cell * 0.16
  canvas.save()
  canvas.globalAlpha *= strength
  canvas.strokeStyle = ink
  canvas.lineWidth = Math.max(2.5, cell * 0.045)
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  canvas.beginPath()
  for (const [sx, sy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const) {
    canvas.moveTo(x + sx * far, y + sy * (far - arm))
    canvas.lineTo(x + sx * far, y + sy * far)
    canvas.lineTo(x + sx * (far - arm), y + sy * far)
  }
  canvas.stroke()
  canvas.restore()
}

type Four = [number, number, number, number]

/** A line with an uneven edge, in whatever colour; `rub` makes chalk of all of them. */
function strokeChalk(
  canvas: CanvasRenderingContext2D,
  [fromX, fromY, toX, toY]: Four,
  { width, bow, seed }: { width: number; bow: number; seed: number },
): void {
  const random = randomStream(seed * 97)
  const length = Math.hypot(toX - fromX, toY - fromY)
  const [nx, ny] = [-(toY - fromY) / length, (toX - fromX) / length]
  const parts = Math.ceil(length / (width * 1.1))
  canvas.lineCap = 'round'
  canvas.strokeStyle = '#000'
  let [x, y] = [fromX, fromY]
  for (let part = 1; part <= parts; part++) {
    const at = part / parts
    const aside = 4 * at * (1 - at) * bow + (random() - 0.5) * width * 0.16
    const [nextX, nextY] = [fromX + (toX - fromX) * at + nx * aside, fromY + (toY - fromY) * at + ny * aside]
    canvas.lineWidth = width * (0.82 + random() * 0.3)
    canvas.globalAlpha = 0.86 + random() * 0.14
    canvas.beginPath()
    canvas.moveTo(x, y)
    canvas.lineTo(nextX, nextY)
    canvas.stroke()
    ;[x, y] = [nextX, nextY]
  }
  canvas.globalAlpha = 1
}

/** Colours all that was stroked, and takes off what the grain did not hold. */
function rub(canvas: CanvasRenderingContext2D, cell: number, ink: string, seed: number): void {
  const random = randomStream(seed)
  const far = reach * cell
  canvas.save()
  canvas.globalCompositeOperation = 'source-in'
  canvas.fillStyle = ink
  canvas.fillRect(-far, -far, 2 * far, 2 * far)
  canvas.globalCompositeOperation = 'destination-out'
  canvas.strokeStyle = '#000'
  canvas.lineCap = 'round'
  // The grain runs across the board.
  for (let speck = 0; speck < 900; speck++) {
    const [x, y] = [(random() * 2 - 1) * far, (random() * 2 - 1) * far]
    canvas.globalAlpha = 0.25 + random() * 0.45
    canvas.lineWidth = cell * (0.004 + random() * 0.008)
    canvas.beginPath()
    canvas.moveTo(x, y)
    canvas.lineTo(x + cell * (0.02 + random() * 0.14), y + (random() - 0.5) * cell * 0.02)
    canvas.stroke()
  }
  canvas.restore()
}

function endsOf(line: readonly number[], cell: number): { from: Point; to: Point } {
  const origin = { x: 0, y: 0, cell }
  const from = cellMiddle(origin, line[0] ?? 0)
  const to = cellMiddle(origin, line[line.length - 1] ?? 8)
  const more = 0.21
  const [dx, dy] = [(to.x - from.x) * more, (to.y - from.y) * more]
  return { from: { x: from.x - dx, y: from.y - dy }, to: { x: to.x + dx, y: to.y + dy } }
}

function boxOf(cell: number) {
  const far = reach * cell
  return { left: -far, top: -far, width: 2 * far, height: 2 * far }
}
