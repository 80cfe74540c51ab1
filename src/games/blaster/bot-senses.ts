/** What a bot notices: enemies in sight as they were a moment ago, and berries that come its way. */

import { direction } from '../../netcode/headings.ts'
import { type Place, wallsOf } from './arena.ts'
import { distanceOf, sees } from './rules-walls.ts'
import { recall } from './trail.ts'
import { type Berry, type Blaster, berrySpeed, bodyRadius, type Fighter, range } from './world.ts'

/** An enemy as somebody sees it who is not the quickest. */
export interface Sighting {
  readonly seat: number
  readonly x: number
  readonly y: number
  /** Units a tick. */
  readonly vx: number
  readonly vy: number
  readonly distance: number
  /** Whether a berry could hit it now. */
  readonly open: boolean
}

/** Ticks over which a speed is judged. */
const glance = 3

/** Everyone who can be shot at, `late` ticks ago, nearest first. */
export function enemiesInSight(state: Blaster, seat: number, me: Fighter, late: number): Sighting[] {
  const walls = wallsOf(state.arena)
  const found: Sighting[] = []
  for (let other = 0; other < state.fighters.length; other++) {
    const fighter = state.fighters[other]
    if (!fighter || other === seat || fighter.left || fighter.out > 0) continue
    const seen = recall(fighter.trail, late) ?? fighter
    const before = recall(fighter.trail, Math.min(12, late + glance)) ?? seen
    const distance = distanceOf(seen, me)
    if (distance > range || !sees(me, seen, walls)) continue
    found.push({
      seat: other,
      x: seen.x,
      y: seen.y,
      vx: (seen.x - before.x) / glance,
      vy: (seen.y - before.y) / glance,
      distance,
      open: fighter.guard < 12 && fighter.roll < 6,
    })
  }
  return found.sort((a, b) => a.distance - b.distance)
}

/** Whoever is nearest, seen or not: everyone sees all of the garden. */
export function nearestEnemy(state: Blaster, seat: number, me: Fighter): Place | null {
  let nearest: Fighter | null = null
  let least = Number.POSITIVE_INFINITY
  for (let other = 0; other < state.fighters.length; other++) {
    const fighter = state.fighters[other]
    if (!fighter || other === seat || fighter.left || fighter.out > 0) continue
    const distance = distanceOf(fighter, me)
    if (distance >= least) continue
    least = distance
    nearest = fighter
  }
  return nearest
}

/** A berry that would hit one who stays, within so many ticks; null where there is none. */
export function comingBerry(state: Blaster, seat: number, me: Fighter, within: number): Berry | null {
  for (const berry of state.air.berries) {
    if (!berry || berry.splash > 0 || berry.seat === seat) continue
    const way = direction(berry.heading)
    const dx = me.x - berry.x
    const dy = me.y - berry.y
    const along = dx * way.x + dy * way.y
    const ticks = (along - berry.flown) / berrySpeed
    if (ticks < 0 || ticks > within || along > berry.reach + bodyRadius) continue
    if (Math.abs(dx * way.y - dy * way.x) < bodyRadius * 1.7) return berry
  }
  return null
}
