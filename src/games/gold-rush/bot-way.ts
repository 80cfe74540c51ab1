/** The way that a bot walks: over bridges, around the pond, the mine and the rocks. */

import { direction } from '../../netcode/headings.ts'
import { apart, bridgeHalf, type Land, mineRadius, type Place, pond, unit } from './land.ts'
import { type Body, bodyRadius } from './world.ts'

/** A direction of length 1, or less to stop in time. */
export interface Way {
  readonly x: number
  readonly y: number
}

const shore = (pond.inner + pond.outer) / 2
const besideWater = 34
const wade = 105
/** Of a turn, in 1024ths. */
const eighth = 128

/** Which way to go to `goal`. */
export function wayTo(land: Land, body: Body, goal: Place): Way {
  const leg = aroundPond(land, body, goal)
  return aroundObstacles(land, body, leg)
}

function aroundPond(land: Land, body: Body, goal: Place): Place {
  const { middle } = land
  const here = from(middle, body)
  const there = from(middle, goal)
  const inside = here.far < shore
  // What is near is worth wet feet.
  if (apart(body, goal) < wade) return goal
  if (inside !== there.far < shore) return overBridge(land, here, goal, there, inside)
  const [edge, ring] = inside ? [mineRadius + 20, 82] : [pond.outer, pond.outer + 40]
  return crossesRing(here, there, Math.min(edge, here.far - 6, there.far - 6))
    ? roundTheRing(middle, here, there, ring)
    : goal
}

/** The end of the best bridge on this side, and once there, the other end. */
function overBridge(land: Land, here: From, goal: Place, there: From, outwards: boolean): Place {
  const { middle } = land
  let best = goal
  let least = Number.POSITIVE_INFINITY
  for (const way of land.bridges) {
    const end = (far: number) => ({ x: way.x * far, y: way.y * far })
    const near = end(outwards ? pond.inner - 20 : pond.outer + besideWater)
    const other = end(outwards ? pond.outer + besideWater : pond.inner - 20)
    const detour = apart(near, here) + apart(other, there)
    if (detour >= least) continue
    least = detour
    const across = Math.abs(here.x * way.y - here.y * way.x)
    const isOnIt = across < bridgeHalf * 0.7 && here.x * way.x + here.y * way.y > 0
    const to = isOnIt ? other : near
    best = { x: middle.x + to.x, y: middle.y + to.y }
  }
  return best
}

interface From {
  readonly x: number
  readonly y: number
  readonly far: number
}

function from(middle: Place, { x, y }: Place): From {
  return { x: x - middle.x, y: y - middle.y, far: apart({ x, y }, middle) }
}

/** Whether the straight way passes through a circle around the middle. */
function crossesRing(here: From, there: From, radius: number): boolean {
  const dx = there.x - here.x
  const dy = there.y - here.y
  const length = dx * dx + dy * dy || 1
  const t = Math.max(0, Math.min(1, -(here.x * dx + here.y * dy) / length))
  return apart({ x: here.x + dx * t, y: here.y + dy * t }, { x: 0, y: 0 }) < radius
}

/** A place on a ring around the middle, an eighth of a turn on. */
function roundTheRing(middle: Place, here: From, there: From, radius: number): Place {
  const left = here.x * there.y - here.y * there.x > 0 ? 1 : -1
  const turn = direction(left * eighth)
  const way = unit({ x: here.x * turn.x - here.y * turn.y, y: here.x * turn.y + here.y * turn.x })
  return { x: middle.x + way.x * radius, y: middle.y + way.y * radius }
}

/** Straight on, or past the side of the rock that is in the way. */
function aroundObstacles(land: Land, body: Body, goal: Place): Way {
  const dx = goal.x - body.x
  const dy = goal.y - body.y
  const far = apart(goal, body)
  if (far < 4) return { x: 0, y: 0 }
  let x = dx / far
  let y = dy / far
  for (const it of land.obstacles) {
    const ox = it.x - body.x
    const oy = it.y - body.y
    const along = ox * x + oy * y
    const room = it.radius + bodyRadius + 6
    if (along < 0 || along > Math.min(far + room, 130)) continue
    const across = ox * y - oy * x
    if (Math.abs(across) > room) continue
    // It lies to one side of the way: pass on the other.
    const side = across > 0 ? 1 : -1
    const turn = (room - Math.abs(across)) / Math.max(30, along)
    const turnedX = x - y * side * turn
    const turnedY = y + x * side * turn
    const turned = unit({ x: turnedX, y: turnedY })
    x = turned.x
    y = turned.y
  }
  const pace = Math.min(1, far / 40)
  return { x: x * pace, y: y * pace }
}
