/** The meadow over networks of all kinds, in virtual time: what players see against what the host knows. */

import { describe, expect, it } from 'vitest'
import { bodyRadius, type Meadow, type MeadowInput } from '../../src/games/meadow/world.ts'
import { randomStream } from '../../src/netcode/random.ts'
import type { Weather } from '../support/virtual-network.ts'
import { standing, type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

const seconds = 60
const bodyWidth = bodyRadius * 2

/** A new direction now and then, like a person who wanders. */
function wander(client: VirtualClient, random: () => number): void {
  const turn = Math.floor(random() * 9)
  const angle = (turn / 8) * Math.PI * 2
  const still = turn === 8
  client.input = still ? standing : { x: Math.cos(angle), y: Math.sin(angle), kick: random() < 0.2 }
}

interface Seen {
  tick: number
  x: number
  y: number
}

/** Plays for a minute; tells how far off each player's own body was drawn, and how large corrections were, in units. */
function play(weather: Weather, players: number, walk = wander) {
  const world = new VirtualParty(weather)
  const clients = Array.from({ length: players }, (_, i) => world.join(`Player ${i + 1}`))
  const random = randomStream(7)
  const truth = new Map<number, Meadow>()
  const seen: Seen[][] = clients.map(() => [])
  const corrections: number[] = []
  for (const client of clients) world.time.every(500, () => walk(client, random), random() * 500)
  world.time.every(1000 / 60, () => {
    for (const [i, client] of clients.entries()) {
      const match = client.match()
      const seat = client.party.state.seat ?? -1
      if (match && !match.corrected) {
        match.corrected = (shown, right) => {
          const [one, other] = [shown, right].map((state) => (state as Meadow).players[seat])
          if (one && other && world.time.now > 3000)
            corrections.push(Math.hypot(one.x - other.x, one.y - other.y))
        }
      }
      const newest = match?.truth
      if (newest) truth.set(newest.tick, newest.state as Meadow)
      const body = client.ownBody
      // The clock needs a moment to settle after joining.
      if (body && client.scene && world.time.now > 3000)
        seen[i]?.push({ tick: client.scene.tick, x: body.x, y: body.y })
    }
  })
  world.time.pass(seconds * 1000)
  const offs = clients.flatMap((client, i) => {
    const seat = client.party.state.seat ?? -1
    return (seen[i] ?? []).flatMap(({ tick, x, y }) => {
      const before = truth.get(Math.floor(tick))?.players[seat]
      const after = truth.get(Math.floor(tick) + 1)?.players[seat]
      if (!before || !after) return []
      const t = tick - Math.floor(tick)
      return [Math.hypot(before.x + (after.x - before.x) * t - x, before.y + (after.y - before.y) * t - y)]
    })
  })
  const sorted = (values: number[]) => values.sort((a, b) => a - b)
  return { world, clients, offs: sorted(offs), corrections: sorted(corrections) }
}

const share = (sorted: readonly number[], part: number) =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN

describe('SIM own movement', () => {
  it('a lone walker on a clean network is never corrected', () => {
    const { offs, corrections } = play({ roundTrip: 20 }, 1)
    expect(offs.length).toBeGreaterThan(3000)
    // Less than one tick's walk: what a key pressed between two ticks can make.
    expect(share(offs, 1)).toBeLessThan(2)
    expect(corrections).toEqual([])
  })

  it('shows itself in the frame of the key', () => {
    const world = new VirtualParty({ roundTrip: 150, jitter: 20 })
    const client = world.join('Anna')
    world.time.pass(3000)
    client.input = { x: 1, y: 0, kick: false }
    const before = client.ownBody?.x ?? Number.NaN
    client.frame(world.time.now)
    expect(client.ownBody?.x).toBeGreaterThan(before)
    expect(client.ownBody?.mx).toBe(1)
  })

  it('does not depend on how often a client draws or sends', () => {
    const world = new VirtualParty({ roundTrip: 20 })
    const often = world.join('Often')
    const rarely = world.join('Rarely')
    rarely.stop()
    world.time.every(1000 / 25, () => rarely.frame(world.time.now))
    world.time.every(1000 / 240, () => often.frame(world.time.now))
    world.time.pass(3000)
    const walked = (client: VirtualClient) =>
      (client.match()?.truth?.state as Meadow | undefined)?.players[client.party.state.seat ?? -1]
    for (const client of [often, rarely]) client.input = { x: -1, y: 0, kick: false }
    world.time.pass(6000)
    for (const client of [often, rarely]) client.input = { x: 1, y: 0, kick: false }
    world.time.pass(2000)
    const speeds = [often, rarely].map((client) => walked(client)?.vx)
    for (const speed of speeds) expect(speed).toBeCloseTo(320, 0)
    expect(speeds[0]).toBe(speeds[1])
  })
})

describe('SIM eight players', () => {
  for (const roundTrip of [20, 60, 100, 150]) {
    it(`at ${roundTrip} ms with jitter and stalls: corrections of less than a body's width`, () => {
      const { clients, offs, corrections, world } = play(
        { roundTrip, jitter: 15, stall: { every: 5000, lasts: 80 } },
        8,
      )
      expect(clients.map(({ party }) => party.state.status.phase)).toEqual(Array(8).fill('joined'))
      expect(offs.length).toBeGreaterThan(20_000)
      const tell = (values: number[]) =>
        [0.5, 0.99, 1].map((part) => share(values, part).toFixed(2)).join(' / ')
      console.log(
        `round trip ${roundTrip} ms: own body off by ${tell(offs)}, ${corrections.length} corrections of ${tell(corrections)} units (p50 / p99 / most)`,
      )
      expect(share(offs, 0.5)).toBeLessThan(1)
      expect(share(corrections, 1)).toBeLessThan(bodyWidth)
      expect(world.reported).toEqual([])
    })
  }

  it('on a clean network every client decodes what the host sent, to the last bit', () => {
    const { clients } = play({ roundTrip: 40 }, 8)
    const states = clients.map((client) => client.match()?.truth)
    expect(new Set(states.map((state) => state?.tick)).size).toBe(1)
    for (const state of states) expect(state?.state).toEqual(states[0]?.state)
  })
})

describe('SIM others', () => {
  it('move smoothly: no step larger than a walk allows, also over jitter', () => {
    const world = new VirtualParty({ roundTrip: 60, jitter: 25 })
    const [walker, watcher] = [world.join('Walker'), world.join('Watcher')]
    const input: MeadowInput = { x: 0.5, y: 0, kick: false }
    world.time.every(2000, () => {
      walker.input = { ...input, x: -walker.input.x || 0.5 }
    })
    world.time.pass(4000)
    const steps: number[] = []
    let last: number | null = null
    world.time.every(1000 / 60, () => {
      const x = watcher.drawn?.players[walker.party.state.seat ?? -1]?.x ?? Number.NaN
      if (last !== null) steps.push(Math.abs(x - last))
      last = x
    })
    world.time.pass(20_000)
    steps.sort((a, b) => a - b)
    // 160 units a second are 2.7 a frame.
    expect(share(steps, 1)).toBeLessThan(2.7 * 1.6)
  })
})
