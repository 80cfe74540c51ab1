/** How things stand, in one short line. */

import type { Face } from '../view.ts'
import { nameOf } from '../view-words.ts'
import { isInTeams, teamName } from './view-colours.ts'
import { isShower, mostLoad, type Rush, rumbleTicks, untilEruption } from './world.ts'

/** Told only where it matters, since it is also read out. */
export function captionOf(state: Rush, me: number | null, faces: ReadonlyMap<number, Face>): string | null {
  const body = me === null ? undefined : state.players[me]
  if (state.left === 0) return null
  if (body && body.load >= mostLoad) return 'Your sack is full: carry it home!'
  if (isShower(state)) return 'It rains gold! Only what is home counts'
  if (untilEruption(state) < rumbleTicks) return 'The mine rumbles…'
  const lead = leadOf(state, me, faces)
  if (!body || me === null) return lead
  if (!isInTeams(state)) return lead ?? 'Carry coins home: only those count'
  const team = `You gather for the ${teamName(state.members[me]?.team ?? 0)}`
  return lead ? `${team} · ${lead}` : team
}

/** Who is ahead; null while nobody is. */
function leadOf(state: Rush, me: number | null, faces: ReadonlyMap<number, Face>): string | null {
  const banked = state.teams.map((team) => team?.banked ?? 0)
  const most = Math.max(...banked)
  const first = banked.indexOf(most)
  if (most === 0 || banked.lastIndexOf(most) !== first) return null
  if (isInTeams(state)) return `the ${teamName(first)} are ahead`
  if (me !== null && state.members[me]?.team === first) return 'You are ahead'
  const owner = state.members.findIndex((member) => member?.team === first)
  return `${nameOf(owner, faces)} is ahead`
}
