/**
 * What happens in Template in one tick. The same lines run on the host and on every client, so they may use nothing but
 * their arguments, and only arithmetic that every machine rounds alike: + − × ÷, comparisons, Math.sqrt.
 */

import { height, width } from '../../../src/games/field.ts'
import type { Moment } from '../../../src/games/game.ts'
import { fillSlot } from '../../../src/netcode/collections.ts'
import { nextRandom } from '../../../src/netcode/random.ts'
import { bodyRadius, edge, prizeRadius, type Template, type TemplateInput, walkingSpeed } from './world.ts'

export function stepTemplate(state: Template, { inputs, dt }: Moment<TemplateInput>): void {
  if (state.left > 0) state.left--
  for (const [seat, body] of state.players.entries()) {
    if (!body?.here) continue
    const input = inputs[seat]
    if (input) {
      body.mx = input.x
      body.my = input.y
    }
    const will = Math.sqrt(body.mx * body.mx + body.my * body.my)
    // A diagonal is no faster than a straight line.
    const speed = walkingSpeed / Math.max(1, will)
    body.x = clamp(body.x + body.mx * speed * dt, edge, width - edge)
    body.y = clamp(body.y + body.my * speed * dt, edge, height - edge)
    if (touchesPrize(state, body)) {
      body.score++
      layPrize(state)
    }
  }
}

export function sitDown(state: Template, seat: number): void {
  fillSlot(state.players, seat, { ...somewhere(state), mx: 0, my: 0, score: 0, here: true })
}

/** Lays the prize somewhere else. */
export function layPrize(state: Template): void {
  state.prize = somewhere(state)
}

/** All chance comes from the state, so that a replay is exact. */
function somewhere(state: Template): { x: number; y: number } {
  return {
    x: edge * 2 + nextRandom(state) * (width - edge * 4),
    y: edge * 2 + nextRandom(state) * (height - edge * 4),
  }
}

function touchesPrize({ prize }: Template, body: { x: number; y: number }): boolean {
  const [dx, dy] = [prize.x - body.x, prize.y - body.y]
  const reach = bodyRadius + prizeRadius
  return dx * dx + dy * dy < reach * reach
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
