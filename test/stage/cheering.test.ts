import { describe, expect, it } from 'vitest'
import { games } from '../../src/games/index.ts'
import { meadow } from '../../src/games/meadow/game.ts'
import { playerRates } from '../../src/host/limits.ts'
import { Bucket } from '../../src/host/rate.ts'
import { cheerEvery, Handful, mayCheer, mostCheers, onlyWatches } from '../../src/renderer/stage/cheering.ts'

const match = { ...meadow, id: 'match', endless: false, isOut: (state: unknown) => state === 'out' }

describe('who may throw confetti', () => {
  it('everyone between the games', () => {
    for (const phase of ['meadow', 'vote', 'result', 'podium'] as const)
      expect(mayCheer({ phase, game: match, state: 'in', me: 3 }), phase).toBe(true)
  })

  it('in a match who is out or watches, and nobody else', () => {
    for (const phase of ['countdown', 'playing'] as const) {
      expect(mayCheer({ phase, game: match, state: 'in', me: 3 })).toBe(false)
      expect(mayCheer({ phase, game: match, state: 'out', me: 3 })).toBe(true)
      expect(mayCheer({ phase, game: match, state: 'in', me: null })).toBe(true)
      expect(mayCheer({ phase, game: match, state: null, me: 3 })).toBe(false)
    }
  })

  it('who walks about in the meadow plays, and does not only watch', () => {
    expect(onlyWatches({ game: meadow, state: null, me: 3 })).toBe(false)
    expect(onlyWatches({ game: meadow, state: null, me: null })).toBe(true)
  })

  it('nobody is out of a match that has just begun', () => {
    for (const game of games.filter(({ endless }) => !endless)) {
      const options = Object.fromEntries(game.options.map(({ id, standard }) => [id, standard]))
      const seats = Array.from({ length: game.seats.min }, (_, seat) => seat)
      const state = game.state.quantise(game.start(seats, 5, options))
      for (const me of seats) expect(onlyWatches({ game, state, me }), game.id).toBe(false)
    }
  })
})

describe('a handful of confetti', () => {
  it('is thrown at once, and comes back one by one', () => {
    const handful = new Handful()
    for (let i = 0; i < mostCheers; i++) expect(handful.take(1000)).toBe(true)
    expect(handful.take(1000)).toBe(false)
    expect(handful.left(1000 + cheerEvery - 1)).toBe(0)
    expect(handful.left(1000 + cheerEvery)).toBe(1)
    expect(handful.left(1000 + 60_000)).toBe(mostCheers)
  })

  it('is never turned down by the host, however late the line brings it', () => {
    const handful = new Handful()
    const bucket = new Bucket(playerRates.cheer, 0)
    let thrown = 0
    let lateness = 0
    const arrivals: number[] = []
    for (let now = 0; now < 60_000; now += 10) {
      // The line holds back by up to a fifth of a second, and lets go at once.
      lateness = now % 400 === 0 ? 200 : Math.max(0, lateness - 10)
      if (handful.take(now)) arrivals.push(now + lateness)
    }
    for (const at of arrivals.sort((a, b) => a - b)) {
      expect(bucket.take(at)).toBe(0)
      thrown++
    }
    expect(thrown).toBeGreaterThan(120)
  })
})
