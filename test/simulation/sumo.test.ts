/** Sumo: what its rules promise, and that a push is seen in the frame in which it is made. */

import { describe, expect, it } from 'vitest'
import { sumo } from '../../src/games/sumo/game.ts'
import { at, breaksAt, drumsOf, isBeyond, radiusOf, shaking } from '../../src/games/sumo/platform.ts'
import {
  type Body,
  blameTicks,
  bodyRadius,
  fallTicks,
  middle,
  readyTicks,
  restTicks,
  type Sumo,
  type SumoInput,
  settledTicks,
  stands,
  walkingSpeed,
} from '../../src/games/sumo/world.ts'
import { VirtualEvening } from '../support/virtual-evening.ts'
import type { VirtualClient } from '../support/virtual-party.ts'

type Inputs = { readonly [seat: number]: Partial<SumoInput> }
const idle: SumoInput = { x: 0, y: 0, dash: false }
const right: Partial<SumoInput> = { x: 1 }

/** A match whose people stand where they are put. */
class Ring {
  readonly state: Sumo
  tick = 0

  constructor(seats: readonly number[], options: { rounds?: number; drums?: number } = {}) {
    this.state = sumo.state.quantise(sumo.start(seats, 5, { rounds: 3, drums: 0, ...options }))
  }

  /** To the first tick of the play, with nobody tired from the start. */
  play(): this {
    this.pass(readyTicks)
    for (const body of this.state.players) if (body) body.rest = 0
    return this
  }

  pass(ticks: number, inputs: Inputs = {}): this {
    const held = Object.fromEntries(
      Object.entries(inputs).map(([seat, input]) => [seat, { ...idle, ...input }]),
    )
    for (let i = 0; i < ticks; i++) {
      sumo.step(this.state, { tick: ++this.tick, dt: 1 / 60, inputs: held, behind: () => 0 })
      sumo.state.quantise(this.state)
    }
    return this
  }

  /** In units from the middle; at rest. */
  put(seat: number, x: number, y = 0): Body {
    const body = this.body(seat)
    return Object.assign(body, { x: middle.x + x, y: middle.y + y, vx: 0, vy: 0, mx: 0, my: 0, reel: 0 })
  }

  body(seat: number): Body {
    return this.state.players[seat] as Body
  }

  /** Puts somebody where nothing holds. */
  drown(...seats: number[]): this {
    for (const seat of seats) this.put(seat, 420, seat)
    return this.pass(1)
  }

  get points() {
    return Object.fromEntries(this.state.players.flatMap((body, seat) => (body ? [[seat, body.score]] : [])))
  }
}

