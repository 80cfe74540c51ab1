/** Trails: everyone walks on and on, leaves a trail, and is out on touching one. Who outlives the others wins. */

import type { Game } from '../game.ts'
import { trailsBot } from './bot.ts'
import { arrive, depart, isDone, outcome, startTrails, stepTrails } from './rules.ts'
import {
  idle,
  paces,
  type Trails,
  type TrailsInput,
  ticksPerSecond,
  trailsInput,
  trailsState,
} from './world.ts'

export const trails: Game<Trails, TrailsInput> = {
  id: 'trails',
  title: 'Trails',
  rule: 'Steer left and right, keep off every trail and the hedge, and stay in longer than the others.',
  seats: { min: 2, max: 16 },
  options: [
    {
      id: 'rounds',
      label: 'Rounds',
      choices: [3, 5, 7].map((value) => ({ value, label: String(value) })),
      standard: 5,
    },
    {
      id: 'pace',
      label: 'Pace',
      choices: [
        { value: paces.calm, label: 'Calm' },
        { value: paces.lively, label: 'Lively' },
        { value: paces.brisk, label: 'Brisk' },
      ],
      standard: paces.lively,
    },
  ],
  lasts: 90,
  unit: 'points',
  botHolds: true,
  ticksPerSecond,
  snapshotEvery: 1,
  state: trailsState,
  input: trailsInput,
  idle,
  bytesPerPlayer: 1.5,
  open: true,
  rewinds: false,
  endless: false,
  start: startTrails,
  step: stepTrails,
  join: arrive,
  leave: depart,
  result: outcome,
  isOut: isDone,
  bot: trailsBot,
}
