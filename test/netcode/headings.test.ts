import { describe, expect, it } from 'vitest'
import { direction, headingBetween, headingOf, turn, wrapHeading } from '../../src/netcode/headings.ts'

describe('headings', () => {
  it('point where sines and cosines do, and straight ways are exact', () => {
    for (let heading = 0; heading < turn; heading++) {
      const angle = (heading * 2 * Math.PI) / turn
      expect(direction(heading).x).toBeCloseTo(Math.cos(angle), 12)
      expect(direction(heading).y).toBeCloseTo(Math.sin(angle), 12)
    }
    const exact = [0, 256, 512, 768].map((heading) => direction(heading)).map(({ x, y }) => [x + 0, y + 0])
    expect(exact).toEqual([
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ])
  })

  it('are found again from where they point', () => {
    for (let heading = 0; heading < turn; heading++) {
      const { x, y } = direction(heading)
      expect(headingOf(x * 7, y * 7)).toBe(heading)
    }
    expect(headingOf(0, 0)).toBe(0)
  })

  it('wrap, and know the short way round', () => {
    expect(wrapHeading(-1)).toBe(1023)
    expect(wrapHeading(2048 + 3)).toBe(3)
    expect(headingBetween(1000, 10)).toBe(34)
    expect(headingBetween(10, 1000)).toBe(-34)
  })
})