describe('SUMO rounds', () => {
  it('gives a point for everyone who fell before, the same to those who fall in one tick', () => {
    const ring = new Ring([3, 7, 19, 200]).play().drown(7).drown(3, 200)
    expect(ring.state.phase).toBe('settled')
    expect(ring.state.champion).toBe(19 + 1)
    expect(ring.points).toEqual({ 7: 0, 3: 1, 200: 1, 19: 3 })
  })

  it('begins the next round with everyone, and ends after the last one with the most points first', () => {
    const ring = new Ring([0, 1, 2]).play().drown(0).drown(1)
    expect(sumo.result(ring.state)).toBeNull()
    ring.pass(settledTicks)
    expect(ring.state).toMatchObject({ phase: 'ready', round: 2 })
    expect(ring.state.players.every((body) => body && stands(body))).toBe(true)
    for (const _ of [2, 3]) ring.play().drown(1).drown(0).pass(settledTicks)
    expect(sumo.result(ring.state)).toEqual({ ranks: [[2], [0], [1]], scores: { 0: 2, 1: 1, 2: 6 } })
  })

  it('has no champion where the last ones fall together', () => {
    const ring = new Ring([0, 1, 2]).play().drown(0).drown(1, 2)
    expect(ring.state).toMatchObject({ phase: 'settled', champion: 0 })
    expect(ring.points).toEqual({ 0: 0, 1: 1, 2: 1 })
  })

  it('costs and earns nothing to fall once the round is settled', () => {
    const ring = new Ring([0, 1]).play().drown(0)
    const { score } = ring.body(1)
    ring.drown(1)
    expect(stands(ring.body(1))).toBe(false)
    expect(ring.body(1).score).toBe(score)
    expect(ring.state.champion).toBe(1 + 1)
  })

  it('breaks apart ring by ring, each after a warning, until nothing is left, with nobody moving at all', () => {
    for (const players of [2, 5, 16]) {
      const ring = new Ring(Array.from({ length: players }, (_, i) => i)).play()
      // Together on the very middle, so that no ring but the last one ends the round.
      let warned = 0
      let [ticks, seen] = [0, ring.state.left]
      while (ring.state.phase === 'play') {
        const huddled = ring.state.players.flatMap((body) => (body && stands(body) ? [body] : []))
        for (const body of huddled) Object.assign(body, { ...middle, vx: 0, vy: 0 })
        warned = shaking(ring.state) > 0 ? warned + 1 : 0
        ring.pass(1)
        ticks++
        if (ring.state.left === seen) continue
        expect(warned).toBeGreaterThan(60)
        seen = ring.state.left
      }
      expect(ring.state.left).toBe(0)
      expect(ticks).toBe(breaksAt(ring.state.boards, 1))
      expect(ticks / 60).toBeLessThan(25)
    }
  })

  it('is over in time where nobody does anything', () => {
    const ring = new Ring([0, 1, 2, 3], { rounds: 5 })
    while (!sumo.result(ring.state)) ring.pass(60)
    expect(ring.tick / 60).toBeLessThan(sumo.lasts * 2)
  })
})

describe('SUMO pushing', () => {
  it('answers a dash with a burst, and the next press only after the rest', () => {
    const ring = new Ring([0, 1]).play()
    ring.put(1, 0, 200)
    const body = ring.put(0, -150)
    ring.pass(1, { 0: { ...right, dash: true } })
    expect(body.vx).toBeGreaterThan(walkingSpeed * 2)
    expect(body.rest).toBe(restTicks - 1)
    ring.pass(restTicks - 2, { 0: { dash: true } })
    ring.pass(1, { 0: idle }).put(0, -150)
    const before = ring.body(0).vx
    ring.pass(1, { 0: { dash: true } })
    expect(ring.body(0).vx).toBeGreaterThan(before + walkingSpeed)
  })

  it('keeps a press that came a moment too early, and forgets one that came far too early', () => {
    const rested = (early: number) => {
      const ring = new Ring([0, 1]).play()
      ring.put(1, 0, 200)
      ring.put(0, -150).rest = early
      ring.pass(1, { 0: { dash: true } }).pass(early + 4, { 0: idle })
      return ring.body(0).rest
    }
    expect(rested(5)).toBeGreaterThan(restTicks / 2)
    expect(rested(30)).toBe(0)
  })

  it('does not dash again while the button stays down', () => {
    const ring = new Ring([0, 1]).play()
    ring.put(1, 0, 200)
    ring.put(0, -150)
    ring.pass(restTicks + 20, { 0: { dash: true } })
    expect(ring.body(0).rest).toBe(0)
  })

  it('knocks much harder with a dash than with a walk', () => {
    const thrown = (dash: boolean) => {
      const ring = new Ring([0, 1]).play()
      ring.put(0, -120)
      ring.put(1, -20)
      let most = 0
      for (let tick = 0; tick < 90 && stands(ring.body(1)); tick++) {
        ring.pass(1, { 0: { ...right, dash: dash && tick === 10 } })
        most = Math.max(most, ring.body(1).vx)
      }
      return most
    }
    expect(thrown(false)).toBeGreaterThan(100)
    expect(thrown(true)).toBeGreaterThan(thrown(false) * 1.8)
  })

  it('pushes off the one at the edge, and credits it', () => {
    const ring = new Ring([4, 9]).play()
    ring.put(4, 150)
    ring.put(9, 215)
    ring.pass(1, { 4: { ...right, dash: true } }).pass(40, { 4: { x: -1 } })
    expect(stands(ring.body(9))).toBe(false)
    expect(stands(ring.body(4))).toBe(true)
    // One for outliving, one for the push.
    expect(ring.points).toEqual({ 4: 2, 9: 0 })
  })

  it('credits nobody for a fall long after the push', () => {
    const ring = new Ring([4, 9, 11]).play()
    ring.put(11, 0, -150)
    ring.put(4, -30)
    ring.put(9, 40)
    ring.pass(20, { 4: right })
    expect(ring.body(9).by).toBe(4 + 1)
    ring.put(4, -200)
    ring.put(9, 40)
    ring.pass(blameTicks)
    ring.drown(9)
    expect(ring.points).toEqual({ 4: 0, 9: 0, 11: 0 })
  })

  it('falls for a while, and is out then', () => {
    const ring = new Ring([0, 1, 2]).play().drown(0)
    expect(ring.body(0).fall).toBe(1)
    ring.pass(fallTicks - 1)
    expect(ring.body(0).fall).toBe(fallTicks)
    const { x, y } = ring.body(0)
    ring.pass(30, { 0: { x: -1, dash: true } })
    expect(ring.body(0)).toMatchObject({ x, y })
  })

  it('throws everyone back at a drum, until the drums sink', () => {
    const ring = new Ring([0, 1], { drums: 1 }).play()
    const [drum] = drumsOf(ring.state)
    if (!drum) throw new Error('There are drums.')
    ring.put(1, 0, 230)
    ring.put(0, drum.x - middle.x - bodyRadius * 3, drum.y - middle.y)
    let least = 0
    for (let tick = 0; tick < 40; tick++) {
      ring.pass(1, { 0: right })
      least = Math.min(least, ring.body(0).vx)
    }
    expect(least).toBeLessThan(-walkingSpeed)
    ring.state.left = 1
    expect(drumsOf(ring.state)).toEqual([])
    expect(drumsOf(new Ring([0, 1]).state)).toEqual([])
  })
})

