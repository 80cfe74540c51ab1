/** What the screens of an evening say: who fits, who won, who watches and why, and what is read out. */

import { describe, expect, it } from 'vitest'
import type { Evening } from '../../src/client/party-state.ts'
import { matchGames } from '../../src/games/index.ts'
import { abouts, type Placing, type Standing } from '../../src/protocol/messages.ts'
import { notices } from '../../src/protocol/reasons.ts'
import {
  afterWords,
  fitWords,
  lastsWords,
  namesWords,
  pausedWords,
  pickWords,
  placeWords,
  playersWords,
  scoreWords,
  votedWords,
  winWords,
} from '../../src/renderer/words/evening.ts'
import { noticeText } from '../../src/renderer/words/notices.ts'
import { phaseNews } from '../../src/renderer/words/phase-news.ts'
import { podiumOf, ranked } from '../../src/renderer/words/standing.ts'
import { type Watcher, watchingWords } from '../../src/renderer/words/watching.ts'

describe('a game’s card', () => {
  const duel = { seats: { min: 2, max: 2 } }
  const crowd = { seats: { min: 4, max: 16 } }

  it('says for how many and how long', () => {
    expect(playersWords(duel)).toBe('2 players')
    expect(playersWords(crowd)).toBe('4 to 16 players')
    expect(lastsWords(40)).toBe('under a minute')
    expect(lastsWords(60)).toBe('about a minute')
    expect(lastsWords(100)).toBe('about 2 minutes')
  })

  it.each([
    [duel, { people: 2, bots: 0 }, null],
    [duel, { people: 1, bots: 0 }, 'A bot fills up.'],
    [crowd, { people: 1, bots: 1 }, '2 bots fill up.'],
    [duel, { people: 1, bots: 1 }, null],
    [duel, { people: 2, bots: 1 }, 'One bot sits out.'],
    [duel, { people: 1, bots: 4 }, '3 bots sit out.'],
    [duel, { people: 5, bots: 4 }, '2 play at a time; the others watch, and take turns.'],
  ])('%j says of %j: %s', (game, company, words) => {
    expect(fitWords(game, company)).toBe(words)
  })

  it('can be painted for every game: its rule is one sentence', () => {
    for (const game of matchGames) {
      expect(game.rule).toMatch(/\.$/)
      expect(game.rule.length).toBeLessThan(130)
      expect(game.lasts).toBeGreaterThan(0)
    }
  })
})

describe('a result', () => {
  it('counts in the game’s unit', () => {
    expect(scoreWords(1, 'points')).toBe('1 point')
    expect(scoreWords(0, 'coins')).toBe('0 coins')
    expect(scoreWords(2.25, 'laps')).toBe('2.3 laps')
    expect(scoreWords(3, undefined)).toBe('3')
  })

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [22, '22nd'],
    [113, '113th'],
  ])('calls rank %i the %s', (rank, words) => expect(placeWords(rank)).toBe(words))

  it('names who won, alone and together', () => {
    expect(winWords(['Anna'], false)).toBe('Anna wins!')
    expect(winWords(['Anna'], true)).toBe('You win!')
    expect(winWords(['Anna', 'Ben'], false)).toBe('Anna and Ben share the win!')
    expect(winWords(['Anna', 'Ben'], true)).toBe('You share the win!')
    expect(winWords([], false)).toBe('Nobody wins')
    expect(namesWords(['Anna', 'Ben', 'Cleo', 'Dan', 'Eve'])).toBe('Anna, Ben and 3 others')
  })

  it('says what comes next', () => {
    expect(afterWords('Sumo', true)).toBe('Next: Sumo')
    expect(afterWords(null, true)).toBe('Next: the podium')
    expect(afterWords(null, false)).toBe('Then back to the meadow')
  })
})

describe('the host’s doing', () => {
  it('is told with a name, and to the host as their own', () => {
    expect(pickWords('Anna')).toBe('Anna picks the next game')
    expect(pausedWords('Anna', false)).toBe('Paused by Anna')
    expect(pausedWords('Anna', true)).toBe('You paused the game')
    expect(pausedWords(null, false)).toBe('Paused by the host')
  })

  it('counts the votes', () => {
    expect(votedWords(0, 3)).toBe('Nobody voted yet')
    expect(votedWords(2, 3)).toBe('2 of 3 voted')
    expect(votedWords(3, 3)).toBe('Everyone voted')
  })
})

