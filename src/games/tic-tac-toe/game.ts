/** Tic-tac-toe for a whole party: boards side by side, the winner stays, and whoever waits guesses who wins. */

import type { Game } from '../game.ts'
import { ticTacToeBot } from './bot.ts'
import { arrive, begin, depart, isOut, resultOf, stepTicTacToe } from './rules.ts'
import {
  idle,
  mostPlayers,
  type TicTacToe,
  type TicTacToeInput,
  ticksPerSecond,
  ticTacToeInput,
  ticTacToeState,
} from './world.ts'

export const ticTacToe: Game<TicTacToe, TicTacToeInput> = {
  id: 'tic-tac-toe',
  title: 'Tic-tac-toe',
  rule: 'Three in a row wins and stays at the board, the loser queues, and whoever waits guesses who wins next.',
  seats: { min: 2, max: mostPlayers },
  options: [
    {
      id: 'minutes',
      label: 'Length',
      choices: [
        { value: 1, label: '1 minute' },
        { value: 2, label: '2 minutes' },
        { value: 4, label: '4 minutes' },
      ],
      standard: 2,
    },
    {
      id: 'pace',
      label: 'Time for a move',
      choices: [
        { value: 4, label: 'Brisk, 4 seconds' },
        { value: 7, label: 'Calm, 7 seconds' },
      ],
      standard: 4,
    },
  ],
  lasts: 130,
  unit: 'points',
  botHolds: true,
  ticksPerSecond,
  // A move should be seen at once, and nothing else travels.
  snapshotEvery: 1,
  state: ticTacToeState,
  input: ticTacToeInput,
  idle,
  bytesPerPlayer: 1,
  open: true,
  rewinds: false,
  endless: false,
  start: begin,
  step: stepTicTacToe,
  join: arrive,
  leave: depart,
  result: resultOf,
  isOut,
  bot: ticTacToeBot,
}
