/** The platform's people and the state of a match, as both ends know them. */

import { slots } from '../../netcode/collections.ts'
import type { Infer } from '../../netcode/kind.ts'
import { randomState } from '../../netcode/random.ts'
import { record } from '../../netcode/record.ts'
import { choice, fixed, flag, int } from '../../netcode/scalars.ts'
import { intent } from '../bodies.ts'
import { height, mostSeats, width } from '../field.ts'

/** The middle of the platform. */
export const middle = { x: 800, y: 452 }
export const bodyRadius = 26
export const ticksPerSecond = 60
/** Units a second that one walks at. */
export const walkingSpeed = 250
/** Ticks from one dash to the next, and those of them in which the dash carries. */
export const restTicks = 72
export const dashTicks = 14
/** Ticks by which a press may come before the rest is over. */
export const eagerTicks = 8
/** Ticks that a hard knock takes away one's footing, at most. */
export const mostReel = 26
/** Ticks in which who pushed last is still to blame for a fall. */
export const blameTicks = 120
/** Ticks from slipping off to sitting on one's lily pad, and until the water is reached. */
export const fallTicks = 48
export const splashTick = 22
/** Ticks before a round in which everyone stands, and after it. */
export const readyTicks = 108
export const settledTicks = 144
const mostBoards = 7
const mostRounds = 9

const speed = fixed(-1600, 1600, 1 / 16)

const body = record({
  x: fixed(0, width, 1 / 16, { snap: 220 }),
  y: fixed(0, height, 1 / 16, { snap: 220 }),
  vx: speed,
  vy: speed,
  mx: intent,
  my: intent,
  /** The heading of the last walk: where a dash goes that is not told where. */
  facing: int(0, 1023),
  /** Counts down from `restTicks` after a dash. */
  rest: int(0, restTicks),
  /** Whether the dash is still held since then: a new one needs a new press. */
  pressed: flag(),
  /** Ticks for which a press that came too early still counts. */
  eager: int(0, eagerTicks),
  /** Ticks until a knock is got over. */
  reel: int(0, mostReel),
  /** The seat that pushed last, plus one, and for how many ticks that counts. */
  by: int(0, mostSeats),
  blame: int(0, blameTicks),
  /** 0 on the platform, then the ticks since slipping off; `fallTicks` is out, until the next round. */
  fall: int(0, fallTicks),
  /** Points in all, and those of this round. */
  score: int(0, 999),
  gained: int(0, 99),
  /** Left the match; keeps the place in the ranks. */
  gone: flag(),
})
export type Body = Infer<typeof body>

/**
 * All of it is drawn from the prediction: nobody here is out of reach for long, and whoever is pushed must give way in
 * the very frame of the push.
 */
export const sumoState = record(
  {
    phase: choice(['ready', 'play', 'settled', 'over']),
    /** Ticks since the phase began. */
    clock: int(0, 4095),
    round: int(1, mostRounds),
    rounds: int(1, mostRounds),
    /** Rings of planks that the platform has at the beginning of the round, the middle one included. */
    boards: int(0, mostBoards),
    /** Those that are left. */
    left: int(0, mostBoards),
    /** Whether three drums stand on it, and the heading of the first. */
    drums: flag(),
    turned: int(0, 1023),
    /** Who fell in this round before now. */
    fallen: int(0, mostSeats),
    /** The seat that stood last, plus one; 0 while there is none. */
    champion: int(0, mostSeats),
    players: slots(body, mostSeats),
    random: randomState,
  },
  { ahead: true },
)
export type Sumo = Infer<typeof sumoState>

export const sumoInput = record({ x: intent, y: intent, dash: flag() })
export type SumoInput = Infer<typeof sumoInput>

/** On the platform, and part of the round. */
export function stands(body: Body): boolean {
  return body.fall === 0
}

/** In the ticks in which the burst of a dash carries. */
export function dashes(body: Body): boolean {
  return body.rest > restTicks - dashTicks
}
