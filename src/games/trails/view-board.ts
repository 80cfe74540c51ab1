/** The points after a round, on a card: everyone's sum, what the round brought, and who passed whom. */

import type { Face, Painter } from '../view.ts'
import { boxSeen } from '../view-seen.ts'
import { traceShape } from './view-ribbon.ts'
import { court, pauseTicks, type Trails } from './world.ts'

const wide = 372
const head = 58
/** Ticks after the end of a round until the card comes, until its rows change places, and how long each takes. */
const times = { comes: 34, sorts: 62, takes: 26 }

interface Row {
  readonly seat: number
  readonly name: string
  readonly face: Face | undefined
  readonly score: number
  readonly gained: number
  readonly was: number
  readonly is: number
}

export function drawBoard(
  canvas: CanvasRenderingContext2D,
  state: Trails,
  me: number | null,
  faces: ReadonlyMap<number, Face>,
  paint: Painter,
): void {
  const rows = rowsOf(state, faces)
  const still = paint.reducedMotion
  const come = still ? 1 : easeInOut((state.clock - times.comes) / 14)
  const go = still ? 0 : easeInOut((state.clock - (pauseTicks - 12)) / 12)
  const shown = come * (1 - (state.round < state.rounds ? go : 0))
  if (shown <= 0 || state.clock < times.comes) return
  const sorted = easeInOut((state.clock - times.sorts) / times.takes)
  const rowHigh = rows.length > 10 ? 33 : 40
  const high = head + rows.length * rowHigh + 18
  const middle = placeFor(canvas, state, high)
  canvas.save()
  canvas.globalAlpha = shown
  canvas.translate(middle.x - wide / 2, middle.y - high / 2 + (1 - shown) * 24)
  paintCard(canvas, high, paint)
  const title =
    state.round < state.rounds ? `After round ${state.round} of ${state.rounds}` : 'The last round is over'
  paint.write(title, wide / 2, 32, { size: 24 })
  // Whoever rises passes in front of whoever falls.
  for (const row of [...rows].sort((a, b) => a.was - a.is - (b.was - b.is))) {
    const place = still ? row.is : row.was + (row.is - row.was) * sorted
    const isMoving = place !== row.is && place !== row.was
    drawRow(
      canvas,
      row,
      { y: head + place * rowHigh + rowHigh / 2, high: rowHigh, isMoving },
      row.seat === me,
      paint,
    )
  }
  canvas.restore()
}

/** On the side where the winner is not; above or below where only a part of the court is seen. */
function placeFor(
  canvas: CanvasRenderingContext2D,
  { winner, walkers }: Trails,
  high: number,
): { x: number; y: number } {
  const seen = boxSeen(canvas)
  const left = Math.max(court.left, seen.left)
  const right = Math.min(court.right, seen.left + seen.width)
  const walker = walkers[winner - 1]
  const middle = { x: (left + right) / 2, y: (court.top + court.bottom) / 2 }
  if (right - left < 1000) {
    const room = Math.max(0, (court.bottom - court.top - high) / 2 - 12)
    return { x: middle.x, y: middle.y + (walker && walker.y < middle.y ? room : -room) }
  }
  const aside = (walker?.x ?? 0) < middle.x ? 0.74 : 0.26
  return { x: left + (right - left) * aside, y: middle.y }
}

function paintCard(canvas: CanvasRenderingContext2D, high: number, paint: Painter): void {
  canvas.fillStyle = 'rgb(40 20 50 / 0.28)'
  canvas.beginPath()
  canvas.roundRect(6, 9, wide, high, 22)
  canvas.fill()
  canvas.fillStyle = paint.ink('surface')
  canvas.beginPath()
  canvas.roundRect(0, 0, wide, high, 22)
  canvas.fill()
}

function drawRow(
  canvas: CanvasRenderingContext2D,
  { seat, name, face, score, gained }: Row,
  { y, high, isMoving }: { y: number; high: number; isMoving: boolean },
  isMe: boolean,
  paint: Painter,
): void {
  for (const [isLaid, ink, opacity] of [
    [isMoving, 'surface', 1],
    [isMe, 'accent', 0.16],
  ] as const) {
    if (!isLaid) continue
    canvas.save()
    canvas.globalAlpha *= opacity
    canvas.fillStyle = paint.ink(ink)
    canvas.beginPath()
    canvas.roundRect(14, y - high / 2 + 2, wide - 28, high - 4, 12)
    canvas.fill()
    canvas.restore()
  }
  canvas.beginPath()
  traceShape(canvas, face?.shape ?? 'circle', 40, y, 11)
  canvas.lineJoin = 'round'
  canvas.strokeStyle = paint.mood === 'day' ? '#fffdf4' : '#fff0d2'
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = paint.colour(seat)
  canvas.fill()
  const size = high > 36 ? 22 : 20
  paint.write(name, 64, y, { size, align: 'left' })
  if (gained > 0) paint.write(`+${gained}`, wide - 84, y, { size, align: 'right', ink: paint.ink('good') })
  paint.write(String(score), wide - 28, y, { size: size + 2, align: 'right' })
}

function rowsOf({ walkers }: Trails, faces: ReadonlyMap<number, Face>): readonly Row[] {
  const here = [...walkers.entries()].flatMap(([seat, walker]) => {
    if (!walker || (walker.gone && walker.score === 0)) return []
    const face = faces.get(seat)
    const name = shorten(face?.name ?? 'Somebody who left')
    return [{ seat, face, name, score: walker.score, gained: walker.gained }]
  })
  const before = [...here].sort((a, b) => b.score - b.gained - (a.score - a.gained) || a.seat - b.seat)
  const after = [...here].sort((a, b) => b.score - a.score || b.gained - a.gained || a.seat - b.seat)
  return here.map((row) => ({ ...row, was: before.indexOf(row), is: after.indexOf(row) }))
}

function shorten(name: string): string {
  return name.length > 16 ? `${name.slice(0, 15).trimEnd()}…` : name
}

function easeInOut(share: number): number {
  const at = Math.max(0, Math.min(1, share))
  return at * at * (3 - 2 * at)
}
