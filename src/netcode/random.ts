/** Chance that can be repeated: its whole state is one number, which lives in a game's state. */

import { int } from './scalars.ts'

/** The kind of a random state: an unsigned 32-bit integer. */
export const randomState = int(0, 0xffffffff)

/** The next number in [0, 1); advances `holder.random`. Mulberry32 by Tommy Ettinger, public domain. */
export function nextRandom(holder: { random: number }): number {
  holder.random = (holder.random + 0x6d2b79f5) >>> 0
  let mixed = holder.random
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
}

/** A stream of numbers in [0, 1) from a seed, for what keeps its chance outside of a game's state. */
export function randomStream(seed: number): () => number {
  const holder = { random: seed >>> 0 }
  return () => nextRandom(holder)
}

/** The same items in an order that is as likely as any other; advances `holder.random`. Fisher and Yates. */
export function shuffled<T>(items: readonly T[], holder: { random: number }): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(nextRandom(holder) * (i + 1))
    const moved = order[i] as T
    order[i] = order[other] as T
    order[other] = moved
  }
  return order
}
