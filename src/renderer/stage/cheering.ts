/** Confetti for those who have nothing else to do: who may throw it, and how often without being a nuisance. */

import type { AnyGame } from '../../games/game.ts'
import type { Phase } from '../../protocol/messages.ts'

/** The host lets through six at once and one each 350 ms; whoever stays below is never turned down. */
export const mostCheers = 5
export const cheerEvery = 450

export interface Part {
  readonly phase: Phase
  readonly game: AnyGame
  /** The match as the host told it last; null before its first word. */
  readonly state: unknown
  /** Own seat in the match; null for who does not take part. */
  readonly me: number | null
}

/** Whether there is nothing left to do but to watch, for whoever is in this match. */
export function onlyWatches({ game, state, me }: Omit<Part, 'phase'>): boolean {
  if (me === null) return true
  return !game.endless && state !== null && (game.isOut?.(state, me) ?? false)
}

/** The same judgement as the host's: nobody throws who has a match to play. */
export function mayCheer(part: Part): boolean {
  const isMatch = part.phase === 'countdown' || part.phase === 'playing'
  return !isMatch || onlyWatches(part)
}

/** How many throws one has in hand; they come back one by one. */
export class Handful {
  #left = mostCheers
  #since = 0

  /** Throws that are left at `now`, in milliseconds. */
  left(now: number): number {
    const back = Math.floor((now - this.#since) / cheerEvery)
    if (back > 0) {
      this.#left = Math.min(mostCheers, this.#left + back)
      this.#since = this.#left === mostCheers ? now : this.#since + back * cheerEvery
    }
    return this.#left
  }

  /** Takes one; false where there is none. */
  take(now: number): boolean {
    if (this.left(now) === 0) return false
    if (this.#left === mostCheers) this.#since = now
    this.#left--
    return true
  }
}
