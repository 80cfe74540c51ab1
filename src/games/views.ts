/** The registry of views: how each game is drawn and played on a screen. */

import { makeBlasterView } from './blaster/view.ts'
import { makeGoldRushView } from './gold-rush/view.ts'
import { makeMeadowView } from './meadow/view.ts'
import { makeRoyaleView } from './royale/view.ts'
import { makeSumoView } from './sumo/view.ts'
import { makeTicTacToeView } from './tic-tac-toe/view.ts'
import { makeTrailsView } from './trails/view.ts'
import type { AnyView, MakeView } from './view.ts'

const makers: ReadonlyMap<string, MakeView<unknown, unknown>> = new Map<string, MakeView<unknown, unknown>>([
  ['meadow', makeMeadowView],
  ['sumo', makeSumoView],
  ['tic-tac-toe', makeTicTacToeView],
  ['trails', makeTrailsView],
  ['gold-rush', makeGoldRushView],
  ['royale', makeRoyaleView],
  ['blaster', makeBlasterView],
])

/** A new view of the game with this id; null where there is none. */
export function viewOf(id: string): AnyView | null {
  return makers.get(id)?.() ?? null
}
