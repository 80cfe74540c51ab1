/** Signs of the valley: the board with the time, the last seconds, where a walk leads, and which way home is. */

import { height, width } from '../field.ts'
import type { Mood, Painter } from '../view.ts'
import type { Pictures } from '../view-pictures.ts'
import { boxSeen } from '../view-seen.ts'
import { clockOf } from '../view-words.ts'
import type { Land, Place } from './land.ts'
import { type Banner, landColours, traceSign } from './view-colours.ts'
import { bodyRadius, isShower, type Rush, ticksPerSecond } from './world.ts'

const boardBox = { left: -76, top: -44, width: 152, height: 74 }
const boardY = 88
/** The last seconds are told in large numbers. */
const large = 5
const hurry = 10
const flecks = 70

/** The part of the valley that is on the screen, from left to right. */
function edgesSeen(canvas: CanvasRenderingContext2D): { left: number; right: number } {
  const seen = boxSeen(canvas)
  return { left: Math.max(0, seen.left), right: Math.min(width, seen.left + seen.width) }
}

/** A wooden board that hangs above the field. */
export function drawClock(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  state: Rush,
  paint: Painter,
  time: number,
): void {
  const { left, right } = edgesSeen(canvas)
  const x = (left + right) / 2
  const seconds = Math.ceil(state.left / ticksPerSecond)
  const isLate = seconds <= hurry
  const sway = paint.reducedMotion || !isLate ? 0 : Math.sin(time * 9) * 0.035
  canvas.save()
  canvas.translate(x, boardY - 40)
  canvas.rotate(sway)
  const board = isShower(state) ? 'board of gold' : 'board'
  const at = { x: 0, y: 40, wide: 1, high: 1 }
  pictures.put(canvas, board, boardBox, (on, mood) => paintBoard(on, isShower(state), mood), at)
  const text = clockOf(seconds)
  const ink = isLate ? (paint.mood === 'day' ? '#9c1f16' : '#8f1710') : '#41271b'
  paint.write(text, 0, 43, { size: 36, ink })
  canvas.restore()
  if (seconds > large || seconds === 0) return
  // Each of the last seconds swells and fades.
  const age = 1 - (state.left / ticksPerSecond - (seconds - 1))
  canvas.save()
  canvas.globalAlpha = 0.5 * (1 - age)
  canvas.translate(x, height * 0.42)
  const size = paint.reducedMotion ? 1 : 0.8 + age * 0.5
  canvas.scale(size, size)
  paint.write(String(seconds), 0, 0, { size: 240, rim: true, ink: paint.ink('ink') })
  canvas.restore()
}

/** All is bathed in gold while it rains. */
export function drawGlow(
  canvas: CanvasRenderingContext2D,
  state: Rush,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  if (!isShower(state) || state.left === 0) return
  const beat = reducedMotion ? 0 : 0.03 * Math.sin(time * 3)
  canvas.save()
  canvas.globalAlpha = (mood === 'day' ? 0.13 : 0.11) + beat
  canvas.fillStyle = '#ffb52e'
  canvas.fillRect(-width, -height, width * 3, height * 3)
  canvas.restore()
  if (!reducedMotion) drawFlecks(canvas, landColours[mood].gold[mood === 'day' ? 1 : 3], time)
}

/** Gold dust in the air. */
function drawFlecks(canvas: CanvasRenderingContext2D, colour: string, time: number): void {
  canvas.save()
  canvas.fillStyle = colour
  for (let i = 0; i < flecks; i++) {
    const x = (i * 397.3 + Math.sin(time * 0.7 + i) * 30) % width
    const y = (i * 211.7 + time * (130 + (i % 5) * 34)) % (height + 40)
    const gleam = Math.sin(time * 6 + i * 1.7)
    canvas.globalAlpha = 0.35 + 0.45 * gleam * gleam
    canvas.fillRect(x, y - 20, 2.4, 5 + (i % 3) * 3)
  }
  canvas.restore()
}

