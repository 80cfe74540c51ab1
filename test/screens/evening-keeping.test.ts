/** The evening's table as a file to keep, and who stands where on a podium. */

import { describe, expect, it } from 'vitest'
import { inPodiumOrder } from '../../src/renderer/screens/evening/podium-order.ts'
import { fileName, standingsFile } from '../../src/renderer/screens/evening/standings-file.ts'

const date = new Date(2026, 10, 21, 22, 5)

describe('the file of the standings', () => {
  it('says which party, when, what was played, and how everyone stands', () => {
    const json = standingsFile({
      party: 'Anna’s party',
      date,
      played: [{ game: 'some-game', winners: ['Anna'] }],
      table: [
        {
          ...{ rank: 1, seat: null, name: 'Anna', colour: 'sky', shape: 'star', bot: false },
          ...{ points: 10, wins: 1, played: 1 },
        },
      ],
    })
    expect(JSON.parse(json)).toEqual({
      party: 'Anna’s party',
      date: date.toISOString(),
      games: [{ game: 'Some game', winners: ['Anna'] }],
      standings: [
        {
          ...{ rank: 1, name: 'Anna', points: 10, wins: 1, played: 1 },
          ...{ colour: 'sky', shape: 'star', bot: false, left: true },
        },
      ],
    })
  })

  it.each([
    ['Anna’s party', 'romp-annas-party-2026-11-21.png'],
    ['Für Élise / ../..', 'romp-fur-elise-2026-11-21.png'],
    ['🎉🎉', 'romp-2026-11-21.png'],
    ['パーティー', 'romp-パーティー-2026-11-21.png'],
  ])('of %s is called %s', (party, name) => expect(fileName(party, date, 'png')).toBe(name))
})

describe('the podium', () => {
  it('has the best in the middle', () => {
    expect(inPodiumOrder([1, 2, 3])).toEqual([2, 1, 3])
    expect(inPodiumOrder([1, 2])).toEqual([2, 1])
    expect(inPodiumOrder([1])).toEqual([1])
    expect(inPodiumOrder([1, 1, 3, 3, 3])).toEqual([3, 1, 1, 3, 3])
  })
})
