/** The platform: a round middle and rings of planks around it, which break off one after the other, outermost first. */

import { direction, turn } from '../../netcode/headings.ts'
import { middle, type Sumo, ticksPerSecond } from './world.ts'

/** Radius of the middle, and what each ring adds to it. */
export const coreRadius = 72
const ringWidth = 48
/** Ticks of a round until the first ring breaks off, and from one to the next. */
const firstBreak = 6 * ticksPerSecond
const breakEvery = 2.6 * ticksPerSecond
/** The middle holds for so much longer. */
const coreHolds = 1 * ticksPerSecond
/** Ticks that a ring shakes before it breaks off. */
const warningTicks = 1.8 * ticksPerSecond

export const drumRadius = 25
const drumDistance = 100
/** Drums stand on the innermost ring, and sink with it. */
const drumBoards = 2

/** Rings, the middle included, that so many players have room on. */
export function boardsFor(players: number): number {
  return players <= 4 ? 5 : players <= 9 ? 6 : 7
}

/** The radius of a platform of so many boards. */
export function radiusOf(boards: number): number {
  return boards === 0 ? 0 : coreRadius + ringWidth * (boards - 1)
}

/** The tick of the round at which a platform of `boards` loses the outermost of the `left` ones. */
export function breaksAt(boards: number, left: number): number {
  return firstBreak + (boards - left) * breakEvery + (left === 1 ? coreHolds : 0)
}

/** From 0 to 1, how near the outermost ring is to breaking off; 0 while it does not shake. */
export function shaking({ phase, clock, boards, left }: Sumo): number {
  if (phase !== 'play' || left === 0) return 0
  const remaining = breaksAt(boards, left) - clock
  return remaining > warningTicks ? 0 : 1 - Math.max(0, remaining) / warningTicks
}

/** The radius that will still hold in a moment: what shakes is not counted. */
export function safeRadius(state: Sumo): number {
  return radiusOf(shaking(state) > 0 ? state.left - 1 : state.left)
}

export interface Place {
  readonly x: number
  readonly y: number
}

const noDrums: readonly Place[] = []

/** Where drums stand now. */
export function drumsOf({ drums, turned, left }: Sumo): readonly Place[] {
  if (!drums || left < drumBoards) return noDrums
  return [0, 1, 2].map((nth) => at(turned + Math.round((nth * turn) / 3), drumDistance))
}

/** The place at a heading and distance from the middle. */
export function at(heading: number, distance: number): Place {
  const way = direction(heading)
  return { x: middle.x + way.x * distance, y: middle.y + way.y * distance }
}

/** Whether a body's middle is beyond the edge. */
export function isBeyond({ x, y }: Place, radius: number): boolean {
  const dx = x - middle.x
  const dy = y - middle.y
  return dx * dx + dy * dy > radius * radius
}
