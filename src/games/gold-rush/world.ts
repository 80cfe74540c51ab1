/** Gold rush: its measures and its state, as both ends know it. */

import { slots } from '../../netcode/collections.ts'
import type { Infer } from '../../netcode/kind.ts'
import { randomState } from '../../netcode/random.ts'
import { record } from '../../netcode/record.ts'
import { choice, fixed, flag, int } from '../../netcode/scalars.ts'
import { gatherSpeed, intent } from '../bodies.ts'
import { height, mostSeats, width } from '../field.ts'

/** A hedge grows all around; nobody walks into it. */
export const hedge = 40
export const ticksPerSecond = 60
const mostTeams = 32

export const bodyRadius = 26
export const coinRadius = 13
/** Units a second of somebody who carries nothing. */
export const walkingSpeed = 320
/** The share of the missing speed that a walker gains in a tick: momentum. */
const grip = 0.125
/** In a dash feet have little hold. */
const dashGrip = 0.03125
export const dashSpeed = 660
/** Ticks of a dash, and from one to the next. */
export const dashTicks = 12
export const dashAgain = 102
/** Coins that fit into a sack. */
export const mostLoad = 24
/** The share of the pace that each coin costs, and what is left of it with the heaviest sack. */
const coinWeight = 0.0275
const slowestPace = 0.42
/** Ticks after a spill in which nobody can make one spill again. */
export const graceTicks = 80
/** Ticks until a coin that falls from the sky, pops up, or hops out of a sack can be gathered. */
export const fallTicks = 44
export const popTicks = 14
export const hopTicks = 22
/** A nugget is worth so many coins. */
export const nugget = 3
export const mostCoins = 160
/** Ticks before the end in which gold rains. */
export const showerTicks = 15 * ticksPerSecond
/** Every so many ticks the mine throws out gold, and so long before it is heard to rumble. */
export const eruptEvery = 9 * ticksPerSecond
export const rumbleTicks = 70
export const longest = 150 * ticksPerSecond

const dt = 1 / ticksPerSecond
const fastest = 1600
const place = (size: number) => fixed(0, size, 1 / 16, { snap: 120 })
const speed = fixed(-fastest, fastest, 1 / 16)

/** The share of the walking speed that is left with a load. */
export function paceWith(load: number): number {
  return Math.max(slowestPace, 1 - load * coinWeight)
}

export function isDashing(body: { dash: number }): boolean {
  return body.dash > dashAgain - dashTicks
}

interface Walker {
  x: number
  y: number
  vx: number
  vy: number
  mx: number
  my: number
  dash: number
}

/** Where a body is a tick later that nobody touches, at a share of the walking speed. */
export function glide(it: Walker, pace: number): void {
  gatherSpeed(it, walkingSpeed * pace, isDashing(it) ? dashGrip : grip)
  it.x += it.vx * dt
  it.y += it.vy * dt
  const edge = hedge + bodyRadius
  it.x = Math.max(edge, Math.min(width - edge, it.x))
  it.y = Math.max(edge, Math.min(height - edge, it.y))
}

const body = record(
  {
    x: place(width),
    y: place(height),
    vx: speed,
    vy: speed,
    mx: intent,
    my: intent,
    /** Coins in the sack. */
    load: int(0, mostLoad),
    /** Counts down from `dashAgain` after a dash. */
    dash: int(0, dashAgain),
    /** Whether the dash is still held since then: a new one needs a new press. */
    pressed: flag(),
    /** Counts down from `graceTicks` after a spill. */
    grace: int(0, graceTicks),
  },
  {
    motion(it) {
      if (it.dash > 0) it.dash--
      if (it.grace > 0) it.grace--
      glide(it, paceWith(it.load))
    },
  },
)
export type Body = Infer<typeof body>

const coin = record({
  x: place(width),
  y: place(height),
  vx: speed,
  vy: speed,
  worth: int(1, nugget),
  /** How it came to lie here. */
  came: choice(['pop', 'fall', 'hop']),
  /** Ticks until it can be gathered. */
  fresh: int(0, fallTicks),
})
export type Coin = Infer<typeof coin>

const team = record({ banked: int(0, 0xffff) })
/** Everyone who takes part, and whoever did and left. */
const member = record({ team: int(0, mostTeams - 1) })

export const rushState = record({
  players: slots(body, mostSeats, { own: true }),
  /** Gold is drawn from the prediction: what one walks over is gathered at once. */
  gold: record({ coins: slots(coin, mostCoins) }, { ahead: true }),
  teams: slots(team, mostTeams),
  members: slots(member, mostSeats),
  /** Ticks until the end. */
  left: int(0, longest),
  /** Ticks until the next gold appears. */
  lull: int(0, 600),
  /** Where gold appears, as seen from the first base, and the bases that still get theirs there: from `first`, `served` did. */
  spot: record({ x: fixed(-1024, 1024, 1 / 64), y: fixed(-1024, 1024, 1 / 64) }),
  first: int(0, mostTeams - 1),
  served: int(0, mostTeams),
  random: randomState,
})
export type Rush = Infer<typeof rushState>

export const rushInput = record({ x: intent, y: intent, dash: flag() })
export type RushInput = Infer<typeof rushInput>

/** Ticks until the mine throws out gold. */
export function untilEruption({ left }: Pick<Rush, 'left'>): number {
  return left % eruptEvery
}

export function isShower({ left }: Pick<Rush, 'left'>): boolean {
  return left <= showerTicks
}
