/** What stands in the way: of bodies, which slide along it, and of berries, which splash on it. */

import type { Direction } from '../../netcode/headings.ts'
import type { Place, Wall } from './arena.ts'
import { bodyRadius, garden } from './world.ts'

interface Moving {
  x: number
  y: number
  vx: number
  vy: number
}

/** Out of all walls and back into the garden, keeping the speed along them. */
export function slide(body: Moving, walls: readonly Wall[]): void {
  for (const wall of walls) {
    const nearX = clamp(body.x, wall.left, wall.right)
    const nearY = clamp(body.y, wall.top, wall.bottom)
    const dx = body.x - nearX
    const dy = body.y - nearY
    const apart = dx * dx + dy * dy
    if (apart >= bodyRadius * bodyRadius) continue
    if (apart === 0) leave(body, wall)
    else {
      const distance = Math.sqrt(apart)
      push(body, dx / distance, dy / distance, bodyRadius - distance)
    }
  }
  const { left, top, right, bottom } = garden
  if (body.x < left + bodyRadius) push(body, 1, 0, left + bodyRadius - body.x)
  else if (body.x > right - bodyRadius) push(body, -1, 0, body.x - right + bodyRadius)
  if (body.y < top + bodyRadius) push(body, 0, 1, top + bodyRadius - body.y)
  else if (body.y > bottom - bodyRadius) push(body, 0, -1, body.y - bottom + bodyRadius)
}

function push(body: Moving, nx: number, ny: number, by: number): void {
  body.x += nx * by
  body.y += ny * by
  const into = body.vx * nx + body.vy * ny
  if (into >= 0) return
  body.vx -= into * nx
  body.vy -= into * ny
}

/** Whose middle is inside of a wall leaves it by the nearest side. */
function leave(body: Moving, { left, top, right, bottom }: Wall): void {
  const ways = [body.x - left, right - body.x, body.y - top, bottom - body.y]
  const least = Math.min(...ways)
  if (least === ways[0]) push(body, -1, 0, least + bodyRadius)
  else if (least === ways[1]) push(body, 1, 0, least + bodyRadius)
  else if (least === ways[2]) push(body, 0, -1, least + bodyRadius)
  else push(body, 0, 1, least + bodyRadius)
}

/** Units from a place along a direction until a wall or the hedge around; `most` where nothing is nearer. */
export function reachOf(from: Place, { x, y }: Direction, walls: readonly Wall[], most: number): number {
  let reach = Math.min(most, leaving(from, { x, y }))
  for (const wall of walls) reach = Math.min(reach, entering(from, { x, y }, wall) ?? reach)
  return Math.max(0, reach)
}

/** Whether one could go straight from one place to the other, through none of these walls. */
export function sees(from: Place, to: Place, walls: readonly Wall[]): boolean {
  const distance = distanceOf(from, to)
  if (distance === 0) return true
  const way = { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance }
  return reachOf(from, way, walls, distance) >= distance
}

export function distanceOf(from: Place, to: Place): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  return Math.sqrt(dx * dx + dy * dy)
}

/** Units until a ray enters a wall; null where it misses it. */
function entering(from: Place, way: Direction, wall: Wall): number | null {
  let first = 0
  let last = Number.POSITIVE_INFINITY
  for (const [at, along, low, high] of [
    [from.x, way.x, wall.left, wall.right],
    [from.y, way.y, wall.top, wall.bottom],
  ] as const) {
    if (along === 0) {
      if (at <= low || at >= high) return null
      continue
    }
    const one = (low - at) / along
    const other = (high - at) / along
    first = Math.max(first, Math.min(one, other))
    last = Math.min(last, Math.max(one, other))
  }
  return first < last ? first : null
}

/** Units until a ray leaves the garden. */
function leaving(from: Place, way: Direction): number {
  const { left, top, right, bottom } = garden
  const across = way.x > 0 ? (right - from.x) / way.x : way.x < 0 ? (left - from.x) / way.x : null
  const down = way.y > 0 ? (bottom - from.y) / way.y : way.y < 0 ? (top - from.y) / way.y : null
  return Math.min(across ?? Number.POSITIVE_INFINITY, down ?? Number.POSITIVE_INFINITY)
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value
}
