/** Sumo: push the others off a platform that breaks apart; the last one on it wins the round. */

import type { Game } from '../game.ts'
import { sumoBot } from './bot.ts'
import { outcome } from './rounds.ts'
import { arrive, begin, depart, stepSumo } from './rules.ts'
import { type Sumo, type SumoInput, stands, sumoInput, sumoState, ticksPerSecond } from './world.ts'

export const sumo: Game<Sumo, SumoInput> = {
  id: 'sumo',
  title: 'Sumo',
  rule: 'Push the others into the pond before the planks under you break off, and dash to push harder.',
  seats: { min: 2, max: 16 },
  options: [
    {
      id: 'rounds',
      label: 'Rounds',
      choices: [
        { value: 3, label: '3' },
        { value: 5, label: '5' },
        { value: 7, label: '7' },
      ],
      standard: 5,
    },
    {
      id: 'drums',
      label: 'Drums',
      choices: [
        { value: 0, label: 'None' },
        { value: 1, label: 'Three, and they throw you back' },
      ],
      standard: 0,
    },
  ],
  lasts: 70,
  unit: 'points',
  ticksPerSecond,
  snapshotEvery: 1,
  state: sumoState,
  input: sumoInput,
  idle: { x: 0, y: 0, dash: false },
  bytesPerPlayer: 1,
  open: true,
  rewinds: false,
  endless: false,
  botHolds: true,
  start: begin,
  step: stepSumo,
  join: arrive,
  leave: depart,
  result: outcome,
  isOut(state, seat) {
    const body = state.players[seat]
    return state.phase !== 'ready' && (!body || !stands(body))
  },
  bot: sumoBot,
}
