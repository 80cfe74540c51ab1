/** What happens in the meadow in one tick: walking, pushing, kicking, and the ball falling into a burrow. */

import { fillSlot } from '../../netcode/collections.ts'
import { nextRandom } from '../../netcode/random.ts'
import { contactOf, moveApart, moveOut } from '../bodies.ts'
import { height, width } from '../field.ts'
import type { Moment } from '../game.ts'
import {
  type Ball,
  type Body,
  ballRadius,
  bodyRadius,
  burrow,
  glide,
  hedge,
  kickReach,
  kickTicks,
  type Meadow,
  type MeadowInput,
  returnTicks,
  rollOn,
} from './world.ts'

/** What the ball takes over of a body's push, and keeps of a bounce. */
const bounce = 0.75
/** The share of their closing speed that two bodies lose each: a half would stop them, one would throw them back. */
const shove = 0.55
const kickSpeed = 720
const cell = bodyRadius * 2
/** The squared distance at which two bodies touch. */
const bodiesTouch = cell * cell

export function stepMeadow(state: Meadow, moment: Moment<MeadowInput>): void {
  for (let seat = 0; seat < state.players.length; seat++) {
    const body = state.players[seat]
    if (!body) continue
    const input = moment.inputs[seat]
    if (input) {
      body.mx = input.x
      body.my = input.y
    }
    glide(body)
    swing(state, body, seat, input)
  }
  pushApart(state.players)
  stepBall(state)
}

/** Takes a seat at a free place, if one is found soon. */
export function arrive(state: Meadow, seat: number): void {
  for (let tries = 0; tries < 12; tries++) {
    const x = hedge + bodyRadius + nextRandom(state) * (width - 2 * (hedge + bodyRadius))
    const y = hedge + bodyRadius + nextRandom(state) * (height - 2 * (hedge + bodyRadius))
    const free = state.players.every((other) => !other || squaredDistance(other, { x, y }) > bodiesTouch)
    if (!free && tries < 11) continue
    fillSlot(state.players, seat, { x, y, vx: 0, vy: 0, mx: 0, my: 0, kick: 0, pressed: false, score: 0 })
    return
  }
}

export function depart(state: Meadow, seat: number): void {
  if (seat < state.players.length) state.players[seat] = undefined
  if (state.lastTouch === seat + 1) state.lastTouch = 0
}

export function newBall(): Ball {
  return { x: width / 2, y: height / 2, vx: 0, vy: 0, away: 0 }
}

/** A kick needs a new press, and hits the ball where it is near enough. */
function swing(state: Meadow, body: Body, seat: number, input: MeadowInput | undefined): void {
  if (body.kick > 0) body.kick--
  if (!input) return
  const fresh = input.kick && !body.pressed
  body.pressed = input.kick
  if (!fresh || body.kick > 0) return
  body.kick = kickTicks
  const { ball } = state
  if (ball.away > 0) return
  const dx = ball.x - body.x
  const dy = ball.y - body.y
  const distance = Math.sqrt(dx * dx + dy * dy)
  if (distance > bodyRadius + ballRadius + kickReach) return
  // Standing right on the ball, it goes where its kicker goes.
  const towards = distance > 1 ? { x: dx / distance, y: dy / distance } : { x: body.mx, y: body.my }
  ball.vx = body.vx + towards.x * kickSpeed
  ball.vy = body.vy + towards.y * kickSpeed
  state.lastTouch = seat + 1
}

/** Bodies that overlap move apart, half each, and lose the speed that drove them together. */
function pushApart(players: Meadow['players']): void {
  const grid = new Map<number, number[]>()
  for (let seat = 0; seat < players.length; seat++) {
    const body = players[seat]
    if (!body) continue
    const column = Math.floor(body.x / cell)
    const row = Math.floor(body.y / cell)
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        for (const other of grid.get(x * 1024 + y) ?? []) collide(body, players[other] as Body, seat)
      }
    }
    const key = column * 1024 + row
    const here = grid.get(key)
    if (here) here.push(seat)
    else grid.set(key, [seat])
  }
}

function collide(a: Body, b: Body, seat: number): void {
  const contact = contactOf(a, b, cell, seat)
  if (!contact) return
  moveApart(a, b, contact)
  const { nx, ny } = contact
  const closing = (a.vx - b.vx) * nx + (a.vy - b.vy) * ny
  if (closing >= 0) return
  a.vx -= closing * nx * shove
  a.vy -= closing * ny * shove
  b.vx += closing * nx * shove
  b.vy += closing * ny * shove
}

function stepBall(state: Meadow): void {
  const { ball } = state
  if (ball.away > 0) {
    if (--ball.away === 0) Object.assign(ball, newBall())
    return
  }
  rollOn(ball)
  for (let seat = 0; seat < state.players.length; seat++) {
    const body = state.players[seat]
    if (body && dribble(ball, body)) state.lastTouch = seat + 1
  }
  bounceOffHedge(ball)
  const fell = ball.x < hedge + burrow.depth || ball.x > width - hedge - burrow.depth
  if (fell && ball.y > burrow.top && ball.y < burrow.bottom) score(state)
}

/** A body that runs into the ball shoves it along. */
function dribble(ball: Ball, body: Body): boolean {
  const contact = moveOut(ball, body, ballRadius + bodyRadius)
  if (!contact) return false
  const { nx, ny } = contact
  const closing = (ball.vx - body.vx) * nx + (ball.vy - body.vy) * ny
  if (closing < 0) {
    ball.vx -= closing * nx * (1 + bounce)
    ball.vy -= closing * ny * (1 + bounce)
  }
  return true
}

function bounceOffHedge(ball: Ball): void {
  const gate = ball.y > burrow.top && ball.y < burrow.bottom
  const left = gate ? hedge : hedge + ballRadius
  if (ball.x < left) {
    ball.x = left
    ball.vx = Math.abs(ball.vx) * bounce
  } else if (ball.x > width - left) {
    ball.x = width - left
    ball.vx = -Math.abs(ball.vx) * bounce
  }
  if (ball.y < hedge + ballRadius) {
    ball.y = hedge + ballRadius
    ball.vy = Math.abs(ball.vy) * bounce
  } else if (ball.y > height - hedge - ballRadius) {
    ball.y = height - hedge - ballRadius
    ball.vy = -Math.abs(ball.vy) * bounce
  }
}

function score(state: Meadow): void {
  state.goals = (state.goals + 1) % 256
  const scorer = state.lastTouch > 0 ? state.players[state.lastTouch - 1] : undefined
  if (scorer) scorer.score++
  state.lastTouch = 0
  state.ball.away = returnTicks
  state.ball.vx = 0
  state.ball.vy = 0
}

function squaredDistance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  return dx * dx + dy * dy
}
