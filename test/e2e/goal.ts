/**
 * Scores a goal as a person with mouse and keyboard does: get behind the ball, aim, kick; again until it is in.
 * Every move waits until the one before has come to rest, so that it does not matter how long a page takes to answer.
 */

import { width } from '../../src/games/field.ts'
import { ballRadius, bodyRadius, burrow, hedge } from '../../src/games/meadow/world.ts'
import type { Point } from '../../src/renderer/stage/camera.ts'
import type { Guest } from '../support/page-driver.ts'
import { distance, standing, until } from './party-of-three.ts'
import type { Witness } from './witness.ts'

const middle = (burrow.top + burrow.bottom) / 2
/** The ball must be sure to pass between the posts. */
const margin = (burrow.bottom - burrow.top) / 2 - 15
const touching = bodyRadius + ballRadius
/** World units that a kick carries the ball, less a little. */
const carries = 740
const mostMoves = 60
/** So many moves without a kick: any kick is better than none. */
const stuckAfter = 8

export async function scoreGoal(guest: Guest, name: string, witness: Witness): Promise<void> {
  const body = () => witness.body(name) ?? { x: 0, y: 0, score: 0 }
  const before = body().score
  let walks = 0
  for (let moves = 0; body().score === before; moves++) {
    if (moves > mostMoves) throw new Error(`${name} could not score a goal in ${mostMoves} moves.`)
    await until('the ball lies still', () => witness.ball().speed < 2)
    await standing(witness, name)
    const ball = witness.ball()
    const goal = goalFor(ball)
    const stuck = walks > stuckAfter && distance(body(), ball) < touching + 18
    if (stuck || aimed(body(), ball, goal)) {
      walks = 0
      await guest.page.keyboard.press('Space', { delay: 60 })
      await soon(() => witness.ball().speed > 100)
    } else {
      walks++
      const from = body()
      const { x, y } = await guest.pointAt(nextStep(from, ball, goal))
      await guest.page.mouse.click(x, y)
      await soon(() => !witness.stands(name))
    }
  }
}

/** Waits for something that may also not happen: a kick that misses, a walk into a wall. */
async function soon(holds: () => boolean): Promise<void> {
  await until('it happens', holds, 1500).catch(() => {})
}

/** The nearer burrow; from beside it, where there is no angle, the other one. */
function goalFor(ball: Point): Point {
  const side = ball.x < width / 2 ? -1 : 1
  const beside = Math.abs(ball.x - width / 2) > width / 2 - 220 && Math.abs(ball.y - middle) > margin
  return { x: width / 2 + (beside ? -side : side) * (width / 2 - hedge), y: middle }
}

/** Whether a kick from here sends the ball between the posts. */
function aimed(body: Point, ball: Point, goal: Point): boolean {
  const way = { x: ball.x - body.x, y: ball.y - body.y }
  if (distance(body, ball) > touching + 18 || Math.sign(way.x) !== Math.sign(goal.x - ball.x)) return false
  const arrives = ball.y + (way.y / way.x) * (goal.x - ball.x)
  // A kick that does not carry so far only needs to bring it nearer.
  const leeway = distance(ball, goal) > carries ? margin * 3 : margin
  return Math.abs(arrives - goal.y) < leeway
}

/** Where to click: behind the ball as seen from the goal, around it where it is in the way. */
function nextStep(body: Point, ball: Point, goal: Point): Point {
  const far = distance(ball, goal) || 1
  const way = { x: (goal.x - ball.x) / far, y: (goal.y - ball.y) / far }
  const behind = { x: ball.x - way.x * (touching + 12), y: ball.y - way.y * (touching + 12) }
  const ahead = (body.x - ball.x) * way.x + (body.y - ball.y) * way.y
  const aside = (body.x - ball.x) * -way.y + (body.y - ball.y) * way.x
  if (ahead > -touching && Math.abs(aside) < touching * 1.5) {
    const side = aside < 0 ? -1 : 1
    return { x: behind.x - way.y * side * 110, y: behind.y + way.x * side * 110 }
  }
  // A walker stops a little before the place that was clicked.
  const left = distance(body, behind) || 1
  const over = left < 40 ? (left + 6) / left : 1
  return { x: body.x + (behind.x - body.x) * over, y: body.y + (behind.y - body.y) * over }
}
