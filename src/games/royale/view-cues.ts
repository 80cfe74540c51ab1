/** What in a royale deserves to be heard and felt, found by comparing two frames. */

import type { Cue, Pose } from '../view.ts'
import { middle } from './view-ring.ts'
import { type Clock, fallsAfter, lasts, type Royale, standing, ticksPerSecond } from './world.ts'

type PoseOf = (seat: number) => Pose

const beatsOfDrum = 3

export function royaleCues(before: Royale, after: Royale, me: number | null, poseOf: PoseOf): Cue[] {
  const here = { ...middle, strength: 0.7 }
  const [was, now] = [before.clock, after.clock]
  // Two frames far apart, as of a screen that slept: what happened between them is over.
  if (after.royale !== before.royale && now.phase !== 'gather') return []
  const isNew = now.phase !== was.phase || after.round !== before.round || after.royale !== before.royale
  const cues: Cue[] = isNew ? entered(after, poseOf) : []
  switch (now.phase) {
    case 'pick':
      cues.push(...picked(before, after, me, poseOf))
      if (!isNew && secondsLeft(now) < secondsLeft(was) && secondsLeft(now) < 3)
        cues.push({ sound: 'hurry', ...here, strength: 0.5 })
      break
    case 'drum':
      if (isNew || beatOf(now) !== beatOf(was)) cues.push({ sound: 'countdown', ...here })
      break
    case 'reveal':
      if (!isNew && passed(was) < fallsAfter && passed(now) >= fallsAfter)
        cues.push(...fell(after, me, poseOf))
      break
    default:
      break
  }
  return cues
}

function entered(state: Royale, poseOf: PoseOf): Cue[] {
  const here = { ...middle, strength: 0.7 }
  switch (state.clock.phase) {
    case 'gather':
      return [{ sound: 'round', ...here }]
    case 'pick':
      return [{ sound: 'turn', ...here }]
    case 'reveal':
      return [{ sound: 'reveal', ...here, strength: 1, shake: 0.16 }]
    case 'crown':
      return standing(state).flatMap((seat, i): Cue[] => {
        const at = { x: middle.x, y: poseOf(seat).y - 40, strength: 1 }
        return [
          { burst: 'confetti', seat, ...at },
          { burst: 'confetti', ...at },
          ...(i === 0 ? [{ sound: 'win' as const, ...at }] : []),
        ]
      })
    default:
      return []
  }
}

/** Somebody made up their mind. One's own pick is heard where it is made. */
function picked(before: Royale, after: Royale, me: number | null, poseOf: PoseOf): Cue[] {
  return after.players.flatMap((player, seat): Cue[] => {
    const was = before.players[seat]
    if (seat === me || player?.hand !== 'picked' || !was || was.hand === 'picked') return []
    const { x, y } = poseOf(seat)
    return [{ sound: 'place', x, y, strength: 0.35 }]
  })
}

function fell(state: Royale, me: number | null, poseOf: PoseOf): Cue[] {
  const cues: Cue[] = []
  state.players.forEach((player, seat) => {
    if (player?.fate !== 'falls') return
    const { x, y, radius } = poseOf(seat)
    if (cues.length < 8) cues.push({ burst: 'dust', x, y: y + radius * 0.6, strength: 0.8 })
    if (seat === me) cues.push({ sound: 'out', x, y, strength: 1 })
  })
  const isMine = me !== null && state.players[me]?.fate === 'falls'
  if (cues.length > 0 && !isMine) cues.push({ sound: 'bump', ...middle, strength: 0.7 })
  const mine = me === null ? undefined : state.players[me]
  if (mine?.fate === 'in' && cues.length > 0 && me !== null) {
    const { x, y } = poseOf(me)
    cues.push({ sound: 'score', burst: 'spark', x, y, strength: 0.6 })
  }
  return cues
}

function secondsLeft({ left }: Clock): number {
  return Math.ceil(Math.max(0, left - lasts.grace) / ticksPerSecond)
}

function passed({ of, left }: Clock): number {
  return of - left
}

function beatOf(clock: Clock): number {
  return Math.floor((passed(clock) * beatsOfDrum) / Math.max(1, clock.of))
}
