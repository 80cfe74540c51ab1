/** What is read out when the evening goes on to something else. */

import type { Evening } from '../../client/party-state.ts'
import type { AnyGame } from '../../games/game.ts'
import { namesWords, pausedWords, placeWords, winWords } from './evening.ts'

export interface Around {
  /** The game that is on. */
  game: Pick<AnyGame, 'title' | 'rule'> | null
  /** One's own seat. */
  seat: number | null
  operator: { name: string; mine: boolean } | null
}

/** Null where nothing changed that is worth a word. */
export function phaseNews(
  before: Evening | null,
  now: Evening,
  { game, seat, operator }: Around,
): string | null {
  if (before?.phase === now.phase) {
    if (before.paused === now.paused) return null
    return now.paused
      ? `${pausedWords(operator?.name ?? null, operator?.mine ?? false)}.`
      : 'The game goes on.'
  }
  switch (now.phase) {
    case 'meadow':
      return before === null ? null : 'Back in the meadow.'
    case 'vote':
      return 'Vote for the next game.'
    case 'countdown':
      return game && `${game.title} is about to begin. ${game.rule}`
    case 'playing':
      return 'Go!'
    case 'result': {
      const places = now.result?.places ?? []
      const winners = places.filter(({ rank }) => rank === 1)
      const own = places.find((place) => place.seat === seat)
      const mine = own?.rank === 1
      const words = winWords(
        winners.map(({ name }) => name),
        mine,
      )
      return own && !mine ? `${words} You are ${placeWords(own.rank)}.` : words
    }
    case 'podium': {
      const best = now.tally[0]
      if (!best) return 'The podium.'
      const champions = now.tally.filter((row) => row.points === best.points && row.wins === best.wins)
      return `The podium: ${namesWords(champions.map(({ name }) => name))} on top, with ${best.points} points.`
    }
  }
}
