/** The measures of Trails and its state, as both ends know it. */

import { log, slots } from '../../netcode/collections.ts'
import { turn as fullTurn } from '../../netcode/headings.ts'
import type { Infer } from '../../netcode/kind.ts'
import { randomState } from '../../netcode/random.ts'
import { record } from '../../netcode/record.ts'
import { choice, fixed, flag, int } from '../../netcode/scalars.ts'
import { height, mostSeats, width } from '../field.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The courtyard: its hedge stands around it, and later grows into it. */
export const court: Box = { left: 48, top: 66, right: 1552, bottom: 852 }
/** Radius of the circle that is walked with a key held, in world units. The same at every pace. */
export const turning = 56
/** Half of a trail's width. */
export const trailHalf = 5.5
/** What of a walker bumps into things: much less than is seen of it, so that a near miss is one. */
export const headRadius = 5.5
/** Nearer than this to the middle of a trail is on it. */
export const touch = trailHalf + headRadius
export const bodyRadius = 17
/** World units of trail between two gaps, and of a gap. */
export const inked = { least: 320, most: 720 }
export const gapLength = 66
/** A stretch is no longer than this, so that whoever is far from its beginning is far from all of it. */
export const longestStretch = 90

export const ticksPerSecond = 60
/** Ticks in which all see where they stand and which way they go. */
export const readyTicks = 100
/** Ticks after a round, to see who won it. */
export const pauseTicks = 165
/** Ticks of a round after which the hedge begins to grow inwards, and until it has met in the middle. */
export const growth = { from: 660, for: 840 }

/** Headings a tick that a walker turns by, for each pace; its speed follows from it. */
export const paces = { calm: 7, lively: 9, brisk: 11 }

/** World units that a walker goes in a tick. */
export function stride(pace: number): number {
  return (turning * pace * 2 * Math.PI) / fullTurn
}

/** One bow or straight of somebody's way; it ends where the next one begins, the last one where its walker is. */
const stretch = record({
  x: fixed(0, width, 1 / 64),
  y: fixed(0, height, 1 / 64),
  /** Walked straight on, or along a circle of radius `turning`: 1 is to the right. */
  turn: int(-1, 1),
  /** Whether it left a trail. */
  inked: flag(),
})
export type Stretch = Infer<typeof stretch>

/** Directions that a stick can point in. */
export const compass = 128
/** Nowhere in particular. */
export const noWay = compass

const walker = record({
  x: fixed(0, width, 1 / 64, { snap: 60 }),
  y: fixed(0, height, 1 / 64, { snap: 60 }),
  heading: int(0, fullTurn - 1),
  /** What is held: left or right, and the direction that is wanted, in parts of `compass`. */
  steer: int(-1, 1),
  towards: int(0, noWay),
  /** Ticks that the newest stretch has lasted. */
  since: int(0, 127),
  /** Ticks until the trail breaks off, or goes on. */
  gap: int(0, 511),
  /** Out of this round; who came late is so from the beginning. */
  out: flag(),
  /** Left the match; what was won stays. */
  gone: flag(),
  /** Points in all, and in this round. */
  score: int(0, 9999),
  gained: int(0, 255),
  /** The way so far in this round; empty before the first step. */
  path: log(stretch),
})
export type Walker = Infer<typeof walker>

export const trailsState = record({
  phase: choice(['ready', 'run', 'pause', 'over']),
  /** Ticks of this phase. */
  clock: int(0, 0xffff),
  /** Ticks that this round was walked for; the hedge goes by it, and stands still in the pause. */
  walked: int(0, 0xffff),
  round: int(0, 15),
  rounds: int(1, 15),
  pace: int(1, 15),
  /** The seat that won the round plus one; 0 for nobody. */
  winner: int(0, mostSeats),
  walkers: slots(walker, mostSeats, { own: true }),
  random: randomState,
})
export type Trails = Infer<typeof trailsState>

export const trailsInput = record({ steer: int(-1, 1), towards: int(0, noWay) })
export type TrailsInput = Infer<typeof trailsInput>

export const idle: TrailsInput = { steer: 0, towards: noWay }

/** What the hedge leaves free once a round was walked for so many ticks. */
export function freeCourt(walked: number): Box {
  const grown = Math.max(0, Math.min(1, (walked - growth.from) / growth.for)) / 2
  const x = (court.right - court.left) * grown
  const y = (court.bottom - court.top) * grown
  return { left: court.left + x, top: court.top + y, right: court.right - x, bottom: court.bottom - y }
}
