/** Gold rush: gather coins, carry them home, and bump the greedy. */

import { mostSeats } from '../field.ts'
import type { Game } from '../game.ts'
import { rushBot } from './bot.ts'
import { arrive, depart, peopleOf, startRush, stepRush } from './rules.ts'
import { outcomeOf } from './rules-teams.ts'
import { type Rush, type RushInput, rushInput, rushState, ticksPerSecond } from './world.ts'

export const goldRush: Game<Rush, RushInput> = {
  id: 'gold-rush',
  title: 'Gold rush',
  rule: 'Gather coins and carry them home; whoever is bumped spills.',
  seats: { min: 2, max: 32 },
  options: [
    {
      id: 'length',
      label: 'Length',
      choices: [
        { value: 60, label: '1 minute' },
        { value: 90, label: '1½ minutes' },
        { value: 150, label: '2½ minutes' },
      ],
      standard: 90,
    },
    {
      id: 'teams',
      label: 'Teams',
      choices: [
        { value: 6, label: 'From six players on' },
        { value: mostSeats, label: 'Never' },
      ],
      standard: 6,
    },
  ],
  lasts: 90,
  unit: 'coins',
  botHolds: true,
  ticksPerSecond,
  snapshotEvery: 1,
  state: rushState,
  input: rushInput,
  idle: { x: 0, y: 0, dash: false },
  bytesPerPlayer: 1,
  open: true,
  rewinds: false,
  endless: false,
  start: startRush,
  step: stepRush,
  join: arrive,
  leave: depart,
  // Nobody gathers against nobody.
  result: (state) => (state.left === 0 || peopleOf(state).length < 2 ? outcomeOf(state) : null),
  bot: rushBot,
}
