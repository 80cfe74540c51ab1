/** What in the meadow deserves to be heard and felt, found by comparing two frames. */

import { height, width } from '../field.ts'
import type { Cue } from '../view.ts'
import { type Ball, type Body, ballRadius, bodyRadius, hedge, type Meadow } from './world.ts'

/** A change of speed within one frame, in units a second, that no walker makes by itself. */
const bumped = 120
const bounced = 110
/** World units between two steps that one hears of oneself. */
const stride = 58

export function meadowCues(before: Meadow, after: Meadow): readonly Cue[] {
  const cues: Cue[] = []
  if (after.goals !== before.goals) cues.push(...goal(before.ball))
  let kicked = false
  after.players.forEach((body, seat) => {
    const was = before.players[seat]
    if (!body || !was) return
    if (body.kick > was.kick) {
      kicked = true
      cues.push(...kick(body, before.ball, after.ball))
    } else if (change(was, body) > bumped && !jumped(was, body)) {
      const strength = Math.min(1, change(was, body) / 400)
      cues.push({ sound: 'bump', burst: 'dust', x: body.x, y: body.y + bodyRadius * 0.5, strength })
    }
  })
  if (!kicked) cues.push(...bounce(before.ball, after.ball))
  return cues
}

/** One's own steps, soft and in the rhythm of the feet. */
export class Strides {
  #walked = 0

  cues(before: Meadow, after: Meadow, me: number | null): readonly Cue[] {
    const was = me === null ? undefined : before.players[me]
    const body = me === null ? undefined : after.players[me]
    if (!was || !body || jumped(was, body)) return []
    this.#walked += Math.hypot(body.x - was.x, body.y - was.y)
    if (this.#walked < stride) return []
    this.#walked %= stride
    return [{ sound: 'step', x: body.x, y: body.y, strength: 0.4 }]
  }
}

function goal({ x, y }: Ball): readonly Cue[] {
  const at = { x: x < width / 2 ? hedge + 30 : width - hedge - 30, y }
  return [
    { sound: 'score', burst: 'confetti', ...at, strength: 1, shake: 0.4 },
    { burst: 'leaf', ...at, strength: 1 },
  ]
}

function kick(body: Body, before: Ball, after: Ball): readonly Cue[] {
  const far = Math.hypot(before.x - body.x, before.y - body.y)
  const met = far < bodyRadius + ballRadius + 60 && change(before, after) > 150
  if (!met) return [{ sound: 'kick', burst: 'dust', x: body.x, y: body.y + bodyRadius * 0.7, strength: 0.25 }]
  return [{ sound: 'kick', burst: 'spark', x: after.x, y: after.y, strength: 0.9, shake: 0.12 }]
}

/** Off the hedge, with leaves, or off somebody. */
function bounce(before: Ball, after: Ball): readonly Cue[] {
  const hit = change(before, after)
  if (hit < bounced || before.away > 0 || after.away > 0) return []
  const strength = Math.min(1, hit / 900)
  const edge = hedge + ballRadius + 14
  const atHedge = after.x < edge || after.x > width - edge || after.y < edge || after.y > height - edge
  const at = { x: after.x, y: after.y }
  return [atHedge ? { sound: 'bump', burst: 'leaf', ...at, strength } : { sound: 'bump', ...at, strength }]
}

function change(before: { vx: number; vy: number }, after: { vx: number; vy: number }): number {
  return Math.hypot(after.vx - before.vx, after.vy - before.vy)
}

/** Put somewhere else, not walked there. */
function jumped(before: Body, after: Body): boolean {
  return Math.hypot(after.x - before.x, after.y - before.y) > 100
}
