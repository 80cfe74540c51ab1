/** Time: the ticker, the input queue, the timeline and the lead. */

import { describe, expect, it } from 'vitest'
import { Drift } from '../../src/netcode/drift.ts'
import { Extrapolation } from '../../src/netcode/extrapolation.ts'
import { InputQueue } from '../../src/netcode/input-queue.ts'
import { Lead } from '../../src/netcode/lead.ts'
import { record } from '../../src/netcode/record.ts'
import { fixed } from '../../src/netcode/scalars.ts'
import { Ticker } from '../../src/netcode/ticker.ts'
import { Playhead, Timeline } from '../../src/netcode/timeline.ts'

describe('TICK the ticker', () => {
  const made = (ticker: Ticker, until: number, every: number) => {
    let steps = 0
    for (let now = 0; now <= until; now += every) steps += ticker.due(now)
    return steps
  }

  it('makes exactly sixty steps a second, however its caller is timed', () => {
    for (const every of [1, 4, 7, 16, 16.7, 33]) {
      expect(made(new Ticker(1000 / 60), 10_000, every)).toBeGreaterThanOrEqual(599)
      expect(made(new Ticker(1000 / 60), 10_000, every)).toBeLessThanOrEqual(601)
    }
  })

  it('catches up at most five steps and then lets time go', () => {
    const ticker = new Ticker(10)
    expect(ticker.due(0)).toBe(1)
    expect(ticker.due(45)).toBe(4)
    expect(ticker.due(2000)).toBe(5)
    expect(ticker.due(2005)).toBe(0)
    expect(ticker.due(2010)).toBe(1)
  })
})

describe('INPUT the queue', () => {
  const queue = () => new InputQueue('idle', 60)
  const take = (from: InputQueue<string>, first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => from.take(first + i)).join(' ')

  it('holds an input from its tick until the next', () => {
    const it = queue()
    it.push(3, 'left', 0)
    it.push(5, 'right', 0)
    expect(take(it, 1, 6)).toBe('idle idle left left right right')
  })

  it('lets a late input count from the next tick', () => {
    const it = queue()
    take(it, 1, 10)
    it.push(4, 'left', 10)
    expect(take(it, 11, 12)).toBe('left left')
  })

  it('loses no short press among late inputs: each gets a tick of its own', () => {
    const it = queue()
    take(it, 1, 10)
    it.push(4, 'kick', 10)
    it.push(6, 'run', 10)
    expect(take(it, 11, 13)).toBe('kick run run')
  })

  it('BIN-3 tells of each input, once its tick has come, how far behind its player saw the others', () => {
    const it = queue()
    const behind = (tick: number) => {
      it.take(tick)
      return it.behind
    }
    it.push(3, 'left', 0, 8)
    it.push(5, 'right', 0, 9)
    expect([1, 2, 3, 4, 5, 6].map(behind)).toEqual([0, 0, 8, 8, 9, 9])
    // Four ticks late, it was seen four ticks longer ago.
    it.push(4, 'fire', 7, 8)
    expect(behind(8)).toBe(12)
  })

  it('does nothing after a quarter of a second without a word', () => {
    const it = queue()
    it.push(1, 'left', 0)
    expect(
      take(it, 1, 20)
        .split(' ')
        .filter((input) => input === 'left'),
    ).toHaveLength(16)
  })

  it('keeps no more than a flood deserves, and the newest of it', () => {
    const it = queue()
    for (let tick = 1; tick <= 10_000; tick++) it.push(tick, `${tick}`, 0)
    expect(take(it, 1, 9969).endsWith('9969')).toBe(true)
    expect(it.take(10_000)).toBe('9998')
  })
})

