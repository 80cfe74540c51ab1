/** The blaster's measures and its state, as both ends know it. */

import { slots } from '../../netcode/collections.ts'
import type { Infer } from '../../netcode/kind.ts'
import { randomState } from '../../netcode/random.ts'
import { record } from '../../netcode/record.ts'
import { fixed, flag, int } from '../../netcode/scalars.ts'
import { intent } from '../bodies.ts'
import { height, mostSeats, width } from '../field.ts'
import { trail } from './trail.ts'

/** The hedge around the garden leaves this much room within. */
export const garden = { left: 56, top: 64, right: 1544, bottom: 836 }
export const bodyRadius = 24
export const berryRadius = 8
/** Units a second that a player walks at. */
export const walkingSpeed = 280
/** The share of the missing speed that a walker gains in a tick. */
export const grip = 0.25
/** Units a tick that a berry flies: about 900 a second. */
export const berrySpeed = 15
/** Units that a berry flies before it drops. */
export const range = 840
/** Berries that a blaster holds, and the ticks until one grows back. */
export const fullStore = 3
export const refillTicks = 54
/** Ticks between two shots. */
export const gapTicks = 13
/** A roll: its ticks, its speed in units a second, and the ticks from its beginning until the next one. */
export const rollTicks = 15
export const rollSpeed = 600
export const rollRest = 78
/** Ticks from a hit until one is back. */
export const outTicks = 120
/** Ticks that nothing hits who has just come, or until they shoot. */
export const guardTicks = 72
/** Ticks that a splash is to be seen. */
export const splashTicks = 18
/** A shot is judged in the world that its shooter saw, but never in one that is older than these ticks: 200 ms. */
export const furthestBack = 12
/** Ticks that a match lasts at most. */
export const matchTicks = 3 * 60 * 60
export const mostPlayers = 16
/** Berries in the air and splashes at once. */
export const mostBerries = 128

const placeStep = 1 / 16
const speed = fixed(-1024, 1024, 1 / 16)
const heading = int(0, 1023)

const fighter = record({
  x: fixed(0, width, placeStep, { snap: 100 }),
  y: fixed(0, height, placeStep, { snap: 100 }),
  vx: speed,
  vy: speed,
  mx: intent,
  my: intent,
  /** Where the blaster points. */
  aim: heading,
  /** Berries in it, and the ticks until the next one has grown. */
  store: int(0, fullStore),
  refill: int(0, refillTicks),
  /** Ticks until it can shoot again. */
  gap: int(0, gapTicks),
  /** Ticks that a roll goes on; 0 for who walks. */
  roll: int(0, rollTicks),
  /** Where the roll goes. */
  way: heading,
  /** Ticks until the next roll can begin. */
  rest: int(0, rollRest),
  /** Whether the roll is still held since the last one: a new one needs a new press. */
  pressed: flag(),
  /** Ticks until one is back; 0 for who is in. */
  out: int(0, outTicks),
  /** Ticks that nothing hits. */
  guard: int(0, guardTicks),
  score: int(0, 999),
  /** How often one was hit, and the seat that did it last, plus one. */
  outs: int(0, 999),
  by: int(0, mostSeats),
  /** Gone for good; kept for the ranks. */
  left: flag(),
  /** Where one was in the last ticks. */
  trail,
})
export type Fighter = Infer<typeof fighter>

/** The places of two different berries never lie between each other. */
const origin = (most: number) => fixed(0, most, placeStep, { snap: 0 })

const berry = record({
  seat: int(0, mostSeats - 1),
  /** Where it was shot from, and where to. */
  x: origin(width),
  y: origin(height),
  heading,
  /** Units that it has flown, and can fly until something stands in its way. */
  flown: fixed(0, 1024, placeStep, { snap: 80 }),
  reach: fixed(0, 1024, placeStep, { snap: 0 }),
  /** How many ticks in the past its shooter saw the others. */
  behind: int(0, furthestBack),
  /** Counts down once it has splashed; 0 while it flies. */
  splash: int(0, splashTicks),
  /** The seat that it splashed on, plus one; 0 for a wall or the ground. */
  victim: int(0, mostSeats),
})
export type Berry = Infer<typeof berry>

export const blasterState = record({
  fighters: slots(fighter, mostSeats, { own: true }),
  /** Drawn from the prediction: one's own shot must be seen at once, and others' in time to be dodged. */
  air: record({ berries: slots(berry, mostBerries) }, { ahead: true }),
  arena: int(0, 7),
  /** Hits that win; 0 where time alone ends the match. */
  goal: int(0, 99),
  /** Ticks that are left. */
  left: int(0, matchTicks),
  over: flag(),
  random: randomState,
})
export type Blaster = Infer<typeof blasterState>

export const blasterInput = record({ x: intent, y: intent, aim: heading, shoot: flag(), roll: flag() })
export type BlasterInput = Infer<typeof blasterInput>
export const idle: BlasterInput = { x: 0, y: 0, aim: 0, shoot: false, roll: false }
