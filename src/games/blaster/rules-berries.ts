/**
 * Shots. A berry flies in the world that its shooter sees: on that screen it flies now, among others who are drawn
 * `behind` ticks ago, and so each tick of its flight is judged against where they were then. Who stood behind a wall at
 * that time is not hit, and who has found one since, but was seen in the open, is.
 */

import { fillSlot } from '../../netcode/collections.ts'
import { direction } from '../../netcode/headings.ts'
import { wallsOf } from './arena.ts'
import { reachOf } from './rules-walls.ts'
import { recall } from './trail.ts'
import {
  type Berry,
  type Blaster,
  berryRadius,
  berrySpeed,
  bodyRadius,
  type Fighter,
  furthestBack,
  gapTicks,
  mostBerries,
  outTicks,
  range,
  refillTicks,
  splashTicks,
} from './world.ts'

/** Squared: a berry whose middle comes nearer than this hits. */
const touching = (bodyRadius + berryRadius) * (bodyRadius + berryRadius)

/** Shoots where it can. `behind`: how many ticks in the past the shooter saw the others. */
export function shoot(state: Blaster, seat: number, shooter: Fighter, behind: number): void {
  if (shooter.out > 0 || shooter.roll > 0 || shooter.gap > 0 || shooter.store === 0) return
  const slot = freeSlot(state)
  if (slot < 0) return
  shooter.store--
  if (shooter.refill === 0) shooter.refill = refillTicks
  shooter.gap = gapTicks
  shooter.guard = 0
  const { x, y, aim } = shooter
  fillSlot(state.air.berries, slot, {
    seat,
    x,
    y,
    heading: aim,
    flown: 0,
    // From the middle of the body, so that no blaster sticks through a wall.
    reach: reachOf(shooter, direction(aim), wallsOf(state.arena), range),
    behind: Math.min(furthestBack, behind),
    splash: 0,
    victim: 0,
  })
}

/** A tick of all flights. */
export function flyBerries(state: Blaster): void {
  const { berries } = state.air
  for (let slot = 0; slot < berries.length; slot++) {
    const berry = berries[slot]
    if (!berry) continue
    if (berry.splash > 0) {
      if (--berry.splash === 0) berries[slot] = undefined
    } else fly(state, berry)
  }
}

function fly(state: Blaster, berry: Berry): void {
  const to = Math.min(berry.reach, berry.flown + berrySpeed)
  const hit = state.over ? null : firstHit(state, berry, to)
  if (hit) {
    berry.flown = hit.at
    berry.victim = hit.seat + 1
    berry.splash = splashTicks
    splat(state, berry, hit.seat)
  } else {
    berry.flown = to
    if (to >= berry.reach) berry.splash = splashTicks
  }
}

/** Whom it meets first on its way up to `to` in this tick, and after how many units. */
function firstHit(state: Blaster, berry: Berry, to: number): { seat: number; at: number } | null {
  const way = direction(berry.heading)
  let first: { seat: number; at: number } | null = null
  for (let seat = 0; seat < state.fighters.length; seat++) {
    const fighter = state.fighters[seat]
    if (!fighter || seat === berry.seat || fighter.out > 0 || fighter.left) continue
    const seen = recall(fighter.trail, berry.behind)
    if (!seen?.open) continue
    const dx = seen.x - berry.x
    const dy = seen.y - berry.y
    const along = dx * way.x + dy * way.y
    const at = along < berry.flown ? berry.flown : along > to ? to : along
    const offX = dx - way.x * at
    const offY = dy - way.y * at
    if (offX * offX + offY * offY >= touching) continue
    if (first === null || at < first.at) first = { seat, at }
  }
  return first
}

function splat(state: Blaster, berry: Berry, seat: number): void {
  const victim = state.fighters[seat] as Fighter
  victim.out = outTicks
  victim.outs = (victim.outs + 1) % 1000
  victim.by = berry.seat + 1
  victim.roll = 0
  victim.vx = 0
  victim.vy = 0
  const shooter = state.fighters[berry.seat]
  if (shooter && !shooter.left) shooter.score = Math.min(999, shooter.score + 1)
}

function freeSlot({ air }: Blaster): number {
  for (let slot = 0; slot < air.berries.length; slot++) if (!air.berries[slot]) return slot
  return air.berries.length < mostBerries ? air.berries.length : -1
}