describe('TIME the timeline', () => {
  const period = 1000 / 60

  it('is not moved by clocks that differ, nor by one that runs half a percent fast', () => {
    for (const drift of [1, 1.005, 0.995]) {
      for (const offset of [0, 1e9, -5e5]) {
        const timeline = new Timeline(period)
        const local = (time: number) => time * drift + offset
        for (let tick = 0; tick < 1200; tick++) timeline.arrived(tick, local(tick * period + 40))
        const edge = timeline.edge(local(1199 * period + 40))
        expect(Math.abs(edge - 1199)).toBeLessThan(0.05)
        expect(timeline.lateness).toBeLessThan(0.05)
      }
    }
  })

  it('follows a bad network up at once, and down again within three seconds of its recovery', () => {
    const timeline = new Timeline(period)
    let tick = 0
    const play = (seconds: number, late: (tick: number) => number) => {
      for (const end = tick + seconds * 60; tick < end; tick++)
        timeline.arrived(tick, tick * period + 20 + late(tick))
      return timeline.lateness * period
    }
    expect(play(3, () => 0)).toBeLessThan(1)
    expect(play(1, (at) => (at % 7) * 12)).toBeGreaterThan(55)
    expect(play(3, () => 0)).toBeLessThan(1)
  })

  it('takes each stall for one bad moment, however much it held back, and bears two', () => {
    const timeline = new Timeline(period)
    const stalls = [
      { from: 2300, to: 2500 },
      { from: 3000, to: 3300 },
    ]
    for (let tick = 0; tick < 240; tick++) {
      const at = tick * period + 20 + (tick % 3) * 5
      const stall = stalls.find(({ from, to }) => at > from && at < to)
      timeline.arrived(tick, stall?.to ?? at)
    }
    expect(timeline.lateness * period).toBeCloseTo(10, 5)
  })

  it('a clock that runs fast is told from a network that turns worse', () => {
    const drift = (rate: number, way: (second: number) => number) => {
      const it = new Drift()
      for (let time = 0; time < 30_000; time += 50)
        it.arrived(time * (1 + rate), time * rate + way(time / 1000))
      return it.rate
    }
    const jittery = (second: number) => ((second * 977) % 13) * 3
    expect(drift(0, () => 40)).toBe(0)
    expect(drift(0.005, () => 40)).toBeCloseTo(0.005, 4)
    expect(drift(-0.005, jittery)).toBeCloseTo(-0.005, 3)
    expect(drift(0, (second) => (second < 14 ? 20 : 120))).toBe(0)
  })

  it('a playhead stands at its limit, and then goes on from there', () => {
    const playhead = new Playhead({ slower: 0.1, faster: 0.2 }, 60)
    playhead.follow(100, 0, period)
    for (let frame = 1; frame <= 20; frame++)
      expect(playhead.follow(100 + frame, frame * period, period, 110)).toBeCloseTo(
        Math.min(100 + frame, 110),
      )
    // The limit never takes anything back.
    expect(playhead.follow(121, 21 * period, period, 105)).toBe(110)
    expect(playhead.follow(122, 22 * period, period)).toBeCloseTo(111.2)
  })

  it('a playhead goes faster or slower to follow, never back, and jumps only when it is far off', () => {
    const playhead = new Playhead({ slower: 0.1, faster: 0.1 }, 30)
    const places: number[] = []
    for (let frame = 0; frame < 600; frame++) {
      const target = frame + (frame < 200 ? 0 : -6)
      places.push(playhead.follow(target, frame * period, period))
    }
    for (let i = 1; i < places.length; i++) {
      const step = places[i]! - places[i - 1]!
      expect(step).toBeGreaterThan(0.89)
      expect(step).toBeLessThan(1.11)
    }
    expect(places.at(-1)).toBeCloseTo(593, 0)
    expect(playhead.follow(2000, 600 * period, period)).toBe(2000)
  })
})

describe('TIME beyond the newest snapshot', () => {
  it('the rules carry a state on, tick by tick and in between, and leave it as it was', () => {
    const kind = record({ x: fixed(0, 100, 1 / 4), v: fixed(-10, 10, 1 / 4) })
    const made: number[] = []
    const base = { x: 10, v: 2.25 }
    const beyond = new Extrapolation(kind, 7, base, (state, tick) => {
      made.push(tick)
      state.x += state.v
    })
    expect(beyond.at(7)).toBe(base)
    expect(beyond.at(9)).toEqual({ x: 14.5, v: 2.25 })
    expect(beyond.at(8.5).x).toBeCloseTo(13.375)
    expect(beyond.at(3)).toBe(base)
    expect(base).toEqual({ x: 10, v: 2.25 })
    expect(made).toEqual([8, 9])
  })
})

describe('TIME the lead', () => {
  it('grows as far as inputs came late, does not pile up what is on its way, and shrinks again', () => {
    const lead = new Lead(10)
    lead.answered(50, null, 0)
    expect(lead.ticks).toBeCloseTo(6)
    lead.answered(50, -2, 6)
    const grown = lead.ticks
    expect(grown).toBeCloseTo(8.6)
    // The clients still runs where it ran: the same lateness is no new one.
    lead.answered(50, -2, 6)
    expect(lead.ticks).toBeCloseTo(grown)
    for (let i = 0; i < 20; i++) lead.answered(50, 8, lead.ticks)
    expect(lead.ticks).toBeCloseTo(5)
  })
})
