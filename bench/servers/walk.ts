/** The simple rule that every peer moves its players by, 60 steps a second, and the meadow's bounds. */

export const stepsPerSecond = 60
const speed = 320
const left = 66
const right = 1600 - left
const bottom = 900 - left

/** What a snapshot tells of a player: as much as Romp's tells. */
export interface Walking {
  x: number
  y: number
  vx: number
  vy: number
  /** Where its player wants to go: −1, 0 or 1 on both axes. */
  mx: number
  my: number
  kick: number
  score: number
}

export function newWalker(): Walking {
  const x = left + Math.random() * (right - left)
  const y = left + Math.random() * (bottom - left)
  return { x, y, vx: 0, vy: 0, mx: 0, my: 0, kick: 0, score: 0 }
}

/** Heads a player somewhere: from then on it walks there. */
export function head(walker: Walking, x: number, y: number): void {
  const length = Math.hypot(x, y) || 1
  walker.mx = x
  walker.my = y
  walker.vx = (x / length) * speed
  walker.vy = (y / length) * speed
}

/** One step of one player. */
export function walk(walker: Walking): void {
  walker.x = Math.min(right, Math.max(left, walker.x + walker.vx / stepsPerSecond))
  walker.y = Math.min(bottom, Math.max(left, walker.y + walker.vy / stepsPerSecond))
}
