/**
 * What round bodies have in common: how they gather speed, and how they push each other apart. It runs in rules, so it
 * uses only arithmetic that every machine rounds alike.
 */

import { fixed } from '../netcode/scalars.ts'

/** The will to walk on one axis, −1 to 1; eighths are as fine as a thumb is. */
export const intent = fixed(-1, 1, 1 / 8)

interface Place {
  x: number
  y: number
}

interface Walker {
  readonly mx: number
  readonly my: number
  vx: number
  vy: number
}

/**
 * One tick of coming nearer to the speed that is wanted: `speed` in units a second, `grip` the share of what is missing.
 * A diagonal is no faster than a straight line.
 */
export function gatherSpeed(walker: Walker, speed: number, grip: number): void {
  const { mx, my } = walker
  const length = Math.sqrt(mx * mx + my * my)
  const pace = length > 1 ? speed / length : speed
  walker.vx += (mx * pace - walker.vx) * grip
  walker.vy += (my * pace - walker.vy) * grip
}

/** Where two touch: a way of length 1 from the second to the first, and by how many units they overlap. */
export interface Contact {
  readonly nx: number
  readonly ny: number
  readonly overlap: number
}

/** Null where their middles are `reach` or more apart. Two in exactly one place part along the way of a seat's own. */
export function contactOf(
  first: Readonly<Place>,
  second: Readonly<Place>,
  reach: number,
  seat = 0,
): Contact | null {
  const dx = first.x - second.x
  const dy = first.y - second.y
  const apart = dx * dx + dy * dy
  if (apart >= reach * reach) return null
  const distance = Math.sqrt(apart)
  if (distance > 0) return { nx: dx / distance, ny: dy / distance, overlap: reach - distance }
  return seat % 2 === 0 ? { nx: 1, ny: 0, overlap: reach } : { nx: 0, ny: 1, overlap: reach }
}

/** Moves both apart, half each. */
export function moveApart(first: Place, second: Place, { nx, ny, overlap }: Contact): void {
  const half = overlap / 2
  first.x += nx * half
  first.y += ny * half
  second.x -= nx * half
  second.y -= ny * half
}

/** Moves a body out of something round that stands fast. Returns how they touched; null where they do not. */
export function moveOut(body: Place, it: Readonly<Place>, reach: number): Contact | null {
  const contact = contactOf(body, it, reach)
  if (!contact) return null
  body.x = it.x + contact.nx * reach
  body.y = it.y + contact.ny * reach
  return contact
}
