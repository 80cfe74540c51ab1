import { describe, expect, it } from 'vitest'
import { rankByScore } from '../../src/games/ranking.ts'

describe('Ranks by score', () => {
  const seated = [undefined, { score: 4, left: true }, undefined, { score: 1 }, { score: 9 }, { score: 1 }]
  const scoreOf = ({ score }: { score: number }) => score

  it('puts the highest first, lets equals share, and passes over empty seats', () => {
    expect(rankByScore(seated, scoreOf)).toEqual({
      ranks: [[4], [1], [3, 5]],
      scores: { 1: 4, 3: 1, 4: 9, 5: 1 },
    })
  })

  it('puts who left behind all who stayed, with what they had', () => {
    const { ranks, scores } = rankByScore(seated, scoreOf, ({ left }) => left === true)
    expect(ranks).toEqual([[4], [3, 5], [1]])
    expect(scores?.[1]).toBe(4)
  })

  it('ranks nobody where nobody took part', () => {
    expect(rankByScore([], scoreOf)).toEqual({ ranks: [], scores: {} })
  })
})
