/** What somebody attentive knows of one opponent: the hands that were shown, and what followed on what. */

import { outcomes, type Past } from './bot-habits.ts'

/** Weight of what is expected of somebody who was never seen: all hands alike. */
const doubt = 0.6
/** What was seen long ago counts less: so much of it is left after each round. */
const memory = 0.96
/** A view is never trusted more than this, nor less than one over it. */
const mostTrust = 20

/** One way to look at somebody: which situations it tells apart, and what it counts in them. */
interface View {
  readonly situation: (past: Past) => number
  /** The hand from which theirs is counted around the circle; 0: hands are counted as such. */
  readonly from: (past: Past) => number
}
const views: readonly View[] = [
  { situation: () => 0, from: () => 0 },
  { situation: () => 0, from: ({ last }) => last },
  { situation: ({ outcome }) => outcomes.indexOf(outcome), from: ({ last }) => last },
]

export class Notes {
  /** By view: how often which hand came, by situation, and how well that foresaw the next one so far. */
  readonly #views = views.map((view) => ({ ...view, counts: new Map<number, number[]>(), trust: 1 }))

  /** They showed `pick`, where `past` was before it. */
  saw(past: Past, pick: number, actions: number): void {
    for (const view of this.#views) {
      const situation = view.situation(past)
      const counts = view.counts.get(situation) ?? new Array<number>(actions).fill(0)
      const way = (pick - view.from(past) + actions) % actions
      // Right more often than a blind guess: trusted more.
      const trust = view.trust * chanceOf(counts, way, actions) * actions
      view.trust = Math.max(1 / mostTrust, Math.min(mostTrust, trust))
      view.counts.set(
        situation,
        counts.map((count, at) => count * memory + (at === way ? 1 : 0)),
      )
    }
  }

  /** How likely each hand is to come next, by pick. */
  foresee(past: Past, actions: number): number[] {
    const sum = this.#views.reduce((all, { trust }) => all + trust, 0)
    return Array.from({ length: actions + 1 }, (_, pick) => {
      let chance = 0
      for (const { situation, from, counts, trust } of this.#views) {
        const way = (pick - from(past) + actions) % actions
        chance += (chanceOf(counts.get(situation(past)) ?? [], way, actions) * trust) / sum
      }
      return pick === 0 ? 0 : chance
    })
  }
}

function chanceOf(counts: readonly number[], way: number, actions: number): number {
  const sum = counts.reduce((all, count) => all + count, 0) + doubt * actions
  return ((counts[way] ?? 0) + doubt) / sum
}
