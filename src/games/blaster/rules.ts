/** What happens in one tick: walking, rolling, shooting, and the end of the match. */

import { direction, headingOf } from '../../netcode/headings.ts'
import { gatherSpeed } from '../bodies.ts'
import type { Moment } from '../game.ts'
import { type Wall, wallsOf } from './arena.ts'
import { flyBerries, shoot } from './rules-berries.ts'
import { comeBack, isDeserted, isWon } from './rules-seats.ts'
import { slide } from './rules-walls.ts'
import { extend } from './trail.ts'
import {
  type Blaster,
  type BlasterInput,
  type Fighter,
  fullStore,
  grip,
  refillTicks,
  rollRest,
  rollSpeed,
  rollTicks,
  walkingSpeed,
} from './world.ts'

export function stepBlaster(state: Blaster, moment: Moment<BlasterInput>): void {
  const { fighters } = state
  const walls = wallsOf(state.arena)
  for (let seat = 0; seat < fighters.length; seat++) {
    const fighter = fighters[seat]
    if (!fighter || fighter.left) continue
    goOn(state, seat, fighter)
    take(fighter, moment.inputs[seat])
    if (fighter.out === 0) move(fighter, walls, moment.dt)
    const open = fighter.out === 0 && fighter.roll === 0 && fighter.guard === 0
    fighter.trail = extend(fighter.trail, { x: fighter.x, y: fighter.y, open })
  }
  // Everyone has shot before any berry flies, so that who shoots first by a seat's number has no advantage.
  for (let seat = 0; seat < fighters.length && !state.over; seat++) {
    const fighter = fighters[seat]
    if (fighter && !fighter.left && moment.inputs[seat]?.shoot)
      shoot(state, seat, fighter, moment.behind(seat))
  }
  flyBerries(state)
  if (state.left > 0) state.left--
  // Asked here and not as somebody leaves, since another may take their place before the next tick.
  if (state.left === 0 || isWon(state) || isDeserted(state)) state.over = true
}

/** What passes by itself. */
function goOn(state: Blaster, seat: number, fighter: Fighter): void {
  if (fighter.out > 0 && --fighter.out === 0) comeBack(state, seat, fighter)
  else if (fighter.guard > 0) fighter.guard--
  if (fighter.gap > 0) fighter.gap--
  if (fighter.roll > 0) fighter.roll--
  if (fighter.rest > 0) fighter.rest--
  if (fighter.refill > 0 && --fighter.refill === 0) {
    fighter.store++
    if (fighter.store < fullStore) fighter.refill = refillTicks
  }
}

/** Where there is no input, the will to walk stays as it was. */
function take(fighter: Fighter, input: BlasterInput | undefined): void {
  if (!input) return
  fighter.mx = input.x
  fighter.my = input.y
  fighter.aim = input.aim
  const fresh = input.roll && !fighter.pressed
  fighter.pressed = input.roll
  if (!fresh || fighter.out > 0 || fighter.roll > 0 || fighter.rest > 0) return
  fighter.roll = rollTicks
  fighter.rest = rollRest
  // Who stands rolls where they look.
  fighter.way = input.x !== 0 || input.y !== 0 ? headingOf(input.x, input.y) : input.aim
}

function move(fighter: Fighter, walls: readonly Wall[], dt: number): void {
  if (fighter.roll > 0) {
    const way = direction(fighter.way)
    fighter.vx = way.x * rollSpeed
    fighter.vy = way.y * rollSpeed
  } else {
    gatherSpeed(fighter, walkingSpeed, grip)
  }
  fighter.x += fighter.vx * dt
  fighter.y += fighter.vy * dt
  slide(fighter, walls)
}
