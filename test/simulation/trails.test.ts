/** The rules of Trails: who walks where, who is out when, and what it is worth. */

import { describe, expect, it } from 'vitest'
import { trails } from '../../src/games/trails/game.ts'
import { isOnTrail } from '../../src/games/trails/rules-touch.ts'
import {
  compass,
  court,
  gapLength,
  growth,
  idle,
  noWay,
  pauseTicks,
  stride,
  type Trails,
  type TrailsInput,
  touch,
  turning,
  type Walker,
} from '../../src/games/trails/world.ts'
import type { BitReader } from '../../src/netcode/bits.ts'
import { headingBetween } from '../../src/netcode/headings.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { World } from '../../src/netcode/world.ts'
import { readHostFrame, writeDelta, writeWorld } from '../../src/protocol/frames.ts'

const options = { rounds: 3, pace: 9 }
const middleY = (court.top + court.bottom) / 2

function start(...seats: number[]): Trails {
  return trails.state.quantise(trails.start(seats, 5, options))
}

type Inputs = { readonly [seat: number]: TrailsInput }

function step(state: Trails, inputs: Inputs = {}): void {
  trails.step(state, { tick: 1, dt: 1 / 60, inputs, behind: () => 0 })
  trails.state.quantise(state)
}

function stepWhile(state: Trails, goesOn: () => boolean, inputs: Inputs = {}): number {
  let ticks = 0
  for (; goesOn() && ticks < 20_000; ticks++) step(state, inputs)
  return ticks
}

/** A round that is under way, with everyone put in a row, 200 units apart, going right. */
function under(...seats: number[]): Trails {
  const state = start(...seats)
  stepWhile(state, () => state.phase === 'ready')
  seats.forEach((seat, i) => {
    Object.assign(walkerOf(state, seat), { x: 300, y: 150 + i * 200, heading: 0, gap: 500 })
  })
  return state
}

function walkerOf(state: Trails, seat: number): Walker {
  const walker = state.walkers[seat]
  if (!walker) throw new Error(`nobody sits in ${seat}`)
  return walker
}

const left: TrailsInput = { steer: -1, towards: noWay }
const right: TrailsInput = { steer: 1, towards: noWay }

describe('the walk', () => {
  it('begins only after everyone has seen their place', () => {
    const state = start(0, 7)
    const before = { ...walkerOf(state, 7) }
    step(state, { 7: right })
    expect(walkerOf(state, 7)).toMatchObject({ x: before.x, y: before.y, heading: before.heading })
    stepWhile(state, () => state.phase === 'ready')
    step(state)
    expect(walkerOf(state, 7).x).not.toBe(before.x)
  })

  it('goes along a circle while a key is held, to the right clockwise, and ends in its own trail', () => {
    const state = under(0, 1)
    const walker = walkerOf(state, 0)
    const middle = { x: walker.x, y: walker.y + turning }
    const ticks = stepWhile(state, () => !walker.out && !walkerOf(state, 1).out, { 0: right, 1: { ...idle } })
    expect(walker.out).toBe(true)
    expect(Math.hypot(walker.x - middle.x, walker.y - middle.y)).toBeCloseTo(turning, -0.5)
    // Nearly once around: what lies right behind is no obstacle.
    expect(ticks * stride(options.pace)).toBeGreaterThan(2 * Math.PI * turning - 3 * touch)
    expect(ticks * stride(options.pace)).toBeLessThan(2 * Math.PI * turning)
  })

  it('goes on as it was while no input comes', () => {
    const state = under(0, 1)
    step(state, { 0: left })
    const { heading } = walkerOf(state, 0)
    step(state)
    expect(headingBetween(heading, walkerOf(state, 0).heading)).toBe(-options.pace)
  })

  it('turns the short way to a direction that is pointed in, and then goes straight', () => {
    for (const towards of [20, 60, 70, 100]) {
      const state = under(0, 1)
      const walker = walkerOf(state, 0)
      Object.assign(walker, { x: 800, y: middleY })
      const wanted = (towards * 1024) / compass
      const way = Math.sign(headingBetween(walker.heading, wanted))
      let turned = 0
      for (let tick = 0; tick < 60; tick++) {
        const { heading } = walker
        step(state, { 0: { steer: 0, towards } })
        turned += headingBetween(heading, walker.heading)
      }
      expect(Math.abs(headingBetween(walker.heading, wanted))).toBeLessThanOrEqual(options.pace / 2)
      expect(Math.sign(turned)).toBe(way)
      expect(Math.abs(turned)).toBeLessThanOrEqual(512 + options.pace)
      expect(walker.path.at(-1)?.turn).toBe(0)
    }
  })
})

