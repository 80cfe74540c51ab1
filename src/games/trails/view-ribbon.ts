/** A trail as a painted ribbon: a rim, the player's colour, a light from above left, and the player's shape now and then. */

import type { Face, Mood } from '../view.ts'
import { middleOf } from './rules-touch.ts'
import { trailHalf } from './world.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

/** What one player's ribbon is painted with. */
export interface Dye {
  readonly fill: string
  readonly rim: string
  readonly light: string
  readonly shade: string
}

type Shape = Face['shape']

/** World units between two stamped shapes, and their radius. */
const stampsApart = 84
const stampRadius = 5.6

/** Light colours get a dark rim and dark ones a light one, so that every ribbon stands out from any ground. */
export function dyeOf(colour: string, mood: Mood): Dye {
  const isLight = lightness(colour) > 0.42
  return {
    fill: colour,
    rim: isLight
      ? blend(colour, mood === 'day' ? '#4a2a3a' : '#241638', 0.62)
      : blend(colour, '#fff3dc', 0.78),
    light: fade(blend(colour, '#fffbe6', 0.6), 0.75),
    shade: mood === 'day' ? 'rgb(70 40 50 / 0.22)' : 'rgb(12 8 32 / 0.3)',
  }
}

/** One stretch, joined to what was painted of the trail before. */
export function paintStretch(
  canvas: CanvasRenderingContext2D,
  from: Place,
  to: Place,
  turn: number,
  dye: Dye,
): void {
  canvas.lineCap = 'butt'
  stroke(canvas, from, to, turn, { colour: dye.shade, wide: 2 * trailHalf + 1, dx: 1.6, dy: 3, back: -3 })
  stroke(canvas, from, to, turn, { colour: dye.rim, wide: 2 * trailHalf + 1, dx: 0, dy: 0, back: 0.7 })
  stroke(canvas, from, to, turn, { colour: dye.fill, wide: 2 * trailHalf - 1.6, dx: 0, dy: 0, back: 0.7 })
  stroke(canvas, from, to, turn, { colour: dye.light, wide: 1.7, dx: -0.9, dy: -1.4, back: 0 })
}

/** A round end; `sense` 1 where the trail breaks off, −1 where it begins. */
export function paintEnd(
  canvas: CanvasRenderingContext2D,
  from: Place,
  to: Place,
  turn: number,
  dye: Dye,
  sense: 1 | -1,
): void {
  const at = sense > 0 ? to : from
  const angle = courseAt(from, to, turn, at) + (sense > 0 ? 0 : Math.PI)
  for (const [colour, radius] of [
    [dye.rim, trailHalf + 0.5],
    [dye.fill, trailHalf - 0.8],
  ] as const) {
    canvas.fillStyle = colour
    canvas.beginPath()
    canvas.arc(at.x, at.y, radius, angle - Math.PI / 2, angle + Math.PI / 2)
    canvas.fill()
  }
}

/** Length of a stretch in world units. */
export function lengthOf(from: Place, to: Place, turn: number): number {
  const chord = Math.hypot(to.x - from.x, to.y - from.y)
  if (turn === 0 || chord < 1) return chord
  const middle = middleOf(from, to, turn)
  const radius = Math.hypot(from.x - middle.x, from.y - middle.y)
  return 2 * radius * Math.asin(Math.min(1, chord / 2 / radius))
}

/** Stamps the player's shape at each place that is a whole number of distances along the trail. */
export function paintStamps(
  canvas: CanvasRenderingContext2D,
  from: Place,
  to: Place,
  turn: number,
  along: number,
  shape: Shape,
  dye: Dye,
): void {
  const length = lengthOf(from, to, turn)
  if (length < 2 * stampRadius) return
  const first = Math.max(1, Math.ceil(along / stampsApart)) * stampsApart
  for (let at = first; at < along + length; at += stampsApart) {
    // Not on the seam, where the next stretch would be painted over half of it.
    const on = Math.max(stampRadius, Math.min(length - stampRadius, at - along))
    const { x, y } = placeAlong(from, to, turn, on / length)
    canvas.fillStyle = dye.rim
    canvas.beginPath()
    traceShape(canvas, shape, x, y, stampRadius)
    canvas.fill()
  }
}

interface Stroke {
  readonly colour: string
  readonly wide: number
  readonly dx: number
  readonly dy: number
  /** World units that it begins earlier, so that no seam shows. */
  readonly back: number
}

