import { describe, expect, it } from 'vitest'
import type { Pose } from '../../src/games/view.ts'
import { nextOf, Watching, whoIsAt } from '../../src/renderer/stage/watching.ts'

function crowdAt(places: Record<number, readonly [number, number]>): Map<number, Pose> {
  return new Map(
    Object.entries(places).map(([seat, [x, y]]) => [
      Number(seat),
      { seat: Number(seat), x, y, radius: 30, vx: 0, vy: 0 },
    ]),
  )
}

describe('whom to follow next', () => {
  it('goes round in the order of the seats, both ways', () => {
    expect([nextOf([2, 5, 9], null, 1), nextOf([2, 5, 9], 2, 1), nextOf([2, 5, 9], 9, 1)]).toEqual([2, 5, 2])
    expect([nextOf([2, 5, 9], null, -1), nextOf([2, 5, 9], 9, -1), nextOf([2, 5, 9], 2, -1)]).toEqual([
      9, 5, 9,
    ])
  })

  it('begins anew where the followed one is not there any more, and is nobody where there is nobody', () => {
    expect(nextOf([2, 5], 7, 1)).toBe(2)
    expect(nextOf([], 7, 1)).toBeNull()
    expect(nextOf([4], 4, 1)).toBe(4)
  })

  it('is who stands where one points: the nearest, with room for a finger', () => {
    const crowd = crowdAt({ 1: [100, 100], 2: [150, 100] })
    expect(whoIsAt(crowd, { x: 131, y: 110 }, [1, 2])).toBe(2)
    expect(whoIsAt(crowd, { x: 60, y: 100 }, [1, 2])).toBe(1)
    expect(whoIsAt(crowd, { x: 131, y: 110 }, [1])).toBe(1)
    expect(whoIsAt(crowd, { x: 400, y: 100 }, [1, 2])).toBeNull()
  })
})

describe('following', () => {
  it('knows where they are, and stays there for a moment when they cannot be seen', () => {
    const watching = new Watching()
    watching.follow(3)
    watching.pass(0.1, crowdAt({ 3: [500, 400] }))
    expect(watching.place).toMatchObject({ x: 500, y: 400 })
    watching.pass(2, crowdAt({}))
    expect(watching.followed).toBe(3)
    expect(watching.place).toMatchObject({ x: 500, y: 400 })
    watching.pass(1, crowdAt({}))
    expect(watching.followed).toBeNull()
    expect(watching.place).toBeNull()
  })

  it('does not take the place of one for that of the next', () => {
    const watching = new Watching()
    watching.follow(3)
    watching.pass(0.1, crowdAt({ 3: [500, 400] }))
    watching.turn([3, 4], 1)
    expect(watching.followed).toBe(4)
    expect(watching.place).toBeNull()
  })
})
