/** Who gathers for whom: one team per player in a small party, two to four teams in a larger one. */

import { fillSlot } from '../../netcode/collections.ts'
import { height, width } from '../field.ts'
import type { Outcome } from '../game.ts'
import { rankByScore } from '../ranking.ts'
import { landFor } from './land-plans.ts'
import { bodyRadius, hedge, type Rush, showerTicks } from './world.ts'

/** How many teams there are at the start. Even sizes are worth more than many teams. */
export function teamCount(players: number, teamsFrom: number): number {
  if (players < teamsFrom) return Math.max(1, players)
  return [4, 3, 2].find((count) => players % count === 0 && players / count >= 2) ?? 2
}

/** A seat joins a team and stands at its base, the `place`th there. */
export function sitDown(state: Rush, seat: number, team: number, place: number): void {
  const land = landFor(state.teams.length)
  const base = land.bases[team] ?? land.middle
  // Towards the middle first, then around, in widening rings.
  const steps = [0, 1, -1, 2, -2, 3, -3, 4]
  const step = steps[place % steps.length] ?? 0
  const far = 40 + 56 * Math.floor(place / steps.length)
  const dx = land.middle.x - base.x
  const dy = land.middle.y - base.y
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  const [along, across] = offsets[step + 3] ?? [1, 0]
  const edge = hedge + bodyRadius
  const x = base.x + ((dx * along - dy * across) / length) * far
  const y = base.y + ((dy * along + dx * across) / length) * far
  fillSlot(state.members, seat, { team })
  fillSlot(state.players, seat, {
    x: Math.max(edge, Math.min(width - edge, x)),
    y: Math.max(edge, Math.min(height - edge, y)),
    ...{ vx: 0, vy: 0, mx: 0, my: 0, load: 0, dash: 0, pressed: false, grace: 0 },
  })
}

/** Eighths of a turn, from −3 to 4, as shares along and across. */
const slant = Math.SQRT1_2
const offsets: readonly (readonly [number, number])[] = [
  [-slant, -slant],
  [0, -1],
  [slant, -slant],
  [1, 0],
  [slant, slant],
  [0, 1],
  [-slant, slant],
  [-1, 0],
]

/** How many are in each team now. */
export function teamSizes(state: Rush): number[] {
  const sizes = state.teams.map(() => 0)
  state.players.forEach((body, seat) => {
    const team = state.members[seat]?.team ?? 0
    if (body) sizes[team] = (sizes[team] ?? 0) + 1
  })
  return sizes
}

/** Late comers help whom it helps most: the smallest team, and among those the poorest. */
export function neediestTeam(state: Rush): number {
  const sizes = teamSizes(state)
  const need = (team: number) => (sizes[team] ?? 0) * 0x10000 + (state.teams[team]?.banked ?? 0)
  return sizes.reduce((best, _, team) => (need(team) < need(best) ? team : best), 0)
}

/** Somebody changes sides where a team has two more than another; not any more once the gold rains. */
export function balance(state: Rush): void {
  if (state.left <= showerTicks) return
  const sizes = teamSizes(state)
  const largest = sizes.indexOf(Math.max(...sizes))
  const smallest = neediestTeam(state)
  if ((sizes[largest] ?? 0) - (sizes[smallest] ?? 0) < 2) return
  // Whoever carries least minds least.
  let who = -1
  state.players.forEach((body, seat) => {
    if (!body || state.members[seat]?.team !== largest) return
    if (who < 0 || body.load <= (state.players[who]?.load ?? 0)) who = seat
  })
  const member = state.members[who]
  if (member) member.team = smallest
}

/** Teams by what they brought home; everyone of a team shares its rank, whoever left too. */
export function outcomeOf(state: Rush): Outcome {
  return rankByScore(state.members, ({ team }) => state.teams[team]?.banked ?? 0)
}
