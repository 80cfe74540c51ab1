/** Ways around walls: a grid laid over each garden, searched from where somebody wants to be. */

import { height, width } from '../field.ts'
import { type Arena, arenas, type Place, type Wall } from './arena.ts'
import { sees } from './rules-walls.ts'
import { bodyRadius, garden } from './world.ts'

const cell = 40
const columns = Math.ceil(width / cell)
const rows = Math.ceil(height / cell)
/** Room that a walker wants beyond its body, so that it does not scrape along. */
const spare = 3
/** Steps to the eight neighbours, straight ones first. */
const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const

interface Grid {
  readonly free: Uint8Array
  /** The walls with the walker's own width around them: a walk is then a walk of its middle. */
  readonly wide: readonly Wall[]
}

const grids = new Map<Arena, Grid>()

function gridOf(index: number): Grid {
  const arena = arenas[index] ?? (arenas[0] as Arena)
  let grid = grids.get(arena)
  if (!grid) {
    grid = layGrid(arena)
    grids.set(arena, grid)
  }
  return grid
}

function layGrid({ walls }: Arena): Grid {
  const room = bodyRadius + spare
  const wide = walls.map((wall) => ({
    ...wall,
    left: wall.left - room,
    top: wall.top - room,
    right: wall.right + room,
    bottom: wall.bottom + room,
  }))
  const free = new Uint8Array(columns * rows)
  for (let at = 0; at < free.length; at++) {
    const { x, y } = placeOf(at)
    const inGarden =
      x > garden.left + room && x < garden.right - room && y > garden.top + room && y < garden.bottom - room
    const blocked = wide.some(
      ({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom,
    )
    free[at] = inGarden && !blocked ? 1 : 0
  }
  return { free, wide }
}

/** The next place to walk to on the way from one place to another; the goal itself where nothing stands between. */
export function wayTo(arena: number, from: Place, to: Place): Place {
  const { free, wide } = gridOf(arena)
  if (sees(from, to, wide)) return to
  const start = freeCellNear(free, from)
  const goal = freeCellNear(free, to)
  const next = search(free, goal, start)
  let way = placeOf(start)
  // As far along as one can walk straight, and one step in any case.
  for (let at = start, n = 0; at !== goal && n < 12; n++) {
    at = next[at] ?? -1
    if (at < 0) break
    const place = placeOf(at)
    if (n > 0 && !sees(from, place, wide)) break
    way = place
  }
  return way
}

/** A free place within so many units of another, tried at by chance; null where none was met. */
export function freePlaceNear(
  arena: number,
  { x, y }: Place,
  reach: number,
  random: () => number,
): Place | null {
  const { free } = gridOf(arena)
  const at = cellOf({ x: x + (random() * 2 - 1) * reach, y: y + (random() * 2 - 1) * reach })
  return free[at] === 1 ? placeOf(at) : null
}

/** For each cell that was met the next one towards the goal; goes on until the start is met. */
function search(free: Uint8Array, goal: number, start: number): Int16Array {
  const next = new Int16Array(free.length).fill(-1)
  const queue = new Int16Array(free.length)
  let last = 0
  queue[last++] = goal
  next[goal] = goal
  for (let first = 0; first < last; first++) {
    const at = queue[first] as number
    if (at === start) break
    const column = at % columns
    const row = (at - column) / columns
    for (const [dx, dy] of steps) {
      const to = neighbour(column + dx, row + dy)
      if (to < 0 || free[to] !== 1 || next[to] !== -1) continue
      // Around corners, not across them.
      if (dx !== 0 && dy !== 0 && (free[at + dx] !== 1 || free[at + dy * columns] !== 1)) continue
      next[to] = at
      queue[last++] = to
    }
  }
  return next
}

function neighbour(column: number, row: number): number {
  return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column
}

function freeCellNear(free: Uint8Array, place: Place): number {
  const at = cellOf(place)
  if (free[at] === 1) return at
  const column = at % columns
  const row = (at - column) / columns
  for (let ring = 1; ring < 5; ring++)
    for (let dy = -ring; dy <= ring; dy++)
      for (let dx = -ring; dx <= ring; dx++) {
        const near = neighbour(column + dx, row + dy)
        if (near >= 0 && free[near] === 1) return near
      }
  return at
}

function cellOf({ x, y }: Place): number {
  const column = Math.max(0, Math.min(columns - 1, Math.floor(x / cell)))
  const row = Math.max(0, Math.min(rows - 1, Math.floor(y / cell)))
  return row * columns + column
}

function placeOf(at: number): Place {
  const column = at % columns
  return { x: (column + 0.5) * cell, y: ((at - column) / columns + 0.5) * cell }
}
