/** Rock-paper-scissors royale: everyone picks in secret, all hands show at once, and one is left in the end. */

import { fillSlot } from '../../netcode/collections.ts'
import { nextRandom } from '../../netcode/random.ts'
import type { Game, Outcome } from '../game.ts'
import { rankByScore } from '../ranking.ts'
import { royaleBot } from './bot.ts'
import { beginRoyale, stepRoyale } from './rules.ts'
import {
  type Contestant,
  mostPlayers,
  type Royale,
  type RoyaleInput,
  royaleInput,
  royaleState,
  ticksPerSecond,
} from './world.ts'

export const royale: Game<Royale, RoyaleInput> = {
  id: 'royale',
  title: 'Rock-paper-scissors royale',
  rule: 'Pick a hand in secret: beat more than beat you, or you are out, with a point for everyone you outlive.',
  seats: { min: 2, max: mostPlayers },
  options: [
    {
      id: 'actions',
      label: 'Hands',
      choices: [
        { value: 3, label: 'Rock, paper, scissors' },
        { value: 5, label: 'Five, with water and flower' },
        { value: 7, label: 'Seven, with snail and hedgehog too' },
      ],
      standard: 3,
    },
    {
      id: 'length',
      label: 'Length',
      choices: [
        { value: 40, label: 'Short' },
        { value: 75, label: 'Medium' },
        { value: 150, label: 'Long' },
      ],
      standard: 75,
    },
  ],
  lasts: 100,
  unit: 'points',
  ticksPerSecond,
  snapshotEvery: 1,
  state: royaleState,
  input: royaleInput,
  idle: { pick: 0 },
  open: false,
  rewinds: false,
  bytesPerPlayer: 1.5,
  endless: false,
  start(seats, seed, { actions = 3, length = 75 }) {
    const state = royaleState.fresh()
    state.actions = actions
    state.lastCall = length * ticksPerSecond
    const chance = { random: seed }
    const places = seats.map((_, place) => place)
    for (const seat of seats) {
      const [place = 0] = places.splice(Math.floor(nextRandom(chance) * places.length), 1)
      fillSlot(state.players, seat, newcomer(place))
    }
    beginRoyale(state)
    return state
  },
  step: stepRoyale,
  botHolds: true,
  join(state, seat) {
    const taken = new Set(state.players.map((player) => player && player.fate !== 'gone' && player.place))
    let place = 0
    while (taken.has(place)) place++
    const fate = state.clock.phase === 'gather' ? 'in' : 'waits'
    fillSlot(state.players, seat, { ...newcomer(place), fate })
  },
  leave(state, seat) {
    const player = state.players[seat]
    if (player) Object.assign(player, { fate: 'gone', pick: 0, hand: 'held' })
  },
  result: (state) => (state.clock.phase === 'over' ? outcome(state) : null),
  isOut(state, seat) {
    const fate = state.players[seat]?.fate
    return fate !== undefined && fate !== 'in'
  },
  // Not even one's own pick leaves the host: then all bytes are the same whatever it is, their number included.
  redact(copy) {
    const { phase } = copy.clock
    if (phase !== 'pick' && phase !== 'drum') return
    for (const player of copy.players) if (player) player.pick = 0
  },
  bot: royaleBot,
}

function newcomer(place: number): Contestant {
  return { place, points: 0, fate: 'in', hand: 'held', pick: 0 }
}

/** By points; whoever left comes after all who stayed. */
function outcome({ players }: Royale): Outcome {
  return rankByScore(
    players,
    ({ points }) => points,
    ({ fate }) => fate === 'gone',
  )
}
