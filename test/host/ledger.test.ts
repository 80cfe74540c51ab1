/** What the matches of an evening come to: the evening's table, the playlist's own, and what was played. */

import { describe, expect, it } from 'vitest'
import { freeRoam } from '../../src/games/index.ts'
import { Ballots } from '../../src/host/ballots.ts'
import { Ledger } from '../../src/host/ledger.ts'
import { Player } from '../../src/host/player.ts'
import { mostPlayed } from '../../src/protocol/messages.ts'

function party(...names: string[]) {
  const players = names.map(
    (name, seat) =>
      new Player(
        seat,
        { kind: 'human', token: `token-of-${name}`, address: '', resume: '' },
        { name, colour: 'sky', shape: 'star' },
      ),
  )
  return { players, at: (seat: number) => players[seat] }
}
const points = (rows: readonly { name: string; points: number }[]) =>
  rows.map((row) => [row.name, row.points])

describe('EVE-5 a playlist', () => {
  it('has a table of its own, while the evening’s goes on', () => {
    const { at } = party('Anna', 'Ben')
    const ledger = new Ledger()
    ledger.open()
    ledger.book(freeRoam, { ranks: [[0], [1]] }, at)
    ledger.book(freeRoam, { ranks: [[0], [1]] }, at)
    ledger.open()
    ledger.book(freeRoam, { ranks: [[1], [0]] }, at)
    const { standings, tally } = ledger.told([])
    expect(points(standings)).toEqual([
      ['Anna', 25],
      ['Ben', 20],
    ])
    expect(points(tally)).toEqual([
      ['Ben', 10],
      ['Anna', 5],
    ])
    expect(tally[0]).toMatchObject({ wins: 1, played: 1 })
  })

  it('helps who is behind in the evening, not in the playlist', () => {
    const { at } = party('Anna', 'Ben')
    const ledger = new Ledger()
    ledger.book(freeRoam, { ranks: [[0], [1]] }, at)
    ledger.open()
    ledger.handicap = true
    const places = ledger.book(freeRoam, { ranks: [[1], [0]] }, at)
    expect(points(places)).toEqual([
      ['Ben', 13],
      ['Anna', 5],
    ])
    expect(points(ledger.told([]).tally)).toEqual(points(places))
  })
})

describe('EVE-5 what was played', () => {
  it('is told with everyone who shared the win, and forgotten in time', () => {
    const { at } = party('Anna', 'Ben', 'Cleo')
    const ledger = new Ledger()
    ledger.book(freeRoam, { ranks: [[0, 2], [1]] }, at)
    expect(ledger.told([]).played).toEqual([{ game: 'meadow', winners: ['Anna', 'Cleo'] }])
    for (let i = 0; i < mostPlayed; i++) ledger.book(freeRoam, { ranks: [[1], [0], [2]] }, at)
    const { played } = ledger.told([])
    expect(played).toHaveLength(mostPlayed)
    expect(played.at(0)?.winners).toEqual(['Ben'])
  })
})

describe('EVE-5 the voices of a vote', () => {
  it('are told by seat, one each, and go with whoever leaves', () => {
    const ballots = new Ballots()
    ballots.cast(3, 'sumo')
    ballots.cast(1, 'sumo')
    ballots.cast(2, 'trails')
    ballots.cast(3, 'trails')
    expect(ballots.voices).toEqual({ trails: [3, 2], sumo: [1] })
    expect(ballots.winner(['sumo', 'trails'], 0)).toBe('trails')
    ballots.withdraw(3)
    ballots.withdraw(2)
    expect(ballots.voices).toEqual({ sumo: [1] })
    expect(ballots.winner(['sumo', 'trails'], 0.9)).toBe('sumo')
  })

  it('leave it to chance where nobody voted', () => {
    expect(new Ballots().winner(['sumo', 'trails'], 0.9)).toBe('trails')
  })
})
