/** Whether somebody's head is on a trail: a search through everyone's stretches, most of which are far away. */

import { longestStretch, type Trails, touch, turning, type Walker } from './world.ts'

/** Whoever is further than this from where a stretch begins, on either axis, is not on it. */
const farOff = longestStretch + touch
/** World units of one's own newest way that one cannot be on: no bow is so tight. */
const behind = 40

interface Place {
  readonly x: number
  readonly y: number
}

/** Whether a walker stands on a trail, its own included. */
export function isOnTrail(walkers: Trails['walkers'], walker: Walker): boolean {
  const { x, y } = walker
  for (const other of walkers) {
    if (!other) continue
    const { path } = other
    const upTo = other === walker ? settled(walker) : path.length
    for (let i = 0; i < upTo; i++) {
      const from = path[i]
      if (!from?.inked) continue
      const dx = from.x - x
      const dy = from.y - y
      if (dx > farOff || dx < -farOff || dy > farOff || dy < -farOff) continue
      if (isOnStretch(x, y, from, path[i + 1] ?? other, from.turn)) return true
    }
  }
  return false
}

/** Whether (x, y) is nearer than `touch` to the way between two places: straight, or a bow of radius `turning`. */
function isOnStretch(x: number, y: number, from: Place, to: Place, turn: number): boolean {
  if (isNear(x, y, from) || isNear(x, y, to)) return true
  const alongX = to.x - from.x
  const alongY = to.y - from.y
  const squared = alongX * alongX + alongY * alongY
  if (squared === 0) return false
  if (turn === 0) {
    const share = ((x - from.x) * alongX + (y - from.y) * alongY) / squared
    if (share < 0 || share > 1) return false
    const off = (x - from.x) * alongY - (y - from.y) * alongX
    return off * off < touch * touch * squared
  }
  const middle = middleOf(from, to, turn)
  const fromX = x - middle.x
  const fromY = y - middle.y
  const off = Math.sqrt(fromX * fromX + fromY * fromY) - turning
  if (off >= touch || off <= -touch) return false
  // Between the two ends as seen from the middle; a bow is always less than half a circle.
  const pastFrom = (from.x - middle.x) * fromY - (from.y - middle.y) * fromX
  const beforeTo = fromX * (to.y - middle.y) - fromY * (to.x - middle.x)
  return pastFrom * turn >= 0 && beforeTo * turn >= 0
}

/** The middle of the circle that a bow between two places is a part of; turning right it lies to the right. */
export function middleOf(from: Place, to: Place, turn: number): Place {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const chord = Math.sqrt(dx * dx + dy * dy)
  if (chord === 0) return from
  const half = chord / 2
  const away = (Math.sqrt(Math.max(0, turning * turning - half * half)) * turn) / chord
  return { x: (from.x + to.x) / 2 - dy * away, y: (from.y + to.y) / 2 + dx * away }
}

function isNear(x: number, y: number, place: Place): boolean {
  const dx = x - place.x
  const dy = y - place.y
  return dx * dx + dy * dy < touch * touch
}

/** How many of a walker's own stretches lie far enough behind to be run into. */
function settled({ x, y, path }: Walker): number {
  let walked = 0
  let end: Place = { x, y }
  for (let i = path.length - 1; i >= 0; i--) {
    // So far back this stretch ends, and the earlier ones before it.
    if (walked >= behind) return i + 1
    const from = path[i] as Place
    const dx = end.x - from.x
    const dy = end.y - from.y
    walked += Math.sqrt(dx * dx + dy * dy)
    end = from
  }
  return 0
}