/** A ring where a walk leads. */
export function drawAim(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  colour: string,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  const beat = reducedMotion ? 0 : Math.sin(time * 6) * 1.6
  canvas.save()
  for (const [ink, wide] of [
    [landColours[mood].rim, 7],
    [colour, 3.5],
  ] as const) {
    canvas.strokeStyle = ink
    canvas.lineWidth = wide
    canvas.beginPath()
    canvas.ellipse(x, y + bodyRadius * 0.6, 15 + beat, 8 + beat / 2, 0, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.restore()
}

/** At the edge of a screen that does not show one's own base: which way it is. */
export function drawHomeHint(
  canvas: CanvasRenderingContext2D,
  land: Land,
  team: number,
  { colour, sign }: Banner,
  { mood, reducedMotion }: Painter,
  { load, time }: { load: number; time: number },
): void {
  const base = land.bases[team]
  if (!base) return
  const { left, right } = edgesSeen(canvas)
  const side = base.x < left - 10 ? -1 : base.x > right + 10 ? 1 : 0
  if (side === 0) return
  const { rim } = landColours[mood]
  const nudge = reducedMotion || load < 5 ? 0 : Math.abs(Math.sin(time * 4)) * 8
  canvas.save()
  canvas.translate(
    side < 0 ? left + 44 - nudge : right - 44 + nudge,
    Math.max(130, Math.min(height - 120, base.y)),
  )
  canvas.beginPath()
  canvas.moveTo(side * 40, 0)
  canvas.lineTo(side * 20, -19)
  canvas.arc(0, 0, 27, side < 0 ? Math.PI + 0.76 : -0.76, side < 0 ? Math.PI - 0.76 : 0.76, side > 0)
  canvas.lineTo(side * 20, 19)
  canvas.closePath()
  canvas.lineJoin = 'round'
  canvas.strokeStyle = rim
  canvas.lineWidth = 6
  canvas.stroke()
  canvas.fillStyle = colour
  canvas.fill()
  canvas.scale(13, 13)
  traceSign(canvas, sign)
  canvas.strokeStyle = 'rgb(50 26 30 / 0.6)'
  canvas.lineWidth = 0.3
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.fill()
  canvas.restore()
}

function paintBoard(canvas: CanvasRenderingContext2D, isGolden: boolean, mood: Mood): void {
  const { gold, plank, shade } = landColours[mood]
  canvas.strokeStyle = plank[0]
  canvas.lineWidth = 3
  canvas.beginPath()
  canvas.moveTo(-46, -42)
  canvas.lineTo(-46, -18)
  canvas.moveTo(46, -42)
  canvas.lineTo(46, -18)
  canvas.stroke()
  canvas.fillStyle = shade
  canvas.beginPath()
  canvas.roundRect(-68, -20, 140, 50, 12)
  canvas.fill()
  canvas.fillStyle = isGolden ? gold[0] : plank[0]
  canvas.beginPath()
  canvas.roundRect(-70, -24, 140, 50, 12)
  canvas.fill()
  canvas.fillStyle = isGolden ? gold[2] : '#e8c68c'
  canvas.beginPath()
  canvas.roundRect(-66, -20, 132, 41, 9)
  canvas.fill()
  canvas.strokeStyle = isGolden ? gold[1] : '#cfa467'
  canvas.lineWidth = 2
  canvas.beginPath()
  canvas.moveTo(-58, -8)
  canvas.bezierCurveTo(-20, -12, 20, -4, 58, -9)
  canvas.moveTo(-60, 9)
  canvas.bezierCurveTo(-20, 13, 24, 6, 60, 11)
  canvas.stroke()
  canvas.fillStyle = plank[0]
  for (const x of [-60, 60]) {
    canvas.beginPath()
    canvas.arc(x, 0, 2.6, 0, 2 * Math.PI)
    canvas.fill()
  }
}
