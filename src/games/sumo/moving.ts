/** How one body moves: with weight, on wood, and in bursts. */

import { direction, headingOf } from '../../netcode/headings.ts'
import { gatherSpeed } from '../bodies.ts'
import { height, width } from '../field.ts'
import {
  type Body,
  bodyRadius,
  dashes,
  eagerTicks,
  restTicks,
  type SumoInput,
  splashTick,
  walkingSpeed,
} from './world.ts'

const dt = 1 / 60
/** The share of the missing speed that one gains in a tick: on firm feet, in a dash, and knocked off one's feet. */
const grip = { firm: 0.078, dash: 0.02, reel: 0.032 }
/** Units a second that a dash gives, and the share of the old speed that it keeps: a dash can save a fall. */
const burst = 590
const kept = 0.3

/** Takes what its player wants from now on. */
export function listen(body: Body, input: SumoInput | undefined): void {
  if (body.eager > 0) body.eager--
  if (!input) return
  if (input.x !== body.mx || input.y !== body.my) {
    body.mx = input.x
    body.my = input.y
    if (input.x !== 0 || input.y !== 0) body.facing = headingOf(input.x, input.y)
  }
  if (input.dash && !body.pressed) body.eager = eagerTicks
  body.pressed = input.dash
}

/** Where a dash is wanted and the last one got over, it comes. */
export function dash(body: Body): void {
  if (body.eager === 0 || body.rest > 0) return
  body.eager = 0
  const way = direction(body.facing)
  body.vx = body.vx * kept + way.x * burst
  body.vy = body.vy * kept + way.y * burst
  body.rest = restTicks
  body.reel = 0
}

/** One tick on the planks. */
export function walk(body: Body): void {
  gatherSpeed(body, walkingSpeed, body.reel > 0 ? grip.reel : dashes(body) ? grip.dash : grip.firm)
  slide(body)
  if (body.rest > 0) body.rest--
  if (body.reel > 0) body.reel--
  if (body.blame > 0 && --body.blame === 0) body.by = 0
}

/** One tick of falling: on in the air, and hardly at all in the water. */
export function tumble(body: Body): void {
  const drag = body.fall < splashTick ? 0.965 : 0.86
  body.vx *= drag
  body.vy *= drag
  slide(body)
  if (body.rest > 0) body.rest--
  body.fall++
}

function slide(body: Body): void {
  body.x = within(body.x + body.vx * dt, width)
  body.y = within(body.y + body.vy * dt, height)
}

function within(value: number, end: number): number {
  return Math.max(bodyRadius, Math.min(end - bodyRadius, value))
}
