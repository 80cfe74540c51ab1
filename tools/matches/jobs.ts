/** Which matches are played to find out whether a game holds. */

import type { AnyGame, Strength } from '../../src/games/game.ts'
import { randomStream } from '../../src/netcode/random.ts'

export interface Job {
  readonly seed: number
  /** In order of sitting down; any numbers that a room may have given. */
  readonly seats: readonly number[]
  /** By place in `seats`. */
  readonly strengths: readonly Strength[]
}

/** A fifth are duels between a strong and a weak bot; the others are among equals, of few and of many. */
export function jobsFor({ seats }: AnyGame, count: number, from: number): Job[] {
  const fits = (players: number) => Math.max(seats.min, Math.min(seats.max, players))
  const crowds = [2, 4, 2, 4, 8, 3, 4, 8, 2, 4, 6, 5, 2, 4, 8, seats.max].map(fits)
  let equals = 0
  return Array.from({ length: count }, (_, i) => {
    const seed = from + i
    const isDuel = i % 5 === 4
    const players = isDuel ? fits(2) : (crowds[equals++ % crowds.length] ?? 2)
    const strongFirst = i % 10 === 4
    const strengths = Array.from({ length: players }, (_, place): Strength => {
      if (!isDuel) return 'fair'
      return (place === 0) === strongFirst ? 'sharp' : 'gentle'
    })
    return { seed, seats: someSeats(players, seed), strengths }
  })
}

/** Ascending, with gaps. */
function someSeats(players: number, seed: number): number[] {
  const random = randomStream(seed)
  let seat = Math.floor(random() * 3)
  return Array.from({ length: players }, () => {
    const taken = seat
    seat += 1 + Math.floor(random() * 3)
    return taken
  })
}
