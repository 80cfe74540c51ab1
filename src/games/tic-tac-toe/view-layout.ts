/** Where everything lies: one board large in the middle, the others at its sides, the bench below. */

import { worldWidth } from '../view.ts'
import type { Side } from './world.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of a board, and the width of one of its cells. */
export interface Place extends Point {
  readonly cell: number
}

export const middlePlace: Place = { x: worldWidth / 2, y: 338, cell: 126 }
export const bench = { left: 508, right: 1128, y: 806, radius: 29, spacing: 80 } as const

/** For up to so many boards at the sides: their cells, and the heights of a column's rows. */
const columns: readonly { upTo: number; cell: number; rows: readonly number[] }[] = [
  { upTo: 2, cell: 64, rows: [390] },
  { upTo: 4, cell: 58, rows: [235, 570] },
  { upTo: 6, cell: 46, rows: [175, 410, 645] },
  { upTo: 10, cell: 31, rows: [135, 280, 425, 570, 715] },
]
const columnMiddle = 232

/** The place at a side, counted from the upper right and back and forth, where there are `count` of them. */
export function sidePlace(slot: number, count: number): Place {
  const column = columns.find(({ upTo }) => count <= upTo) ?? columns[columns.length - 1]
  const y = column?.rows[Math.floor(slot / 2) % column.rows.length] ?? middlePlace.y
  return { x: slot % 2 === 0 ? worldWidth - columnMiddle : columnMiddle, y, cell: column?.cell ?? 40 }
}

/** From a board's middle to its wooden edge. */
export function halfBoard(cell: number): number {
  return cell * 1.78
}

export function cellMiddle({ x, y, cell }: Place, index: number): Point {
  return { x: x + ((index % 3) - 1) * cell, y: y + (Math.floor(index / 3) - 1) * cell }
}

/** The cell under a point, a little generous at the edge; null beside the board. */
export function cellAt(place: Place, { x, y }: Point): number | null {
  const column = (x - place.x) / place.cell + 1.5
  const row = (y - place.y) / place.cell + 1.5
  const edge = 0.2
  if (column < -edge || column > 3 + edge || row < -edge || row > 3 + edge) return null
  const within = (value: number) => Math.max(0, Math.min(2, Math.floor(value)))
  return within(row) * 3 + within(column)
}

export function chairRadius(cell: number): number {
  return Math.max(15, cell * 0.41)
}

/** From a board's middle to whoever sits at it. */
function chairReach(cell: number): number {
  return halfBoard(cell) + Math.max(34, chairRadius(cell) * 1.2)
}

/** Where somebody sits at a board. */
export function chairAt(place: Place, side: Side): Point {
  const away = chairReach(place.cell)
  return { x: place.x + (side === 'left' ? -away : away), y: place.y + place.cell * 0.12 }
}

/** Half the width and height of the cloth that a board and its two players fit on. */
export function halfCloth(cell: number): Point {
  return { x: chairReach(cell) + chairRadius(cell) * 1.25 + 6, y: halfBoard(cell) + cell * 0.36 }
}

/** Where the one who is `index`th in the queue of `count` sits, and how large. */
export function benchAt(index: number, count: number): Point & { readonly radius: number } {
  const spacing = Math.min(bench.spacing, (bench.right - bench.left - 20) / Math.max(1, count))
  const radius = Math.min(bench.radius, spacing * 0.42)
  return { x: bench.left + 10 + spacing * (index + 0.5), y: bench.y + 4 - radius, radius }
}
