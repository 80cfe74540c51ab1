/** What in the gold rush deserves to be heard and felt, found by comparing two frames. */

import type { Cue } from '../view.ts'
import { isAtBase, type Land } from './land.ts'
import { landFor } from './land-plans.ts'
import { chestAt } from './view-bases.ts'
import {
  type Body,
  bodyRadius,
  eruptEvery,
  isShower,
  type Rush,
  rumbleTicks,
  showerTicks,
  ticksPerSecond,
  untilEruption,
} from './world.ts'

/** A change of speed within one frame, in units a second, that no walker makes by itself. */
const bumped = 150
/** World units between two steps that one hears of oneself. */
const stride = 58
/** Two frames that are further apart than this, in ticks, have little to do with each other. */
const longJump = 90
const hurrySeconds = 10

export function rushCues(before: Rush, after: Rush, me: number | null): readonly Cue[] {
  const passed = before.left - after.left
  if (passed < 0 || passed > longJump || before.teams.length !== after.teams.length) return []
  const land = landFor(after.teams.length)
  const cues: Cue[] = []
  after.players.forEach((body, seat) => {
    const was = before.players[seat]
    if (!body || !was) return
    const team = after.members[seat]?.team ?? 0
    cues.push(...bodyCues(was, body, { seat, isMe: seat === me, isHome: isAtBase(land, team, body) }))
    if (seat === me && was.load > 0 && body.load === 0 && isAtBase(land, team, body)) {
      cues.push({ sound: 'score', burst: 'spark', ...chestAt(land, team), strength: 0.8, seat })
    }
  })
  cues.push(...mineCues(before, after, land), ...clockCues(before, after, land))
  return cues
}

function bodyCues(
  was: Body,
  body: Body,
  { seat, isMe, isHome }: { seat: number; isMe: boolean; isHome: boolean },
): readonly Cue[] {
  const at = { x: body.x, y: body.y }
  const feet = { x: body.x, y: body.y + bodyRadius * 0.6 }
  if (body.grace > was.grace) {
    const strength = Math.min(1, 0.45 + (was.load - body.load) * 0.09)
    return [
      { sound: 'spill', burst: 'spark', ...at, strength, ...(isMe && { shake: 0.3 }) },
      { sound: 'hit', burst: 'dust', ...feet, strength: strength * 0.8 },
    ]
  }
  const cues: Cue[] = []
  if (body.dash > was.dash) cues.push({ sound: 'dash', burst: 'dust', ...feet, strength: isMe ? 0.8 : 0.35 })
  else if (Math.hypot(body.vx - was.vx, body.vy - was.vy) > bumped && !jumped(was, body))
    cues.push({ sound: 'bump', burst: 'dust', ...feet, strength: isMe ? 0.6 : 0.25 })
  if (!isMe) return cues
  if (body.load > was.load) {
    const many = body.load - was.load
    cues.push({
      sound: 'coin',
      ...at,
      strength: Math.min(1, 0.45 + many * 0.12),
      ...(many > 2 && { burst: 'spark' as const }),
    })
  } else if (body.load < was.load && isHome) {
    cues.push({ sound: 'pick', ...at, strength: 0.55, seat })
  }
  return cues
}

function mineCues(before: Rush, after: Rush, { middle }: Land): readonly Cue[] {
  if (after.left === 0) return []
  const cues: Cue[] = []
  const rumbles = untilEruption(after) <= rumbleTicks && untilEruption(before) > rumbleTicks
  if (rumbles) cues.push({ sound: 'reveal', burst: 'dust', ...middle, strength: 0.5 })
  if (
    Math.floor(before.left / eruptEvery) > Math.floor((after.left - 1) / eruptEvery) &&
    untilEruption(before) > 0
  ) {
    const top = { x: middle.x, y: middle.y - 40 }
    cues.push({ sound: 'shoot', burst: 'spark', ...top, strength: 0.8, shake: 0.12 })
    cues.push({ burst: 'dust', ...top, strength: 1 })
  }
  return cues
}

function clockCues(before: Rush, after: Rush, land: Land): readonly Cue[] {
  const { middle } = land
  if (isShower(after) && !isShower(before) && after.left > showerTicks - longJump) {
    return [{ sound: 'round', burst: 'confetti', x: middle.x, y: middle.y - 60, strength: 1 }]
  }
  const seconds = (state: Rush) => Math.ceil(state.left / ticksPerSecond)
  if (after.left === 0 && before.left > 0) return ending(after, land)
  if (seconds(after) >= seconds(before) || seconds(after) > hurrySeconds) return []
  return [{ sound: 'hurry', ...middle, strength: 1 - seconds(after) / (hurrySeconds * 1.4) }]
}

/** Confetti at the fullest chests. */
function ending({ teams }: Rush, land: Land): readonly Cue[] {
  const most = Math.max(...teams.map((team) => team?.banked ?? 0))
  return teams.flatMap((team, i): Cue[] =>
    team?.banked === most ? [{ burst: 'confetti', ...chestAt(land, i), strength: 1 }] : [],
  )
}

/** One's own steps, soft and in the rhythm of the feet. */
export class Strides {
  #walked = 0

  cues(before: Rush, after: Rush, me: number | null): readonly Cue[] {
    const was = me === null ? undefined : before.players[me]
    const body = me === null ? undefined : after.players[me]
    if (!was || !body || jumped(was, body)) return []
    this.#walked += Math.hypot(body.x - was.x, body.y - was.y)
    if (this.#walked < stride) return []
    this.#walked %= stride
    return [{ sound: 'step', x: body.x, y: body.y, strength: 0.35 }]
  }
}

/** Put somewhere else, not walked there. */
function jumped(before: Body, after: Body): boolean {
  return Math.hypot(after.x - before.x, after.y - before.y) > 100
}
