/** How people move: walking, wading, dashing, and pushing each other. */

import { contactOf, moveApart, moveOut } from '../bodies.ts'
import { isAtBase, isWater, type Land, mineRadius, wading } from './land.ts'
import { type Body, bodyRadius, dashAgain, dashSpeed, glide, paceWith, type RushInput } from './world.ts'

/** Somebody who is here, and whom they gather for. */
export interface Person {
  readonly seat: number
  readonly body: Body
  readonly team: number
}

/** The share of their closing speed that two bodies lose each: a half would stop them, one would throw them back. */
const shove = 0.55
/** What a victim is thrown back by in addition. */
const knock = 0.4
/** Units a second by which two must close in, and the faster be faster, for a bump that spills. */
const bumpSpeed = 150
const bumpMargin = 70

export function walk({ body }: Person, land: Land, input: RushInput | undefined): void {
  if (body.dash > 0) body.dash--
  if (body.grace > 0) body.grace--
  const pace = paceWith(body.load) * (isWater(land, body.x, body.y) ? wading : 1)
  if (input) {
    body.mx = input.x
    body.my = input.y
    // A dash needs a new press.
    if (input.dash && !body.pressed && body.dash === 0) dash(body, pace)
    body.pressed = input.dash
  }
  glide(body, pace)
  keepOut(body, land.middle, mineRadius + bodyRadius)
  for (const it of land.obstacles) keepOut(body, it, it.radius + bodyRadius)
}

/** Where one wants to go, or else where one is going. */
function dash(body: Body, pace: number): void {
  const stands = body.mx === 0 && body.my === 0
  const x = stands ? body.vx : body.mx
  const y = stands ? body.vy : body.my
  const length = Math.sqrt(x * x + y * y)
  if (length < 0.0625) return
  body.vx = (x / length) * dashSpeed * pace
  body.vy = (y / length) * dashSpeed * pace
  body.dash = dashAgain
}

/** A round thing that stands fast: whoever runs into it slides along. */
function keepOut(body: Body, it: { x: number; y: number }, reach: number): void {
  const contact = moveOut(body, it, reach)
  if (!contact) return
  const { nx, ny } = contact
  const into = body.vx * nx + body.vy * ny
  if (into >= 0) return
  body.vx -= into * nx
  body.vy -= into * ny
}

/** Says who was bumped, how hard, and which way. */
export type Spill = (victim: Person, closing: number, nx: number, ny: number) => void

export function pushApart(people: readonly Person[], land: Land, spill: Spill): void {
  for (let i = 1; i < people.length; i++) {
    const one = people[i] as Person
    for (let j = 0; j < i; j++) collide(one, people[j] as Person, land, spill)
  }
}

function collide(one: Person, other: Person, land: Land, spill: Spill): void {
  const a = one.body
  const b = other.body
  const contact = contactOf(a, b, 2 * bodyRadius, one.seat)
  if (!contact) return
  moveApart(a, b, contact)
  const { nx, ny } = contact
  const ofA = -(a.vx * nx + a.vy * ny)
  const ofB = b.vx * nx + b.vy * ny
  const closing = ofA + ofB
  if (closing <= 0) return
  push(a, nx, ny, closing * shove)
  push(b, -nx, -ny, closing * shove)
  if (one.team === other.team || closing < bumpSpeed) return
  if (ofA - ofB > bumpMargin) bump(other, land, closing, -nx, -ny, spill)
  else if (ofB - ofA > bumpMargin) bump(one, land, closing, nx, ny, spill)
}

/** At home one is safe. */
function bump(victim: Person, land: Land, closing: number, nx: number, ny: number, spill: Spill): void {
  if (victim.body.grace > 0 || isAtBase(land, victim.team, victim.body)) return
  push(victim.body, nx, ny, closing * knock)
  if (victim.body.load > 0) spill(victim, closing, nx, ny)
}

function push(body: Body, nx: number, ny: number, by: number): void {
  body.vx += nx * by
  body.vy += ny * by
}
