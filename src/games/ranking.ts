/** From scores to ranks: how most matches come out. */

import type { Slots } from '../netcode/collections.ts'
import type { Outcome } from './game.ts'

/**
 * Everyone who has a slot by their score, the highest first; equals share a rank. Where `hasLeft` is given, those for
 * whom it holds stand behind all who stayed, by their scores too.
 */
export function rankByScore<T>(
  players: Slots<T>,
  scoreOf: (player: T) => number,
  hasLeft: (player: T) => boolean = () => false,
): Outcome {
  const scores: { [seat: number]: number } = {}
  const [stayed, left]: [number[], number[]] = [[], []]
  players.forEach((player, seat) => {
    if (player === undefined) return
    scores[seat] = scoreOf(player)
    const group = hasLeft(player) ? left : stayed
    group.push(seat)
  })
  return { ranks: [...ranksOf(stayed, scores), ...ranksOf(left, scores)], scores }
}

function ranksOf(seats: readonly number[], scores: { readonly [seat: number]: number }): number[][] {
  const levels = [...new Set(seats.map((seat) => scores[seat] ?? 0))].sort((a, b) => b - a)
  return levels.map((level) => seats.filter((seat) => scores[seat] === level))
}