describe('SUMO coming and going', () => {
  it('seats who comes late beside the pond until the next round', () => {
    const ring = new Ring([0, 1, 2]).play()
    sumo.join?.(ring.state, 40)
    ring.pass(10, { 40: { ...right, dash: true } })
    expect(ring.body(40).fall).toBe(fallTicks)
    ring.drown(0).drown(1).pass(settledTicks)
    expect(stands(ring.body(40))).toBe(true)
    expect(ring.points[40]).toBe(0)
  })

  it('goes on without those who leave, counts them as fallen, and still ranks them', () => {
    const ring = new Ring([0, 1, 2], { rounds: 3 }).play()
    sumo.leave?.(ring.state, 1)
    expect(ring.state.phase).toBe('play')
    ring.drown(0)
    expect(ring.state).toMatchObject({ phase: 'settled', champion: 2 + 1 })
    expect(ring.points).toEqual({ 0: 1, 1: 0, 2: 2 })
    while (!sumo.result(ring.state)) ring.pass(60)
    expect(sumo.result(ring.state)?.ranks.flat().sort()).toEqual([0, 1, 2])
  })

  it('is over as soon as one alone is left', () => {
    const ring = new Ring([0, 1]).play()
    sumo.leave?.(ring.state, 0)
    expect(sumo.result(ring.state)?.ranks.flat().sort()).toEqual([0, 1])
  })

  it('lines up everyone apart and on the planks, however many', () => {
    for (const players of [2, 3, 8, 16]) {
      const { state } = new Ring(Array.from({ length: players }, (_, i) => i * 3))
      const bodies = state.players.filter((body) => body !== undefined)
      for (const [i, body] of bodies.entries()) {
        expect(isBeyond(body, radiusOf(state.left) - bodyRadius)).toBe(false)
        for (const other of bodies.slice(0, i))
          expect(Math.hypot(other.x - body.x, other.y - body.y)).toBeGreaterThan(2 * bodyRadius)
      }
    }
    expect(Math.hypot(at(256, 100).x - middle.x, at(256, 100).y - middle.y)).toBeCloseTo(100, 6)
  })
})

