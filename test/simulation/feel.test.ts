/** What play must feel like on networks of all kinds: the targets of `npm run bench:feel`, on shorter runs. */

import { describe, expect, it } from 'vitest'
import { type Figures, figuresOf } from '../../bench/feel/figures.ts'
import { ageBeyondWay } from '../../bench/feel/others.ts'
import { play } from '../../bench/feel/play.ts'
import {
  clockGroups,
  goodProfile,
  hotelProfile,
  type Profile,
  profiles,
  recovering,
} from '../../bench/feel/profiles.ts'
import { recoveryOf } from '../../bench/feel/recovery.ts'
import { responseOf } from '../../bench/feel/response.ts'
import type { AnyGame } from '../../src/games/game.ts'
import { meadow } from '../../src/games/meadow/game.ts'
import { VirtualNetwork } from '../support/virtual-network.ts'
import { standing, type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

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
  it('never freeze and never jump on good Wi-Fi, and are drawn less than two ticks and the way in the past', () => {
    const { frozen, jumps, past } = on(goodProfile).others
    expect(frozen).toBe(0)
    expect(jumps).toBe(0)
    expect(past).toBeLessThan(2 * (1000 / 60) + 3)
  })

  it('hardly freeze on hotel Wi-Fi, and are back without a jump', () => {
    const { frozen, jumps, extrapolated } = on(hotelProfile).others
    expect(extrapolated).toBeGreaterThan(0.02)
    expect(frozen).toBeLessThan(0.02)
    expect(jumps).toBe(0)
  })

  for (const profile of recovering)
    it(`are as near to the present as the network allows within three seconds: ${profile.is}`, () => {
      const recovery = recoveryOf(play(game, profile, 20))
      expect(recovery.past[0]?.age).toBeGreaterThan(60)
      expect(recovery.drawn).toBeLessThan(3000)
    })

  it('are carried on for a fifth of a second of silence, then stand, and glide to where they are', () => {
    const world = new VirtualParty({ roundTrip: 20 })
    const lane = new VirtualNetwork(world.time, { roundTrip: 20 }, world.random)
    const walker = world.join('Walker')
    const watcher = world.join('Watcher', { dial: lane.dialTo(world.host) })
    const seen = (client: VirtualClient) =>
      client.drawn?.players[walker.party.state.seat ?? -1]?.x ?? Number.NaN
    const step = () => {
      const before = seen(watcher)
      world.time.pass(1000 / 60)
      return seen(watcher) - before
    }
    const walk = (x: number) => {
      walker.input = { x, y: 0, kick: false }
    }
    walk(-1)
    world.time.pass(5000)
    walk(0.5)
    world.time.pass(1000)
    lane.weather = { roundTrip: 20, stall: { every: 1e9, lasts: world.time.now + 400 } }
    walk(-0.5)
    const during = Array.from({ length: 24 }, step)
    for (const moving of during.slice(1, 10)) expect(moving).toBeCloseTo(160 / 60, 0)
    for (const still of during.slice(-6)) expect(Math.abs(still)).toBeLessThan(0.01)
    const after = Array.from({ length: 90 }, step)
    for (const gliding of after) expect(Math.abs(gliding)).toBeLessThan(160 / 60 + 8)
    walker.input = standing
    world.time.pass(2000)
    expect(seen(watcher)).toBeCloseTo(seen(walker), 3)
  })
})

describe('FEEL clocks', () => {
  // All of them are measured by the command; these two tell most.
  for (const [same, ...different] of clockGroups)
    for (const profile of different.filter(({ name }) => /slow|90 %/.test(name)))
      it(`change nothing: ${profile.name}`, () => {
        const [even, other] = [on(same as Profile), on(profile)]
        expect(other.response).toBe(0)
        expect(Math.abs(ageBeyondWay(other) - ageBeyondWay(even))).toBeLessThan(5)
        expect(other.others.frozen).toBeLessThan(even.others.frozen + 0.005)
        expect(other.others.jumps).toBe(0)
        expect(other.own.late).toBeLessThan(even.own.late + 0.01)
      })
})
