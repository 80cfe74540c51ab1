/** One tick of somebody's walk: steering, going on, and the trail with its gaps. */

import { direction, turn as fullTurn, headingBetween, wrapHeading } from '../../netcode/headings.ts'
import { nextRandom } from '../../netcode/random.ts'
import {
  compass,
  gapLength,
  inked,
  longestStretch,
  noWay,
  stride,
  type Trails,
  type TrailsInput,
  type Walker,
} from './world.ts'

/** What is held goes on until something else is. */
export function take(walker: Walker, input: TrailsInput | undefined): void {
  if (!input) return
  walker.steer = input.steer
  walker.towards = input.towards
}

/** Begins with a trail, which breaks off at another place for everyone. */
export function setOut(state: Trails, walker: Walker): void {
  walker.gap = inkedTicks(state)
  walker.path = []
  walker.since = 0
}

export function walkOn(state: Trails, walker: Walker): void {
  const length = stride(state.pace)
  const turn = turnWanted(walker, state.pace)
  const last = walker.path.at(-1)
  let leaves = last?.inked ?? true
  if (walker.gap > 0) walker.gap--
  else {
    leaves = !leaves
    walker.gap = leaves ? inkedTicks(state) : Math.round(gapLength / length)
  }
  const isFull = (walker.since + 1) * length > longestStretch
  if (!last || last.turn !== turn || last.inked !== leaves || isFull) {
    walker.path.push({ x: walker.x, y: walker.y, turn, inked: leaves })
    walker.since = 0
  }
  walker.since++
  walker.heading = wrapHeading(walker.heading + turn * state.pace)
  const way = direction(walker.heading)
  walker.x += way.x * length
  walker.y += way.y * length
}

/** Left and right count before a direction, to which the walker turns the short way round. */
function turnWanted({ heading, steer, towards }: Walker, pace: number): number {
  if (steer !== 0 || towards === noWay) return steer
  const off = headingBetween(heading, towards * (fullTurn / compass))
  // Less than half a tick's turn off is as near as it gets.
  return 2 * off > pace ? 1 : 2 * off < -pace ? -1 : 0
}

function inkedTicks(state: Trails): number {
  const length = inked.least + nextRandom(state) * (inked.most - inked.least)
  return Math.round(length / stride(state.pace))
}
