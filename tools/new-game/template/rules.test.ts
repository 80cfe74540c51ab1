/** The rules of Template, as its players know them. */

import { describe, expect, it } from 'vitest'
import { template } from './game.ts'
import type { TemplateInput } from './world.ts'

/** A match of the seats 2 and 5 with the prize in the middle, after so many ticks of the same inputs. */
function matchAfter(ticks: number, inputs: { readonly [seat: number]: TemplateInput }) {
  const state = template.state.quantise(template.start([2, 5], 1, { goal: 3 }))
  Object.assign(state, { prize: { x: 800, y: 450 } })
  Object.assign(state.players[2] ?? {}, { x: 600, y: 450 })
  Object.assign(state.players[5] ?? {}, { x: 200, y: 450 })
  for (let tick = 1; tick <= ticks; tick++) {
    template.step(state, { tick, dt: 1 / 60, inputs, behind: () => 0 })
    template.state.quantise(state)
  }
  return state
}

describe('Template', () => {
  it('gives a prize to who touches it, and lays the next one elsewhere', () => {
    const state = matchAfter(60, { 2: { x: 1, y: 0 } })
    expect(state.players[2]?.score).toBe(1)
    expect(state.prize).not.toEqual({ x: 800, y: 450 })
  })

  it('lets nobody walk faster diagonally', () => {
    const { players } = matchAfter(30, { 5: { x: 1, y: 1 } })
    const far = Math.hypot((players[5]?.x ?? 0) - 200, (players[5]?.y ?? 0) - 450)
    expect(far).toBeCloseTo(160, -1)
  })

  it('ends when the time is up, and then who has more is first', () => {
    const state = matchAfter(60, { 2: { x: 1, y: 0 } })
    expect(template.result(state)).toBeNull()
    state.left = 0
    expect(template.result(state)).toEqual({ ranks: [[2], [5]], scores: { 2: 1, 5: 0 } })
  })
})