describe('the trail', () => {
  it('is where its walker went, as far as the few places in the log tell', () => {
    const random = randomStream(8)
    let hits = 0
    for (let run = 0; run < 12; run++) {
      const state = under(3, 9)
      const walker = walkerOf(state, 3)
      const went = [{ x: walker.x, y: walker.y, inked: true }]
      let steer = 0
      for (let tick = 0; tick < 240 && !walker.out; tick++) {
        if (random() < 0.06) steer = Math.floor(random() * 3) - 1
        step(state, { 3: { steer, towards: noWay } })
        went.push({ x: walker.x, y: walker.y, inked: walker.path.at(-1)?.inked ?? false })
      }
      const probe = walkerOf(state, 9)
      for (let i = 0; i < 200; i++) {
        probe.x = Math.max(0, walker.x - 300) + random() * 600
        probe.y = Math.max(0, walker.y - 200) + random() * 400
        const near = (ink: boolean) =>
          Math.min(
            ...went
              .filter(({ inked }) => inked || !ink)
              .map(({ x, y }) => Math.hypot(x - probe.x, y - probe.y)),
          )
        const isOn = isOnTrail([walker], probe)
        if (near(true) < touch - 0.6) expect(isOn).toBe(true)
        if (near(false) > touch + 0.6) expect(isOn).toBe(false)
        if (isOn) hits++
      }
    }
    expect(hits).toBeGreaterThan(50)
  })

  it('is long told in few places, and copies share them', () => {
    const state = under(0, 1)
    stepWhile(state, () => state.phase === 'run' && state.walked < 300)
    const { path } = walkerOf(state, 0)
    expect(path.length).toBeLessThan(16)
    const copy = trails.state.copy(state)
    expect(walkerOf(copy, 0).path[3]).toBe(path[3])
    expect(walkerOf(copy, 0).path).not.toBe(path)
  })

  it('ends whoever comes upon it', () => {
    const state = under(0, 1, 2)
    // Downwards, across the way of the one below.
    Object.assign(walkerOf(state, 0), { x: 420, heading: 256 })
    stepWhile(state, () => !state.walkers.some((walker) => walker?.out))
    expect(state.walkers.map((walker) => walker?.out)).toEqual([true, false, false])
    const { x, y } = walkerOf(state, 0)
    expect(Math.abs(y - walkerOf(state, 1).y)).toBeLessThan(touch)
    expect(walkerOf(state, 1).x).toBeGreaterThan(x)
  })

  it('has gaps that one slips through', () => {
    const crosses = (isGap: boolean) => {
      const state = under(0, 1, 2)
      const y = walkerOf(state, 1).y
      walkerOf(state, 1).path = [
        { x: 300, y, turn: 0, inked: true },
        { x: 700, y, turn: 0, inked: !isGap },
        { x: 700 + gapLength, y, turn: 0, inked: true },
      ]
      Object.assign(walkerOf(state, 1), { x: 1000 })
      Object.assign(walkerOf(state, 0), { x: 700 + gapLength / 2, heading: 256 })
      stepWhile(
        state,
        () => state.phase === 'run' && !walkerOf(state, 0).out && walkerOf(state, 0).y < y + 60,
      )
      return !walkerOf(state, 0).out
    }
    expect(crosses(true)).toBe(true)
    expect(crosses(false)).toBe(false)
  })

  it('opens gaps by itself, for everyone at another time', () => {
    const state = under(0, 1)
    const opened: number[] = []
    for (const seat of [0, 1]) walkerOf(state, seat).gap = 20 + seat * 30
    stepWhile(state, () => {
      state.walkers.forEach((walker, seat) => {
        if (walker?.path.at(-1)?.inked === false) opened[seat] ??= state.walked
      })
      return state.phase === 'run' && opened.filter((at) => at !== undefined).length < 2
    })
    expect((opened[1] ?? 0) - (opened[0] ?? 0)).toBe(30)
  })

  it('is told whole to whoever comes late, and a new round tells an empty one', () => {
    const state = under(0, 4)
    stepWhile(state, () => state.phase === 'run' && state.walked < 200, { 0: left })
    const world = new World(trails, 200, trails.state.copy(state), { seats: [0, 4] })
    const { body } = readHostFrame(writeWorld(0, world)) as { body: BitReader }
    expect(World.read(trails, { tick: 200, begins: 0 }, body).state).toEqual(state)
    const before = trails.state.copy(state)
    stepWhile(state, () => state.round === 1)
    expect(walkerOf(state, 0).path).toEqual([])
    const delta = readHostFrame(writeDelta(trails.state, 0, 201, state, 200, before)) as { body: BitReader }
    expect(trails.state.readDelta(delta.body, before, 1)).toEqual(state)
  })
})

