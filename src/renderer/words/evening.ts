/** The words of an evening: what fits how many, how long it takes, who won, who goes on. */

import type { AnyGame } from '../../games/game.ts'

export interface Company {
  people: number
  bots: number
}

export function playersWords({ seats: { min, max } }: Pick<AnyGame, 'seats'>): string {
  return min === max ? `${min} players` : `${min} to ${max} players`
}

export function lastsWords(seconds: number): string {
  if (seconds <= 0) return ''
  if (seconds < 50) return 'under a minute'
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`
}

/** What happens where not as many are here as a game takes; null where all of them just play. */
export function fitWords({ seats: { min, max } }: Pick<AnyGame, 'seats'>, company: Company): string | null {
  const { people, bots } = company
  const missing = min - people - bots
  if (missing > 0) return missing === 1 ? 'A bot fills up.' : `${missing} bots fill up.`
  if (people > max) return `${max} play at a time; the others watch, and take turns.`
  if (people + bots <= max) return null
  return people + bots - max === 1 ? 'One bot sits out.' : `${people + bots - max} bots sit out.`
}

/** A score in its game's unit, such as "3 points" or "1 point". */
export function scoreWords(score: number, unit: string | undefined): string {
  const number = String(Math.round(score * 10) / 10)
  if (unit === undefined) return number
  return `${number} ${score === 1 ? unit.replace(/s$/, '') : unit}`
}

/** "1st", "2nd", "3rd", "11th". */
export function placeWords(rank: number): string {
  const ending = rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return `${rank}${ending}`
}

/** Names in a row: "Anna", "Anna and Ben", "Anna, Ben and 3 others". */
export function namesWords(names: readonly string[]): string {
  const [first, second, third, ...rest] = names
  if (first === undefined) return 'Nobody'
  if (second === undefined) return first
  if (third === undefined) return `${first} and ${second}`
  return rest.length === 0
    ? `${first}, ${second} and ${third}`
    : `${first}, ${second} and ${rest.length + 1} others`
}

/** The headline of a result. `mine` where one is among them. */
export function winWords(winners: readonly string[], mine: boolean): string {
  if (winners.length === 0) return 'Nobody wins'
  if (winners.length > 1) return mine ? 'You share the win!' : `${namesWords(winners)} share the win!`
  return mine ? 'You win!' : `${winners[0]} wins!`
}

/** What comes after this result. */
export function afterWords(next: string | null, isPlaylist: boolean): string {
  if (next !== null) return `Next: ${next}`
  return isPlaylist ? 'Next: the podium' : 'Then back to the meadow'
}

/** Who picks, while nothing is being played. */
export function pickWords(operator: string | null): string {
  return operator === null ? 'The host picks the next game' : `${operator} picks the next game`
}

export function pausedWords(operator: string | null, mine: boolean): string {
  if (mine) return 'You paused the game'
  return operator === null ? 'Paused by the host' : `Paused by ${operator}`
}

export function votedWords(voted: number, voters: number): string {
  if (voted >= voters && voters > 0) return 'Everyone voted'
  return voted === 0 ? 'Nobody voted yet' : `${voted} of ${voters} voted`
}

/** How well bots play, as somebody would say it. */
export const strengthNames = { gentle: 'Gentle', fair: 'Fair', sharp: 'Sharp' } as const
export const strengthWords = {
  gentle: 'They dawdle and blunder: good company for beginners.',
  fair: 'They play decently, and lose now and then.',
  sharp: 'They rarely miss. You asked for it.',
} as const
