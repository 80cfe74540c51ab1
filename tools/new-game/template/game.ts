/** Template: run for the prize, again and again. */

import type { Game } from '../../../src/games/game.ts'
import { rankByScore } from '../../../src/games/ranking.ts'
import { templateBot } from './bot.ts'
import { layPrize, sitDown, stepTemplate } from './rules.ts'
import { type Template, type TemplateInput, templateInput, templateState } from './world.ts'

const secondsAtMost = 90

export const template: Game<Template, TemplateInput> = {
  id: 'template',
  title: 'Template',
  rule: 'Run for the prize; whoever has enough of them first wins.',
  seats: { min: 2, max: 16 },
  options: [
    {
      id: 'goal',
      label: 'Prizes to win',
      choices: [
        { value: 3, label: '3' },
        { value: 5, label: '5' },
        { value: 10, label: '10' },
      ],
      standard: 5,
    },
  ],
  lasts: 60,
  unit: 'prizes',
  botHolds: true,
  ticksPerSecond: 60,
  snapshotEvery: 1,
  state: templateState,
  input: templateInput,
  idle: { x: 0, y: 0 },
  open: true,
  rewinds: false,
  bytesPerPlayer: 2,
  endless: false,
  start(seats, seed, { goal = 5 }) {
    const left = secondsAtMost * 60
    const state: Template = { players: [], prize: { x: 0, y: 0 }, goal, left, random: seed }
    for (const seat of seats) sitDown(state, seat)
    layPrize(state)
    return state
  },
  step: stepTemplate,
  join: sitDown,
  leave(state, seat) {
    const body = state.players[seat]
    if (body) body.here = false
  },
  result(state) {
    const best = state.players.reduce((most, body) => Math.max(most, body?.score ?? 0), 0)
    if (best < state.goal && state.left > 0) return null
    return rankByScore(state.players, ({ score }) => score)
  },
  bot: templateBot,
}
