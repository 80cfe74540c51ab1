import { describe, expect, it } from 'vitest'
import type { Evening } from '../../src/client/party-state.ts'
import type { Placing, Standing } from '../../src/protocol/messages.ts'
import { Celebration } from '../../src/renderer/stage/celebration.ts'
import { Honours, leadersOf, winnersOf } from '../../src/renderer/stage/honours.ts'
import { playerColours } from '../../src/renderer/stage/palette.ts'
import { Throws } from '../../src/renderer/stage/throws.ts'
import { Veil } from '../../src/renderer/stage/veil.ts'
import { fakeCanvas } from './fake-canvas.ts'

const anna = { seat: 3, name: 'Anna', colour: 'coral', shape: 'circle', bot: false } as const
const ben = { seat: 4, name: 'Ben', colour: 'teal', shape: 'drop', bot: false } as const
const gone = { seat: null, name: 'Cleo', colour: 'plum', shape: 'star', bot: false } as const

const place = (who: typeof anna | typeof ben | typeof gone, rank: number): Placing => ({
  ...{ ...who, rank, score: null, points: 11 - rank },
})
const row = (who: typeof anna | typeof ben | typeof gone, points: number): Standing => ({
  ...{ ...who, points, wins: 0, played: 1 },
})

function drawn(draw: (canvas: CanvasRenderingContext2D) => void): number {
  const { canvas, calls } = fakeCanvas()
  draw(canvas)
  return calls.filter(({ name }) => name === 'fillRect' || name === 'arc').length
}

describe('whom the stage honours', () => {
  it('the winners who are still here, in their colours', () => {
    expect(winnersOf([place(anna, 1), place(gone, 1), place(ben, 3)], 'dusk')).toEqual(
      new Map([[3, playerColours.dusk.coral]]),
    )
    expect(winnersOf([place(anna, 1), place(ben, 1)], 'day').size).toBe(0)
  })

  it('who leads the evening wears a crown: not before there are points, and not where many share them', () => {
    expect(leadersOf([row(anna, 12), row(ben, 9)])).toEqual(new Set([3]))
    expect(leadersOf([row(anna, 12), row(ben, 12)])).toEqual(new Set([3, 4]))
    expect(leadersOf([row(gone, 12), row(ben, 9)])).toEqual(new Set())
    expect(leadersOf([row(anna, 0), row(ben, 0)])).toEqual(new Set())
    expect(leadersOf([row(anna, 5), row(ben, 5), row(gone, 5)])).toEqual(new Set())
  })

  it('celebrates once for each result, and ends with it', () => {
    const honours = new Honours()
    const evening = (phase: Evening['phase']) =>
      ({
        ...{ phase, standings: [row(anna, 10)], tally: [row(anna, 10)] },
        result: { game: 'sumo', places: [place(anna, 1), place(ben, 2)] },
      }) as unknown as Evening
    expect(honours.pass(evening('playing'), 'day')?.size).toBe(0)
    expect(honours.pass(evening('result'), 'day')?.has(3)).toBe(true)
    expect(honours.pass(evening('result'), 'day')).toBeNull()
    expect(honours.pass(evening('podium'), 'day')?.has(3)).toBe(true)
    expect(honours.pass(evening('meadow'), 'day')?.size).toBe(0)
    expect(honours.leaders).toEqual(new Set([3]))
  })
})

const sky = { left: 0, right: 1600, top: 0, bottom: 900 }

describe('a celebration', () => {
  const celebrate = (still: boolean) => {
    const celebration = new Celebration()
    const hops: number[] = []
    celebration.begin(
      new Map([
        [3, '#e2745c'],
        [4, '#0c99ad'],
      ]),
    )
    let most = 0
    for (let i = 0; i < 60 * 4; i++) {
      celebration.advance(1 / 60, { still, sky, grain: 1, hop: (seat) => hops.push(seat) })
      most = Math.max(
        most,
        drawn((canvas) => celebration.draw(canvas)),
      )
    }
    return { celebration, hops, most }
  }

  it('rains, and its winners hop', () => {
    const { celebration, hops, most } = celebrate(false)
    expect(new Set(hops)).toEqual(new Set([3, 4]))
    expect(hops.length).toBeGreaterThan(8)
    expect(most).toBeGreaterThan(100)
    expect(most).toBeLessThanOrEqual(230)
    expect(celebration.honours(3)).toBe(true)
    celebration.end()
    expect(celebration.honours(3)).toBe(false)
    for (let i = 0; i < 60 * 6; i++)
      celebration.advance(1 / 60, { still: false, sky, grain: 1, hop: () => {} })
    expect(drawn((canvas) => celebration.draw(canvas))).toBe(0)
  })

  it('is calm where motion is reduced: winners are honoured, and nothing moves', () => {
    const { celebration, hops, most } = celebrate(true)
    expect(hops).toEqual([])
    expect(most).toBe(0)
    expect(celebration.honours(4)).toBe(true)
  })
})

describe('confetti that is thrown', () => {
  const middle = { x: 800, y: 450 }

  it('flies, bursts where it was meant for, and is gone within two seconds', () => {
    const throws = new Throws()
    throws.add(middle, '#8e3ebd', false)
    expect(drawn((canvas) => throws.draw(canvas))).toBeLessThan(8)
    for (let i = 0; i < 50; i++) throws.advance(1 / 60)
    expect(drawn((canvas) => throws.draw(canvas))).toBeGreaterThan(12)
    for (let i = 0; i < 80; i++) throws.advance(1 / 60)
    expect(throws.isEmpty).toBe(true)
  })

  it('does not fly where motion is reduced', () => {
    const throws = new Throws()
    throws.add(middle, '#8e3ebd', true)
    throws.advance(1 / 60)
    const { canvas, calls } = fakeCanvas()
    throws.draw(canvas)
    const before = calls.filter(({ name }) => name === 'setTransform').map(({ args }) => args.slice(4))
    throws.advance(1 / 60)
    const next = fakeCanvas()
    throws.draw(next.canvas)
    const after = next.calls.filter(({ name }) => name === 'setTransform').map(({ args }) => args.slice(4))
    expect(after).toEqual(before)
    expect(before.length).toBeGreaterThan(12)
  })

  it('of thirty people who throw as fast as they may never fills the field', () => {
    const throws = new Throws()
    let most = 0
    for (let i = 0; i < 600; i++) {
      throws.add({ x: (i * 137) % 1600, y: (i * 71) % 900 }, '#8e3ebd', false)
      throws.advance(1 / 60)
      most = Math.max(
        most,
        drawn((canvas) => throws.draw(canvas)),
      )
    }
    // Pieces of paper, and the balls in the air with what trails behind them.
    expect(most).toBeLessThan(170 + 24 * 5 + 1)
  })
})

describe('the veil', () => {
  it('is not drawn while nothing happens, dims in a pause, and clears up after it', () => {
    const veil = new Veil()
    const seen = (frames: number, paused: boolean) => {
      for (let i = 0; i < frames; i++) veil.advance(1 / 60, paused)
      return drawn((canvas) => veil.draw(canvas, 1280, 800))
    }
    expect(seen(1, false)).toBe(0)
    expect(seen(30, true)).toBe(1)
    expect(seen(60, false)).toBe(0)
    veil.flash('#d9483a')
    expect(seen(1, false)).toBe(1)
    expect(seen(60, false)).toBe(0)
  })
})
