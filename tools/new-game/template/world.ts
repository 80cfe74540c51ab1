/** What the world of Template is made of. The kinds say what travels, within which range, and how finely. */

import { intent } from '../../../src/games/bodies.ts'
import { height, mostSeats, width } from '../../../src/games/field.ts'
import { slots } from '../../../src/netcode/collections.ts'
import type { Infer } from '../../../src/netcode/kind.ts'
import { randomState } from '../../../src/netcode/random.ts'
import { record } from '../../../src/netcode/record.ts'
import { fixed, flag, int } from '../../../src/netcode/scalars.ts'

/** In world units, as all lengths are. */
export const bodyRadius = 30
export const prizeRadius = 16
/** How near the hedge a body may come. */
export const edge = 66
/** Units a second of who walks as fast as they can. */
export const walkingSpeed = 320

const body = record({
  // A step must be finer than the smallest change in a tick; a jump beyond `snap` is not drawn as a walk.
  x: fixed(0, width, 1 / 16, { snap: 120 }),
  y: fixed(0, height, 1 / 16, { snap: 120 }),
  // What somebody wants stays so until they want something else: inputs are only told when they change.
  mx: intent,
  my: intent,
  score: int(0, 99),
  /** False for who left: they keep their place in the ranks, and nothing else. */
  here: flag(),
})
export type Body = Infer<typeof body>

export const templateState = record({
  // `own`: everyone's own body is drawn where it will be, and answers in the same frame.
  players: slots(body, mostSeats, { own: true }),
  /** Where the prize lies. */
  prize: record({ x: fixed(0, width, 1 / 4, { snap: 1 }), y: fixed(0, height, 1 / 4, { snap: 1 }) }),
  /** How many prizes win the match. */
  goal: int(1, 50),
  /** Ticks that are left. */
  left: int(0, 60 * 600),
  random: randomState,
})
export type Template = Infer<typeof templateState>

export const templateInput = record({ x: intent, y: intent })
export type TemplateInput = Infer<typeof templateInput>