describe('the points', () => {
  it('go to everyone still in, one for each who is out', () => {
    const state = under(2, 5, 8, 9)
    // Two run into the hedge at once, and then a third.
    Object.assign(walkerOf(state, 2), { x: court.right - 40 })
    Object.assign(walkerOf(state, 5), { x: court.right - 40 })
    Object.assign(walkerOf(state, 8), { x: court.right - 200 })
    stepWhile(state, () => state.phase === 'run')
    const scores = [2, 5, 8, 9].map((seat) => walkerOf(state, seat).score)
    expect(scores).toEqual([0, 0, 2, 3])
    expect(state.winner).toBe(9 + 1)
    expect(walkerOf(state, 9).gained).toBe(3)
  })

  it('go to nobody where two meet head on: both are out', () => {
    const state = under(0, 1)
    Object.assign(walkerOf(state, 0), { x: 500, y: middleY, heading: 0 })
    Object.assign(walkerOf(state, 1), { x: 700, y: middleY, heading: 512 })
    stepWhile(state, () => state.phase === 'run')
    expect(state.walkers.map((walker) => [walker?.out, walker?.score])).toEqual([
      [true, 0],
      [true, 0],
    ])
    expect(state.winner).toBe(0)
  })

  it('make the ranks, and who has as many shares one', () => {
    const state = under(1, 2, 6)
    walkerOf(state, 1).score = 4
    walkerOf(state, 2).score = 9
    walkerOf(state, 6).score = 4
    expect(trails.result(state)).toBeNull()
    state.phase = 'over'
    expect(trails.result(state)).toEqual({ ranks: [[2], [1, 6]], scores: { 1: 4, 2: 9, 6: 4 } })
  })
})

describe('the rounds', () => {
  it('pause so that all see who won, and then everyone is in again elsewhere', () => {
    const state = under(0, 1)
    Object.assign(walkerOf(state, 0), { x: court.right - 20 })
    stepWhile(state, () => state.phase === 'run')
    expect(stepWhile(state, () => state.phase === 'pause')).toBe(pauseTicks)
    expect(state).toMatchObject({ phase: 'ready', round: 2, walked: 0 })
    expect(state.walkers.map((walker) => walker?.out)).toEqual([false, false])
    expect(walkerOf(state, 0).gained).toBe(0)
  })

  it('are ended by the hedge, even where nobody makes a mistake', () => {
    const state = under(0, 1)
    Object.assign(walkerOf(state, 0), { x: 400, y: middleY })
    Object.assign(walkerOf(state, 1), { x: 1200, y: middleY })
    // Two who could go round for ever, if their trails did not last.
    const rounds = stepWhile(
      state,
      () => {
        for (const walker of state.walkers) if (walker) walker.path = walker.path.slice(-1)
        return state.phase === 'run'
      },
      { 0: right, 1: left },
    )
    expect(rounds).toBeGreaterThan(growth.from)
    expect(rounds).toBeLessThan(growth.from + growth.for)
  })

  it('are as many as were asked for, also where nobody steers', () => {
    const state = start(0, 3, 12)
    stepWhile(state, () => trails.result(state) === null)
    expect(state.round).toBe(options.rounds)
    expect(
      trails
        .result(state)
        ?.ranks.flat()
        .sort((a, b) => a - b),
    ).toEqual([0, 3, 12])
  })

  it('leave who is out nothing to do until the next one begins', () => {
    const state = under(0, 1, 2)
    walkerOf(state, 0).out = true
    expect(trails.isOut?.(state, 0)).toBe(true)
    expect(trails.isOut?.(state, 1)).toBe(false)
    const { round } = state
    stepWhile(state, () => state.round === round)
    expect(trails.isOut?.(state, 0)).toBe(false)
  })
})

describe('coming and going', () => {
  it('seats a late comer for the next round', () => {
    const state = under(0, 1)
    trails.join?.(state, 30)
    trails.state.quantise(state)
    step(state)
    expect(walkerOf(state, 30)).toMatchObject({ out: true, path: [] })
    stepWhile(state, () => state.round === 1)
    expect(walkerOf(state, 30).out).toBe(false)
  })

  it('counts who leaves as out, and keeps what they had', () => {
    const state = under(0, 1, 2)
    walkerOf(state, 2).score = 7
    trails.leave?.(state, 2)
    expect(state.walkers.map((walker) => walker?.score)).toEqual([1, 1, 7])
    trails.leave?.(state, 2)
    expect(walkerOf(state, 0).score).toBe(1)
    stepWhile(state, () => trails.result(state) === null)
    expect(trails.result(state)?.scores?.[2]).toBe(7)
  })

  it('leaves a trail where it is though somebody else takes the seat', () => {
    const state = under(0, 1, 2)
    for (let i = 0; i < 60; i++) step(state)
    const before = { ...walkerOf(state, 2), path: [...walkerOf(state, 2).path] }
    trails.leave?.(state, 2)
    trails.join?.(state, 2)
    trails.state.quantise(state)
    const { x, y, path } = walkerOf(state, 2)
    expect({ x, y, path }).toEqual({ x: before.x, y: before.y, path: before.path })
    expect(isOnTrail(state.walkers, { ...walkerOf(state, 0), x: before.x - 60, y: before.y })).toBe(true)
    stepWhile(state, () => state.round === 1)
    expect(walkerOf(state, 2)).toMatchObject({ out: false, path: [], score: 0 })
  })

  it('is over soon for the last one left', () => {
    const state = under(0, 1)
    trails.leave?.(state, 1)
    expect(stepWhile(state, () => trails.result(state) === null)).toBeLessThan(pauseTicks + 10)
    expect(trails.result(state)?.ranks).toEqual([[0], [1]])
  })
})
