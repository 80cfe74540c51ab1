/** A playlist as its host puts it together, and what the device keeps of it. */

import { describe, expect, it } from 'vitest'
import { matchGames } from '../../src/games/index.ts'
import { chosenOptions } from '../../src/games/options.ts'
import type { Shelf } from '../../src/platform/device.ts'
import { longestPlaylist } from '../../src/protocol/messages.ts'
import {
  added,
  asked,
  isFull,
  moved,
  type Playlist,
  removed,
  shuffled,
  withOptions,
} from '../../src/renderer/screens/evening/playlist.ts'
import { keptWishes } from '../../src/renderer/screens/evening/wishes.ts'

const listOf = (...games: string[]): Playlist =>
  games.reduce<Playlist>((list, game) => added(list, { game, options: {} }), [])
const games = (list: Playlist) => list.map(({ game }) => game).join(' ')
const keyAt = (list: Playlist, at: number) => list[at]?.key ?? -1

describe('a playlist', () => {
  it('takes the same game twice, and tells the two apart', () => {
    const list = listOf('sumo', 'trails', 'sumo')
    expect(new Set(list.map(({ key }) => key)).size).toBe(3)
    expect(games(removed(list, keyAt(list, 0)))).toBe('trails sumo')
    const tuned = withOptions(list, keyAt(list, 2), { rounds: 5 })
    expect(tuned.map(({ options }) => options)).toEqual([{}, {}, { rounds: 5 }])
  })

  it('gives a new entry a key that none has, also after others went', () => {
    const list = listOf('sumo', 'trails')
    const again = added(removed(list, keyAt(list, 0)), { game: 'blaster', options: {} })
    expect(new Set(again.map(({ key }) => key)).size).toBe(2)
  })

  it('moves an entry, and never beyond an end', () => {
    const list = listOf('a', 'b', 'c')
    expect(games(moved(list, keyAt(list, 0), 1))).toBe('b a c')
    expect(games(moved(list, keyAt(list, 2), -1))).toBe('a c b')
    expect(games(moved(list, keyAt(list, 0), -1))).toBe('a b c')
    expect(games(moved(list, keyAt(list, 2), 1))).toBe('a b c')
    expect(games(moved(list, -7, 1))).toBe('a b c')
  })

  it('is full with twelve', () => {
    const list = listOf(...Array.from({ length: 20 }, () => 'sumo'))
    expect(list).toHaveLength(longestPlaylist)
    expect(isFull(list)).toBe(true)
  })

  it('is shuffled into each order, losing none', () => {
    const list = listOf('a', 'b', 'c')
    const orders = new Set<string>()
    for (let x = 0; x < 1; x += 0.2)
      for (let y = 0; y < 1; y += 0.2) {
        const chances = [x, y]
        orders.add(games(shuffled(list, () => chances.shift() ?? 0)))
      }
    expect([...orders].sort()).toEqual(['a b c', 'a c b', 'b a c', 'b c a', 'c a b', 'c b a'])
  })

  it('is asked for without its keys', () => {
    expect(asked(listOf('sumo'))).toEqual([{ game: 'sumo', options: {} }])
  })
})

describe('what the device kept', () => {
  const shelf = (kept: Record<string, unknown>): Shelf => ({
    read: (key) => (key in kept ? JSON.stringify(kept[key]) : null),
    write() {},
  })

  it.each([
    { playlist: 'no list' },
    { playlist: [1, null, { game: 7 }, { game: 'gone-game', options: {} }, { game: 'meadow', options: {} }] },
    { 'game-options': [[], 'x'] },
  ])('is nothing where it makes no sense: %j', (kept) => {
    expect(keptWishes(shelf(kept)).playlist).toEqual([])
    expect(keptWishes({ read: () => '{', write() {} })).toEqual({ options: {}, playlist: [] })
  })

  it('brings back games that are still known, with options that still exist', () => {
    for (const game of matchGames) {
      const options = { ...Object.fromEntries(game.options.map(({ id }) => [id, -12345])), old: 1 }
      const { playlist } = keptWishes(shelf({ playlist: [{ game: game.id, options }] }))
      expect(asked(playlist)).toEqual([{ game: game.id, options: chosenOptions(game, {}) }])
    }
  })
})
