/** Where everyone begins a round: as far apart as chance allows, facing the open. */

import { headingOf, wrapHeading } from '../../netcode/headings.ts'
import { nextRandom, shuffled } from '../../netcode/random.ts'
import { court } from './world.ts'

export interface Start {
  readonly x: number
  readonly y: number
  readonly heading: number
}

/** World units from the hedge. */
const margin = 150
/** Of so many places, the one is taken that is furthest from those that are taken. */
const tries = 14
/** Headings away from the court's middle at most: a sixth of a turn. */
const aside = 170

/** As many places as asked for, in an order that says nothing. */
export function startPlaces(holder: { random: number }, count: number): Start[] {
  const places: Start[] = []
  while (places.length < count) places.push(nextPlace(holder, places))
  // The first places had more room than the last ones.
  return shuffled(places, holder)
}

function nextPlace(holder: { random: number }, taken: readonly Start[]): Start {
  let best = { x: 0, y: 0 }
  let mostRoom = -1
  for (let i = 0; i < tries; i++) {
    const x = court.left + margin + nextRandom(holder) * (court.right - court.left - 2 * margin)
    const y = court.top + margin + nextRandom(holder) * (court.bottom - court.top - 2 * margin)
    const room = roomAt(x, y, taken)
    if (room <= mostRoom) continue
    mostRoom = room
    best = { x, y }
  }
  const inwards = headingOf((court.left + court.right) / 2 - best.x, (court.top + court.bottom) / 2 - best.y)
  return { ...best, heading: wrapHeading(inwards + (nextRandom(holder) * 2 - 1) * aside) }
}

/** The squared distance to the nearest place that is taken. */
function roomAt(x: number, y: number, taken: readonly Start[]): number {
  let room = Number.MAX_SAFE_INTEGER
  for (const other of taken) {
    const dx = other.x - x
    const dy = other.y - y
    room = Math.min(room, dx * dx + dy * dy)
  }
  return room
}
