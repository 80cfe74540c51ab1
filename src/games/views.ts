/** The registry of views: how each game is drawn and played on a screen. */

import { makeMeadowView } from './meadow/view.ts'
import type { AnyView, MakeView } from './view.ts'

const makers: ReadonlyMap<string, MakeView<unknown, unknown>> = new Map([['meadow', makeMeadowView]])

/** A new view of the game with this id; null where there is none. */
export function viewOf(id: string): AnyView | null {
  return makers.get(id)?.() ?? null
}
