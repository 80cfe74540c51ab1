/** What every match makes of people who leave, and of those who come in their place. */

import { describe, expect, it } from 'vitest'
import { matchGames } from '../../src/games/index.ts'
import { BotMatch } from '../support/bot-match.ts'

/** The longest that one who is left alone waits for the end, in seconds. */
const aloneFor = 10

describe.each(matchGames.map((game) => [game.id, game] as const))('A match of %s', (_id, game) => {
  it.each([0, 3, 20])('is over soon once one is left, %d seconds on', (seconds) => {
    const match = new BotMatch(game, [2, 5, 9], 3)
    for (let i = 0; i < seconds * game.ticksPerSecond; i++) match.step()
    expect(game.result(match.state)).toBeNull()
    match.leave(5)
    match.leave(2)
    for (let i = 0; i < aloneFor * game.ticksPerSecond && !game.result(match.state); i++) match.step()
    expect(
      game
        .result(match.state)
        ?.ranks.flat()
        .toSorted((a, b) => a - b),
    ).toEqual([2, 5, 9])
  })

  // As a room does that fills up with bots, or has one make room for somebody.
  it.runIf(game.join)('goes on where somebody takes a place that came free before the next tick', () => {
    const match = new BotMatch(game, [2, 5], 3)
    for (let i = 0; i < 3 * game.ticksPerSecond; i++) match.step()
    match.leave(5)
    match.join(8)
    for (let i = 0; i < 6 * game.ticksPerSecond; i++) match.step()
    expect(game.result(match.state)).toBeNull()
  })
})
