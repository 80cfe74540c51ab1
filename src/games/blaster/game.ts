/** Blaster: berries squirted across a walled garden, from behind hedges and crates. */

import { nextRandom } from '../../netcode/random.ts'
import type { Game } from '../game.ts'
import { arenas } from './arena.ts'
import { blasterBot } from './bot.ts'
import { stepBlaster } from './rules.ts'
import { depart, enter, enterAll, resultOf } from './rules-seats.ts'
import {
  type Blaster,
  type BlasterInput,
  blasterInput,
  blasterState,
  idle,
  matchTicks,
  mostPlayers,
} from './world.ts'

/** The choice of a garden that leaves it to chance. */
const anyArena = 0

export const blaster: Game<Blaster, BlasterInput> = {
  id: 'blaster',
  title: 'Blaster',
  rule: 'Squirt berries at everyone else, and roll out of the way of theirs.',
  seats: { min: 2, max: mostPlayers },
  options: [
    {
      id: 'goal',
      label: 'Play to',
      choices: [
        { value: 5, label: '5 hits' },
        { value: 10, label: '10 hits' },
        { value: 15, label: '15 hits' },
        { value: 0, label: '3 minutes' },
      ],
      standard: 10,
    },
    {
      id: 'arena',
      label: 'Garden',
      choices: [
        { value: anyArena, label: 'Any' },
        ...arenas.map(({ name }, i) => ({ value: i + 1, label: name })),
      ],
      standard: anyArena,
    },
  ],
  lasts: 100,
  unit: 'hits',
  botHolds: true,
  ticksPerSecond: 60,
  snapshotEvery: 1,
  state: blasterState,
  input: blasterInput,
  idle,
  bytesPerPlayer: 3,
  open: true,
  rewinds: true,
  endless: false,
  start(seats, seed, { goal = 10, arena = anyArena }) {
    const state: Blaster = {
      fighters: [],
      air: { berries: [] },
      arena: 0,
      goal,
      left: matchTicks,
      over: false,
      random: seed,
    }
    const chance = Math.floor(nextRandom(state) * arenas.length)
    state.arena = arena === anyArena ? chance : arena - 1
    enterAll(state, seats)
    return state
  },
  step: stepBlaster,
  join: enter,
  leave: depart,
  result: resultOf,
  bot: blasterBot,
}