describe('who watches', () => {
  const player: Watcher = {
    ...{ isSpectator: false, isRoom: true, takesPart: true, isOut: false },
    ...{ most: 16, playing: 4 },
  }
  it('is told why, and when they play', () => {
    expect(watchingWords(player)).toBeNull()
    expect(watchingWords({ ...player, isSpectator: true })?.when).toBe('A place is free.')
    expect(watchingWords({ ...player, isSpectator: true, isRoom: false })?.when).toMatch(/somebody leaves/)
    expect(watchingWords({ ...player, takesPart: false })?.when).toBe('You play in the next game.')
    expect(watchingWords({ ...player, takesPart: false, most: 2, playing: 2 })?.when).toBe(
      '2 play at a time. You play in the next game.',
    )
    expect(watchingWords({ ...player, isOut: true })?.what).toBe('You are out for now')
  })
})

const look = { colour: 'sky', shape: 'star', bot: false } as const
const standing = (name: string, points: number, wins = 0): Standing => ({
  ...{ ...look, seat: 0, name, points, wins, played: 3 },
})

describe('the table', () => {
  it('lets those who are level share a rank', () => {
    const table = [standing('Anna', 20, 2), standing('Ben', 12), standing('Cleo', 12), standing('Dan', 5)]
    expect(ranked(table).map(({ rank }) => rank)).toEqual([1, 2, 2, 4])
    expect(podiumOf(table).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cleo'])
  })

  it('counts wins where points are level, as the host does', () => {
    expect(ranked([standing('Anna', 10, 2), standing('Ben', 10, 1)]).map(({ rank }) => rank)).toEqual([1, 2])
  })

  it('has room on the podium for more than three who are level, but not for a crowd', () => {
    const level = Array.from({ length: 9 }, (_, i) => standing(`P${i}`, 10))
    expect(podiumOf(level.slice(0, 4))).toHaveLength(4)
    expect(podiumOf(level)).toHaveLength(6)
    expect(podiumOf([])).toEqual([])
  })
})

describe('what is read out', () => {
  const evening: Evening = {
    ...{ phase: 'meadow', paused: false, endsAt: null, playlist: [], at: 0, handicap: false },
    ...{ strength: 'fair', votes: {}, result: null, standings: [], tally: [], played: [] },
  }
  const around = {
    game: { title: 'Sumo', rule: 'Push the others off.' },
    seat: 3,
    operator: { name: 'Anna', mine: false },
  }
  const place = (name: string, seat: number, rank: number): Placing => ({
    ...{ ...look, name, seat, rank, score: null, points: 5 },
  })
  const news = (before: Partial<Evening> | null, now: Partial<Evening>) =>
    phaseNews(before && { ...evening, ...before }, { ...evening, ...now }, around)

  it('follows the evening, and says nothing where nothing changed', () => {
    expect(news(null, {})).toBeNull()
    expect(news({}, { strength: 'sharp' })).toBeNull()
    expect(news({}, { phase: 'vote' })).toBe('Vote for the next game.')
    expect(news({}, { phase: 'countdown' })).toBe('Sumo is about to begin. Push the others off.')
    expect(news({ phase: 'countdown' }, { phase: 'playing' })).toBe('Go!')
    expect(news({ phase: 'playing' }, { phase: 'playing', paused: true })).toBe('Paused by Anna.')
    expect(news({ phase: 'playing', paused: true }, { phase: 'playing' })).toBe('The game goes on.')
    expect(news({ phase: 'result' }, {})).toBe('Back in the meadow.')
  })

  it('says who won, and how one did oneself', () => {
    const result = { game: 'sumo', places: [place('Anna', 0, 1), place('Me', 3, 2)] }
    expect(news({ phase: 'playing' }, { phase: 'result', result })).toBe('Anna wins! You are 2nd.')
    const won = { game: 'sumo', places: [place('Me', 3, 1), place('Anna', 0, 2)] }
    expect(news({ phase: 'playing' }, { phase: 'result', result: won })).toBe('You win!')
  })

  it('names the champion', () => {
    const tally = [standing('Anna', 20, 2), standing('Ben', 12)]
    expect(news({ phase: 'result' }, { phase: 'podium', tally })).toBe(
      'The podium: Anna on top, with 20 points.',
    )
  })
})

describe('what is turned down', () => {
  it.each(abouts)('%s has a sentence for every reason, without jargon', (about) => {
    for (const notice of notices) {
      const text = noticeText({ id: 1, about, notice, retryMs: null })
      expect(text).toMatch(/[.!?]$/)
      expect(text).not.toMatch(/phase|operator|seat|ballot|null|undefined/i)
    }
  })
})
