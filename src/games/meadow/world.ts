/** The meadow's measures and its state, as both ends know it. */

import { slots } from '../../netcode/collections.ts'
import type { Infer } from '../../netcode/kind.ts'
import { randomState } from '../../netcode/random.ts'
import { record } from '../../netcode/record.ts'
import { fixed, flag, int } from '../../netcode/scalars.ts'
import { gatherSpeed, intent } from '../bodies.ts'
import { height, mostSeats, width } from '../field.ts'

/** A hedge grows all around; nobody walks into it. */
export const hedge = 40
export const bodyRadius = 26
export const ballRadius = 18
/** Units a second that a player walks at. */
export const walkingSpeed = 320
/** The share of the missing speed that a walker gains in a tick: momentum. */
const grip = 0.125
/** The share of its speed that the ball keeps in a tick. */
export const roll = 0.984375
/** A ball that is slower than this lies still, in units a second: rounding would let it creep for ever. */
const slowest = 6
/** The two burrows that the ball may fall into, at the left and the right hedge. */
export const burrow = { top: 350, bottom: 550, depth: 24 }
/** A kick reaches this far beyond the two touching. */
export const kickReach = 22
/** Ticks between two kicks, and the length of its swing. */
export const kickTicks = 18
/** Ticks that the ball is away after it fell into a burrow. */
export const returnTicks = 90

const dt = 1 / 60

/** The step of a place: finer than the slowest visible walk. */
const placeStep = 1 / 16
const speedStep = 1 / 16
const fastest = 1600

/** Where a walking body is a tick later while nobody touches it and its intent stays. */
export function glide(body: { x: number; y: number; vx: number; vy: number; mx: number; my: number }): void {
  gatherSpeed(body, walkingSpeed, grip)
  body.x += body.vx * dt
  body.y += body.vy * dt
  if (body.x < hedge + bodyRadius) body.x = hedge + bodyRadius
  else if (body.x > width - hedge - bodyRadius) body.x = width - hedge - bodyRadius
  if (body.y < hedge + bodyRadius) body.y = hedge + bodyRadius
  else if (body.y > height - hedge - bodyRadius) body.y = height - hedge - bodyRadius
}

/** Where the ball is a tick later while nothing touches it. */
export function rollOn(ball: { x: number; y: number; vx: number; vy: number }): void {
  const slow = ball.vx * ball.vx + ball.vy * ball.vy < slowest * slowest
  ball.vx *= slow ? 0 : roll
  ball.vy *= slow ? 0 : roll
  ball.x += ball.vx * dt
  ball.y += ball.vy * dt
}

const speed = fixed(-fastest, fastest, speedStep)

const body = record(
  {
    x: fixed(0, width, placeStep, { snap: 120 }),
    y: fixed(0, height, placeStep, { snap: 120 }),
    vx: speed,
    vy: speed,
    mx: intent,
    my: intent,
    /** Counts down from `kickTicks` after a kick. */
    kick: int(0, kickTicks),
    /** Whether the kick is still held since then: a new one needs a new press. */
    pressed: flag(),
    score: int(0, 999),
  },
  {
    motion(it) {
      glide(it)
      if (it.kick > 0) it.kick--
    },
  },
)
export type Body = Infer<typeof body>

const ball = record(
  {
    x: fixed(0, width, placeStep, { snap: 120 }),
    y: fixed(0, height, placeStep, { snap: 120 }),
    vx: speed,
    vy: speed,
    /** Ticks until it comes back to the middle; 0 while it is in play. */
    away: int(0, returnTicks),
  },
  {
    ahead: true,
    motion(it) {
      if (it.away > 0) it.away--
      else rollOn(it)
    },
  },
)
export type Ball = Infer<typeof ball>

export const meadowState = record({
  players: slots(body, mostSeats, { own: true }),
  ball,
  /** The seat that touched the ball last, plus one; 0 for nobody. */
  lastTouch: int(0, mostSeats),
  /** Goals in all, modulo 256: a change is a goal. */
  goals: int(0, 255),
  random: randomState,
})
export type Meadow = Infer<typeof meadowState>

export const meadowInput = record({ x: intent, y: intent, kick: flag() })
export type MeadowInput = Infer<typeof meadowInput>