describe('SUMO over a network', () => {
  const drawn = (client: VirtualClient) => client.scene?.state as Sumo | undefined
  const bodiesOf = (night: VirtualEvening, client: VirtualClient) =>
    night.clients.map(({ party }) => drawn(client)?.players[party.state.seat ?? -1])

  for (const roundTrip of [20, 100]) {
    it(`at ${roundTrip} ms whoever is dashed into gives way in the frame of the push`, () => {
      const night = new VirtualEvening(['Anna', 'Ben'], {}, { roundTrip, jitter: 10 })
      const [anna, ben] = night.clients as [VirtualClient, VirtualClient]
      ben.play = () => idle
      anna.play = () => {
        const [own, other] = bodiesOf(night, anna)
        if (!own || !other) return idle
        const far = Math.hypot(other.x - own.x, other.y - own.y)
        return { x: (other.x - own.x) / far, y: (other.y - own.y) / far, dash: far < 170 }
      }
      night.start('sumo')
      night.until('playing', 10)
      const apart: number[] = []
      let hit: { before: number; after: number } | null = null
      let speeds: readonly number[] = [0, 0]
      anna.framed = () => {
        const [own, other] = bodiesOf(night, anna)
        if (!own || !other || drawn(anna)?.phase !== 'play' || hit) return
        apart.push(Math.hypot(other.x - own.x, other.y - own.y))
        const now = [own, other].map(({ vx, vy }) => Math.hypot(vx, vy))
        if ((speeds[0] ?? 0) - (now[0] ?? 0) > 150) hit = { before: speeds[1] ?? 0, after: now[1] ?? 0 }
        speeds = now
      }
      night.time.pass(9000)
      expect(hit).not.toBeNull()
      const { before, after } = hit as unknown as { before: number; after: number }
      expect(before).toBeLessThan(30)
      expect(after).toBeGreaterThan(300)
      // Nobody is drawn inside of somebody.
      expect(Math.min(...apart)).toBeGreaterThan(2 * bodyRadius - 4)
    })
  }

  for (const { roundTrip, most } of [
    { roundTrip: 10, most: bodyRadius },
    { roundTrip: 60, most: 2 * bodyRadius },
  ]) {
    it(`at ${roundTrip} ms draws everyone near where they are in a fight`, () => {
      const night = new VirtualEvening(
        ['Anna', 'Ben', 'Cleo', 'Dora'],
        {},
        { roundTrip, jitter: roundTrip / 6 },
      )
      night.start('sumo')
      night.until('playing', 10)
      const own: number[] = []
      const others: number[] = []
      const match = night.operator.match()
      if (!match) throw new Error('There is a match.')
      match.corrected = (shown, rightly) => {
        for (const [seat, body] of (rightly as Sumo).players.entries()) {
          const seen = (shown as Sumo).players[seat]
          if (!body || !seen || !stands(body) || !stands(seen)) continue
          const off = Math.hypot(seen.x - body.x, seen.y - body.y)
          ;(seat === night.operator.party.state.seat ? own : others).push(off)
        }
      }
      night.time.pass(20_000)
      const share = (values: number[], part: number) =>
        values.sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN
      const tell = (values: number[]) =>
        [0.5, 0.95, 0.99, 1].map((part) => share(values, part).toFixed(1)).join(' / ')
      console.log(
        `sumo at ${roundTrip} ms: corrections of own ${tell(own)}, others ${tell(others)} units (p50 / p95 / p99 / most)`,
      )
      expect(share(own, 0.95)).toBeLessThan(most)
      expect(share(others, 0.95)).toBeLessThan(most)
      expect(night.reported).toEqual([])
    })
  }
})
