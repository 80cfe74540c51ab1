/** What is shown at people: the clock around whoever is to move, points, wins in a row, places in the queue, guesses. */

import type { Painter, Pose } from '../view.ts'
import { tableColours } from './view-colours.ts'
import type { Point } from './view-layout.ts'
import { type Board, paces, ticksPerSecond } from './world.ts'

/** Ticks from which on a clock looks urgent. */
const urgent = 2 * ticksPerSecond
const mostDaisies = 5
const mostPennants = 4

/** A ring that runs out around whoever is to move; in the last seconds it says how many are left. */
export function drawClock(
  canvas: CanvasRenderingContext2D,
  pose: Pose,
  board: Board,
  pace: keyof typeof paces,
  { paint, time }: { paint: Painter; time: number },
): void {
  const left = Math.max(0, board.moveClock)
  const share = Math.min(1, left / paces[pace].move)
  const hurries = left <= urgent
  const beat = hurries && !paint.reducedMotion ? Math.abs(Math.sin(time * 7)) : 0
  const { x, y, radius } = pose
  const reach = radius * (1.5 + beat * 0.05)
  const width = Math.max(4, radius * 0.17)
  canvas.save()
  canvas.translate(x, y - radius * 0.08)
  canvas.lineCap = 'round'
  canvas.lineWidth = width + 3
  canvas.strokeStyle = tableColours[paint.mood].rim
  canvas.globalAlpha *= 0.75
  canvas.beginPath()
  canvas.arc(0, 0, reach, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.globalAlpha = 1
  canvas.lineWidth = width
  canvas.strokeStyle = hurries ? paint.ink('danger') : paint.ink('good')
  canvas.beginPath()
  canvas.arc(0, 0, reach, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI)
  canvas.stroke()
  canvas.restore()
  if (hurries && radius > 30) {
    const seconds = String(Math.max(1, Math.ceil(left / ticksPerSecond)))
    paint.write(seconds, x, y - reach - radius * 0.36, {
      size: radius * 0.62,
      ink: paint.ink('danger'),
      rim: true,
    })
  }
}

/** A pocket watch: what is left for all of a player's moves in this game. */
export function drawWatch(
  canvas: CanvasRenderingContext2D,
  { x, y }: Point,
  clock: number,
  pace: keyof typeof paces,
  paint: Painter,
): void {
  const left = Math.max(0, clock)
  const share = Math.min(1, left / paces[pace].game)
  const low = left <= 3 * ticksPerSecond
  const { rim, wood, pencil } = tableColours[paint.mood]
  const radius = 13
  canvas.save()
  canvas.translate(x, y)
  canvas.fillStyle = wood.edge
  canvas.beginPath()
  canvas.roundRect(-4, -radius - 7, 8, 8, 2)
  canvas.arc(0, 0, radius + 3, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = rim
  canvas.beginPath()
  canvas.arc(0, 0, radius, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = low ? paint.ink('danger') : pencil
  canvas.globalAlpha *= low ? 1 : 0.65
  canvas.beginPath()
  canvas.moveTo(0, 0)
  canvas.arc(0, 0, radius - 2.5, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI)
  canvas.closePath()
  canvas.fill()
  canvas.restore()
  const ink = low ? paint.ink('danger') : paint.ink('ink')
  paint.write(String(Math.ceil(left / ticksPerSecond)), x + 22, y + 1, {
    size: 21,
    ink,
    align: 'left',
    rim: true,
  })
}

/** The place in the queue, on a small tag. */
export function drawNumber(
  canvas: CanvasRenderingContext2D,
  { x, y }: Point,
  place: number,
  paint: Painter,
): void {
  const { rim, wood, pencil } = tableColours[paint.mood]
  canvas.save()
  canvas.beginPath()
  canvas.roundRect(x - 12, y - 12, 24, 24, 7)
  canvas.strokeStyle = wood.edge
  canvas.lineWidth = 3
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.fill()
  canvas.restore()
  paint.write(String(place), x, y + 0.8, { size: 17, ink: pencil })
}

/** A daisy for every win in a row, as a wreath on the head. */
export function drawDaisies(
  canvas: CanvasRenderingContext2D,
  pose: Pose,
  streak: number,
  paint: Painter,
): void {
  const count = Math.min(mostDaisies, streak)
  if (count < 2) return
  const { petal, heart } = tableColours[paint.mood]
  const size = pose.radius * 0.2
  for (let i = 0; i < count; i++) {
    const angle = -Math.PI / 2 + (i - (count - 1) / 2) * 0.4
    const x = pose.x + Math.cos(angle) * pose.radius * 0.98
    const y = pose.y - pose.radius * 0.1 + Math.sin(angle) * pose.radius * 0.98
    canvas.fillStyle = petal
    canvas.beginPath()
    for (let leaf = 0; leaf < 6; leaf++) {
      const turned = (leaf / 6) * 2 * Math.PI + i
      const [px, py] = [x + Math.cos(turned) * size * 0.62, y + Math.sin(turned) * size * 0.62]
      canvas.moveTo(px + size * 0.46, py)
      canvas.arc(px, py, size * 0.46, 0, 2 * Math.PI)
    }
    canvas.fill()
    canvas.fillStyle = heart
    canvas.beginPath()
    canvas.arc(x, y, size * 0.42, 0, 2 * Math.PI)
    canvas.fill()
  }
  if (streak <= mostDaisies) return
  const ink = paint.ink('accent')
  paint.write(`×${streak}`, pose.x, pose.y - pose.radius * 1.5, { size: pose.radius * 0.5, ink, rim: true })
}

/** Pennants above a head, in the colours of those who back this player. */
export function drawPennants(
  canvas: CanvasRenderingContext2D,
  { x, y, radius }: Pose,
  colours: readonly string[],
  time: number,
  { mood, reducedMotion }: Painter,
): void {
  const { wood, rim } = tableColours[mood]
  const shown = colours.slice(0, mostPennants)
  const size = Math.max(0.62, Math.min(1, radius / 34))
  canvas.save()
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  canvas.translate(x - (shown.length - 1) * 8 * size, y - radius * 1.42)
  canvas.scale(size, size)
  for (const [i, colour] of shown.entries()) {
    const wave = reducedMotion ? 0 : Math.sin(time * 5 + i)
    canvas.strokeStyle = wood.edge
    canvas.lineWidth = 3
    canvas.beginPath()
    canvas.moveTo(0, 15)
    canvas.lineTo(0, -14)
    canvas.stroke()
    canvas.beginPath()
    canvas.moveTo(1, -15)
    canvas.quadraticCurveTo(11, -17 + wave * 2, 22, -8 + wave * 2)
    canvas.quadraticCurveTo(10, -5 + wave, 1, 1)
    canvas.closePath()
    canvas.strokeStyle = rim
    canvas.stroke()
    canvas.fillStyle = colour
    canvas.fill()
    canvas.translate(16, 0)
  }
  canvas.restore()
}

/** Who wins? A question mark in a bubble, to be tapped. */
export function drawQuestion(
  canvas: CanvasRenderingContext2D,
  { x, y, radius }: Pose,
  phase: number,
  time: number,
  paint: Painter,
): void {
  const { rim, wood } = tableColours[paint.mood]
  const bob = paint.reducedMotion ? 0 : Math.sin(time * 4 + phase) * 3
  const size = Math.max(15, Math.min(24, radius * 0.5))
  const middle = y - radius * 1.2 - size + bob
  canvas.save()
  canvas.translate(x, middle)
  canvas.beginPath()
  canvas.arc(0, 0, size, 0.65 * Math.PI, 0.35 * Math.PI)
  canvas.lineTo(0, size * 1.4)
  canvas.closePath()
  canvas.lineJoin = 'round'
  canvas.strokeStyle = wood.edge
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.fill()
  canvas.restore()
  paint.write('?', x, middle + 1, { size: Math.round(size * 1.4), ink: '#b8431f' })
}
