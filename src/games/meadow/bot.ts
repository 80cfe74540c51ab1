/** Somebody who wanders about the meadow, runs after the ball, and kicks it towards a burrow. */

import { height, width } from '../field.ts'
import type { Bot } from '../game.ts'
import {
  type Body,
  ballRadius,
  bodyRadius,
  hedge,
  kickReach,
  type Meadow,
  type MeadowInput,
} from './world.ts'

type Plan = { until: number } & (
  | { want: 'rest' }
  | { want: 'ball' }
  | { want: 'place'; x: number; y: number }
)

export const meadowBot: Bot<Meadow, MeadowInput> = {
  play(seat, random) {
    let plan: Plan = { want: 'rest', until: 0 }
    // Bots choose their side once, so that they do not all push the same way.
    const goalX = random() < 0.5 ? hedge : width - hedge
    return {
      next(state, tick) {
        const body = state.players[seat]
        if (!body) return { x: 0, y: 0, kick: false }
        if (tick >= plan.until) plan = newPlan(tick, random)
        switch (plan.want) {
          case 'rest':
            return { x: 0, y: 0, kick: false }
          case 'place': {
            const move = towards(body, plan.x, plan.y)
            if (move.arrived) plan = { want: 'rest', until: tick + 20 + random() * 100 }
            return { ...move.way, kick: false }
          }
          case 'ball':
            return chase(state, body, goalX, random)
        }
      },
    }
  },
}

function newPlan(tick: number, random: () => number): Plan {
  const choice = random()
  if (choice < 0.2) return { want: 'rest', until: tick + 40 + random() * 120 }
  if (choice < 0.55) return { want: 'ball', until: tick + 240 + random() * 360 }
  const margin = hedge + bodyRadius * 2
  return {
    want: 'place',
    x: margin + random() * (width - 2 * margin),
    y: margin + random() * (height - 2 * margin),
    until: tick + 300,
  }
}

/** Gets behind the ball as seen from the goal, then runs at it and kicks. */
function chase(state: Meadow, body: Body, goalX: number, random: () => number): MeadowInput {
  const { ball } = state
  if (ball.away > 0)
    return { ...towards(body, width / 2 + (goalX < width / 2 ? 200 : -200), height / 2).way, kick: false }
  const gx = goalX - ball.x
  const gy = height / 2 - ball.y
  const length = Math.hypot(gx, gy) || 1
  const behindX = ball.x - (gx / length) * (bodyRadius + ballRadius)
  const behindY = ball.y - (gy / length) * (bodyRadius + ballRadius)
  const near = Math.hypot(ball.x - body.x, ball.y - body.y) < bodyRadius + ballRadius + kickReach
  const behind = (ball.x - body.x) * gx + (ball.y - body.y) * gy > 0
  if (near && behind) return { ...towards(body, ball.x, ball.y).way, kick: random() < 0.08 }
  return { ...towards(body, behindX, behindY).way, kick: false }
}

function towards(body: Body, x: number, y: number): { way: { x: number; y: number }; arrived: boolean } {
  const dx = x - body.x
  const dy = y - body.y
  const distance = Math.hypot(dx, dy)
  if (distance < 12) return { way: { x: 0, y: 0 }, arrived: true }
  const pace = Math.min(1, distance / 60)
  return { way: { x: (dx / distance) * pace, y: (dy / distance) * pace }, arrived: false }
}
