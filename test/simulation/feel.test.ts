/** What play must feel like on networks of all kinds: the thresholds of `npm run bench:feel`, on shorter runs. */

import { describe, expect, it } from 'vitest'
import { type Figures, figuresOf } from '../../bench/feel/figures.ts'
import { ageBeyondWay } from '../../bench/feel/others.ts'
import { clockGroups, goodProfile, hotelProfile, type Profile, profiles } from '../../bench/feel/profiles.ts'
import { responseOf } from '../../bench/feel/response.ts'
import type { AnyGame } from '../../src/games/game.ts'
import { meadow } from '../../src/games/meadow/game.ts'

const game = meadow as unknown as AnyGame
const measured = new Map<Profile, Figures>()
const on = (profile: Profile) => {
  const figures = measured.get(profile) ?? figuresOf(game, profile, 20)
  measured.set(profile, figures)
  return figures
}

describe('FEEL own movement', () => {
  for (const profile of profiles)
    it(`shows in the frame of the key: ${profile.name}`, () => {
      expect(responseOf(game, profile)).toBe(0)
    })

  it('is not visibly corrected on good Wi-Fi, but for collisions', () => {
    expect(on(goodProfile).own.alone.visible).toBe(0)
    expect(on(goodProfile).own.late).toBe(0)
  })
})

describe('FEEL others', () => {
  it('never freeze on good Wi-Fi, and never jump', () => {
    expect(on(goodProfile).others.frozen).toBe(0)
    expect(on(goodProfile).others.jumps).toBe(0)
  })

  it('are drawn less than two snapshots and the way in the past on good Wi-Fi', () => {
    expect(on(goodProfile).others.past).toBeLessThan(40)
  })
})

describe('FEEL clocks', () => {
  for (const [same, ...different] of clockGroups)
    for (const profile of different)
      it(`change nothing: ${profile.name}`, () => {
        const [true_, other] = [on(same as Profile), on(profile)]
        expect(other.response).toBe(0)
        expect(Math.abs(ageBeyondWay(other) - ageBeyondWay(true_))).toBeLessThan(30)
        expect(other.others.frozen).toBeLessThan(true_.others.frozen + 0.01)
        expect(other.own.late).toBeLessThan(true_.own.late + 0.02)
      })
})

describe('FEEL the measure itself', () => {
  it('sees what a stall does: others freeze and jump on hotel Wi-Fi more than on cable', () => {
    const [hotel, cable] = [on(hotelProfile), on(profiles[0] as Profile)]
    expect(hotel.others.past).toBeGreaterThan(cable.others.past + 40)
    expect(cable.others.frozen).toBe(0)
  })
})
