/** The registry of games: the one list of what can be played. */

import { blaster } from './blaster/game.ts'
import type { AnyGame } from './game.ts'
import { goldRush } from './gold-rush/game.ts'
import { meadow } from './meadow/game.ts'
import { royale } from './royale/game.ts'
import { sumo } from './sumo/game.ts'
import { ticTacToe } from './tic-tac-toe/game.ts'
import { trails } from './trails/game.ts'

export const games: readonly AnyGame[] = [meadow, sumo, ticTacToe, trails, goldRush, royale, blaster]

/** Those that are played in matches. */
export const matchGames: readonly AnyGame[] = games.filter(({ endless }) => !endless)

/** The world that a room is in while no match runs. */
export const freeRoam: AnyGame = meadow

export function gameById(id: string): AnyGame | null {
  return games.find((game) => game.id === id) ?? null
}
