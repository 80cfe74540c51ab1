/** Chalk: soft strokes that skip over the grain of the wood. */

import { randomStream } from '../../netcode/random.ts'
import type { Painter } from '../view.ts'
import { tableColours } from './view-colours.ts'
import { cellMiddle, type Place } from './view-layout.ts'

type Points = readonly (readonly [number, number])[]

/** Three thin strokes beside each other, each with gaps of its own. */
export function strokeChalk(
  canvas: CanvasRenderingContext2D,
  ink: string,
  points: Points,
  { width, seed, share = 1 }: { width: number; seed: number; share?: number },
): void {
  const random = randomStream(Math.round(seed * 97) + 1)
  const length = lengthOf(points)
  canvas.save()
  canvas.strokeStyle = ink
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  canvas.globalAlpha *= 0.62
  for (const aside of [-0.26, 0.24, 0]) {
    canvas.lineWidth = width * (aside === 0 ? 0.9 : 0.5)
    const dashes: number[] = []
    for (let at = 0; at < length; ) {
      const dash = width * (aside === 0 ? 6 + random() * 9 : 1.6 + random() * 4)
      const gap = width * (aside === 0 ? 0.15 : 0.5 + random() * 0.6)
      dashes.push(dash, gap)
      at += dash + gap
    }
    // Beyond the share that is drawn already there is one long gap.
    canvas.setLineDash(share < 1 ? [length * share, length * 2] : dashes)
    canvas.beginPath()
    const shift = aside * width
    tracePoints(canvas, points, shift)
    canvas.stroke()
  }
  canvas.restore()
}

/** A stroke through the three that won; `share` of it is drawn. */
export function drawWinningLine(
  canvas: CanvasRenderingContext2D,
  place: Place,
  line: readonly number[],
  share: number,
  { mood }: Painter,
): void {
  const [first, last] = [line[0], line[line.length - 1]]
  if (first === undefined || last === undefined) return
  const from = cellMiddle(place, first)
  const to = cellMiddle(place, last)
  const away = place.cell * 0.42
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const bow = place.cell * 0.05
  const points: Points = [
    [from.x - along.x * away, from.y - along.y * away],
    [(from.x + to.x) / 2 + along.y * bow, (from.y + to.y) / 2 - along.x * bow],
    [to.x + along.x * away, to.y + along.y * away],
  ]
  const width = Math.max(4, place.cell * 0.12)
  strokeChalk(
    canvas,
    'rgb(60 30 20 / 0.4)',
    points.map(([x, y]) => [x + 2, y + 3] as const),
    {
      width: width * 1.3,
      seed: 3,
      share,
    },
  )
  strokeChalk(canvas, tableColours[mood].chalk, points, { width, seed: 5, share })
  strokeChalk(canvas, tableColours[mood].chalk, points, { width, seed: 11, share })
}

/** Four corners around a cell. */
export function drawCorners(
  canvas: CanvasRenderingContext2D,
  { x, y, cell }: Place,
  ink: string,
  strength: number,
): void {
  const reach = cell * 0.4
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
    canvas.moveTo(x + sx * reach, y + sy * (reach - arm))
    canvas.lineTo(x + sx * reach, y + sy * reach)
    canvas.lineTo(x + sx * (reach - arm), y + sy * reach)
  }
  canvas.stroke()
  canvas.restore()
}

function tracePoints(canvas: CanvasRenderingContext2D, points: Points, shift: number): void {
  const [first, ...others] = points
  if (!first) return
  canvas.moveTo(first[0] + shift, first[1] + shift * 0.6)
  const [over, to] = others
  if (over && to)
    canvas.quadraticCurveTo(over[0] + shift, over[1] + shift * 0.6, to[0] + shift, to[1] + shift * 0.6)
}

function lengthOf(points: Points): number {
  let length = 0
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]]
    if (from && to) length += Math.hypot(to[0] - from[0], to[1] - from[1])
  }
  return length
}
