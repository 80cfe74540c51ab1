/**
 * The land between the bases: a mine on an island, a pond around it with a bridge for every base, rocks and trees.
 * All of it looks the same from every base. What lies where is said once, as the first base sees it, and each base has
 * its own image of that: mirrored for two and four, turned for three and five. More bases stand on an ellipse, where
 * nothing can be quite alike.
 */

import type { Direction } from '../../netcode/headings.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

export interface Obstacle extends Place {
  readonly radius: number
  readonly kind: 'rock' | 'tree'
}

/** From places as the first base sees them, in units from the middle, to the same as another base sees them. */
export interface Image {
  readonly xx: number
  readonly xy: number
  readonly yx: number
  readonly yy: number
  /** Where places are counted from, from the middle; ways are the same from everywhere. */
  readonly from: Place
}

export interface Land {
  readonly middle: Place
  readonly bases: readonly Place[]
  readonly baseRadius: number
  readonly obstacles: readonly Obstacle[]
  /** Ways from the middle over the pond. */
  readonly bridges: readonly Direction[]
  /** The way from the middle to the first base, as it sees it. */
  readonly ahead: Direction
  readonly images: readonly Image[]
  /** A place of the first base's share of the land, from two numbers in [0, 1). */
  scatter(u: number, v: number): Place
}

/** The mine's hill, and the ring of water around its island. */
export const mineRadius = 46
export const pond = { inner: 114, outer: 174 }
export const bridgeHalf = 38
/** The share of the pace that is left to who wades. */
export const wading = 0.55

/** Where in the world a place is, as the base of this image sees it. */
export function placeOf(middle: Place, image: Image, place: Place): Place {
  return at(middle, at(image.from, through(image, place)))
}

/** A way, as the base of this image sees it. */
export function through({ xx, xy, yx, yy }: Image, { x, y }: Place): Place {
  return { x: xx * x + xy * y, y: yx * x + yy * y }
}

export function at(middle: Place, from: Place): Place {
  return { x: middle.x + from.x, y: middle.y + from.y }
}

/** How far it is from one to the other, in units. */
export function apart(one: Place, other: Place): number {
  const dx = one.x - other.x
  const dy = one.y - other.y
  return Math.sqrt(dx * dx + dy * dy)
}

/** The same way with length 1. */
export function unit({ x, y }: Place): Direction {
  const length = Math.sqrt(x * x + y * y) || 1
  return { x: x / length, y: y / length }
}

/** Whether this place is in the water, and not on a bridge. */
export function isWater(land: Land, x: number, y: number): boolean {
  const dx = x - land.middle.x
  const dy = y - land.middle.y
  const far = dx * dx + dy * dy
  if (far < pond.inner * pond.inner || far > pond.outer * pond.outer) return false
  for (const way of land.bridges) {
    const across = dx * way.y - dy * way.x
    if (dx * way.x + dy * way.y > 0 && across < bridgeHalf && across > -bridgeHalf) return false
  }
  return true
}

export function isAtBase(land: Land, team: number, { x, y }: Place): boolean {
  const base = land.bases[team]
  if (!base) return false
  const dx = x - base.x
  const dy = y - base.y
  return dx * dx + dy * dy < land.baseRadius * land.baseRadius
}

/** Whether gold may appear here: not in the water, nor in a rock, nor at somebody's base. */
export function isFree(land: Land, { x, y }: Place, around: number): boolean {
  const off = (other: Place, radius: number) => {
    const dx = x - other.x
    const dy = y - other.y
    return dx * dx + dy * dy > radius * radius
  }
  const { bases, baseRadius, middle, obstacles } = land
  return (
    off(middle, mineRadius + around) &&
    !isWater(land, x, y) &&
    obstacles.every((it) => off(it, it.radius + around)) &&
    bases.every((base) => off(base, baseRadius + around))
  )
}