function stroke(
  canvas: CanvasRenderingContext2D,
  from: Place,
  to: Place,
  turn: number,
  { colour, wide, dx, dy, back }: Stroke,
): void {
  canvas.strokeStyle = colour
  canvas.lineWidth = wide
  canvas.beginPath()
  const chord = Math.hypot(to.x - from.x, to.y - from.y)
  if (chord <= -back || chord < 0.1) return
  if (turn === 0 || chord < 1) {
    const share = back / chord
    canvas.moveTo(from.x - (to.x - from.x) * share + dx, from.y - (to.y - from.y) * share + dy)
    canvas.lineTo(to.x + dx, to.y + dy)
  } else {
    const middle = middleOf(from, to, turn)
    const radius = Math.hypot(from.x - middle.x, from.y - middle.y)
    const begin = Math.atan2(from.y - middle.y, from.x - middle.x) - (turn * back) / radius
    const end = Math.atan2(to.y - middle.y, to.x - middle.x)
    canvas.arc(middle.x + dx, middle.y + dy, radius, begin, end, turn < 0)
  }
  canvas.stroke()
}

/** Which way the trail goes at one of its ends, in radians. */
function courseAt(from: Place, to: Place, turn: number, at: Place): number {
  if (turn === 0 || Math.hypot(to.x - from.x, to.y - from.y) < 1)
    return Math.atan2(to.y - from.y, to.x - from.x)
  const middle = middleOf(from, to, turn)
  return Math.atan2(at.y - middle.y, at.x - middle.x) + (turn * Math.PI) / 2
}

function placeAlong(from: Place, to: Place, turn: number, share: number): Place {
  if (turn === 0) return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  const middle = middleOf(from, to, turn)
  const radius = Math.hypot(from.x - middle.x, from.y - middle.y) || 1
  const angle =
    Math.atan2(from.y - middle.y, from.x - middle.x) + (turn * share * lengthOf(from, to, turn)) / radius
  return { x: middle.x + Math.cos(angle) * radius, y: middle.y + Math.sin(angle) * radius }
}

/** A small sign of a character's silhouette. */
export function traceShape(canvas: CanvasPath, shape: Shape, x: number, y: number, radius: number): void {
  switch (shape) {
    case 'square':
      canvas.roundRect(x - radius * 0.85, y - radius * 0.85, radius * 1.7, radius * 1.7, radius * 0.25)
      break
    case 'triangle':
      tracePolygon(canvas, x, y + radius * 0.15, 3, () => radius * 1.2)
      break
    case 'hexagon':
      tracePolygon(canvas, x, y, 6, () => radius * 1.05)
      break
    case 'star':
      tracePolygon(canvas, x, y, 10, (i) => radius * (i % 2 ? 0.56 : 1.25))
      break
    case 'drop':
      canvas.moveTo(x, y - radius * 1.45)
      canvas.quadraticCurveTo(x + radius * 1.7, y + radius, x, y + radius)
      canvas.quadraticCurveTo(x - radius * 1.7, y + radius, x, y - radius * 1.45)
      break
    case 'flower':
      for (let i = 0; i < 5; i++) {
        const angle = (i / 5) * 2 * Math.PI - Math.PI / 2
        const [petalX, petalY] = [x + Math.cos(angle) * radius * 0.68, y + Math.sin(angle) * radius * 0.68]
        addCircle(canvas, petalX, petalY, radius * 0.56)
      }
      break
    case 'cloud':
      addCircle(canvas, x - radius * 0.65, y + radius * 0.2, radius * 0.62)
      addCircle(canvas, x + radius * 0.65, y + radius * 0.2, radius * 0.6)
      addCircle(canvas, x, y - radius * 0.25, radius * 0.8)
      break
    case 'circle':
      addCircle(canvas, x, y, radius)
      break
  }
}

function tracePolygon(
  canvas: CanvasPath,
  x: number,
  y: number,
  corners: number,
  reach: (corner: number) => number,
): void {
  for (let i = 0; i < corners; i++) {
    const angle = (i / corners) * 2 * Math.PI - Math.PI / 2
    const at = [x + Math.cos(angle) * reach(i), y + Math.sin(angle) * reach(i)] as const
    if (i === 0) canvas.moveTo(...at)
    else canvas.lineTo(...at)
  }
  canvas.closePath()
}

function addCircle(canvas: CanvasPath, x: number, y: number, radius: number): void {
  canvas.moveTo(x + radius, y)
  canvas.arc(x, y, radius, 0, 2 * Math.PI)
}

/** `hex` moved towards `to` by `share`, from 0 to 1. */
export function blend(hex: string, to: string, share: number): string {
  const goal = channels(to)
  return `#${channels(hex)
    .map((from, i) => Math.round(from + ((goal[i] ?? from) - from) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`
}

/** A hex colour with an opacity. */
export function fade(hex: string, opacity: number): string {
  return `rgb(${channels(hex).join(' ')} / ${opacity})`
}

/** 0 to 1, as the eye weighs it. */
function lightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex)
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
