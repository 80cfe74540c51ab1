/** What people do without noticing: a favourite hand, staying with what won, never the same twice, around the circle. */

export const outcomes = ['won', 'even', 'lost'] as const

/** What the last hands came to, from the one player's side. */
export interface Past {
  /** The own hand of the last round, 0 before there is one. */
  readonly last: number
  /** Whether it beat more than beat it, or less. */
  readonly outcome: (typeof outcomes)[number]
}

/** The hand that a habit asks for, 1 to `actions`; 0 where it asks for none. */
export type Habit = (past: Past, actions: number, random: () => number) => number

/** Somebody's habit, for as long as they sit. */
export function someHabit(random: () => number): Habit {
  const favourite = random()
  const habits: readonly Habit[] = [
    (_past, actions) => 1 + Math.floor(favourite * actions),
    stayWithWinner,
    neverTwice,
    aroundTheCircle,
  ]
  return habits[Math.floor(random() * habits.length)] ?? stayWithWinner
}

/** The same again after a win; after a loss what would have won, which is the next one of the circle but one. */
function stayWithWinner({ last, outcome }: Past, actions: number): number {
  if (last === 0) return 0
  return outcome === 'won' ? last : step(last, outcome === 'lost' ? 2 : 1, actions)
}

function neverTwice({ last }: Past, actions: number, random: () => number): number {
  return last === 0 ? 0 : step(last, 1 + Math.floor(random() * (actions - 1)), actions)
}

function aroundTheCircle({ last }: Past, actions: number): number {
  return last === 0 ? 0 : step(last, 1, actions)
}

/** So many further around the circle. */
export function step(pick: number, by: number, actions: number): number {
  return ((pick - 1 + by) % actions) + 1
}
