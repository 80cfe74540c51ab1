/** The meadow: the room's own world, where people walk about, chat and kick a ball while no match runs. */

import { mostSeats } from '../field.ts'
import type { Game } from '../game.ts'
import { meadowBot } from './bot.ts'
import { arrive, depart, newBall, stepMeadow } from './rules.ts'
import { type Meadow, type MeadowInput, meadowInput, meadowState } from './world.ts'

export const meadow: Game<Meadow, MeadowInput> = {
  id: 'meadow',
  title: 'Meadow',
  rule: 'Walk about, meet people, and kick the ball into a burrow.',
  seats: { min: 1, max: mostSeats },
  options: [],
  lasts: 0,
  botHolds: false,
  ticksPerSecond: 60,
  snapshotEvery: 1,
  state: meadowState,
  input: meadowInput,
  idle: { x: 0, y: 0, kick: false },
  bytesPerPlayer: 2,
  open: true,
  rewinds: false,
  endless: true,
  start(seats, seed) {
    const state: Meadow = { players: [], ball: newBall(), lastTouch: 0, goals: 0, random: seed }
    for (const seat of seats) arrive(state, seat)
    return state
  },
  step: stepMeadow,
  join: arrive,
  leave: depart,
  result: () => null,
  bot: meadowBot,
}
