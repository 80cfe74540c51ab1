/** What happens in one tick of the gold rush, and who comes and goes. */

import type { Moment, Options } from '../game.ts'
import { landFor } from './land-plans.ts'
import { type Person, pushApart, walk } from './rules-bodies.ts'
import { bank, dropAll, gather, rollCoins, spill } from './rules-gold.ts'
import { mint, strew } from './rules-mint.ts'
import { balance, neediestTeam, sitDown, teamCount, teamSizes } from './rules-teams.ts'
import { type Rush, type RushInput, ticksPerSecond } from './world.ts'

export function startRush(seats: readonly number[], seed: number, options: Options): Rush {
  const count = teamCount(seats.length, options.teams ?? 6)
  const state: Rush = {
    ...{ players: [], members: [], gold: { coins: [] }, random: seed, lull: 0 },
    teams: Array.from({ length: count }, () => ({ banked: 0 })),
    left: (options.length ?? 90) * ticksPerSecond,
    // Every base was served: the first gold looks for a new spot.
    ...{ spot: { x: 0, y: 0 }, first: 0, served: count },
  }
  seats.forEach((seat, i) => {
    sitDown(state, seat, i % count, Math.floor(i / count))
  })
  strew(state, landFor(count), seats.length)
  return state
}

export function stepRush(state: Rush, moment: Moment<RushInput>): void {
  if (state.left === 0) return
  state.left--
  const land = landFor(state.teams.length)
  const people = peopleOf(state)
  for (const person of people) walk(person, land, moment.inputs[person.seat])
  pushApart(people, land, (victim, closing, nx, ny) => spill(state, victim, closing, nx, ny))
  rollCoins(state, land)
  gather(state, people)
  bank(state, people, land)
  mint(state, land, people.length)
}

/** Everyone who is here, in the order of their seats. */
export function peopleOf({ players, members }: Rush): Person[] {
  const people: Person[] = []
  for (let seat = 0; seat < players.length; seat++) {
    const body = players[seat]
    if (body) people.push({ seat, body, team: members[seat]?.team ?? 0 })
  }
  return people
}

/** Late comers start at the base of the team that needs them most, with an empty sack. */
export function arrive(state: Rush, seat: number): void {
  const team = neediestTeam(state)
  sitDown(state, seat, team, teamSizes(state)[team] ?? 0)
}

export function depart(state: Rush, seat: number): void {
  const body = state.players[seat]
  if (!body) return
  dropAll(state, body)
  state.players[seat] = undefined
  balance(state)
}
