/** What on the platform deserves to be heard and felt, found by comparing two frames. */

import type { Cue } from '../view.ts'
import { at, radiusOf, shaking } from './platform.ts'
import { footing } from './view-platform.ts'
import { type Body, bodyRadius, middle, mostReel, type Sumo, splashTick, stands } from './world.ts'

/** A change of speed within one frame, in units a second, that nobody makes by walking. */
const bumped = 90
/** Farther than this within one frame nobody slides: a new round began. */
const jumped = 120

export function sumoCues(before: Sumo, after: Sumo, me: number | null): readonly Cue[] {
  const cues: Cue[] = [...phaseCues(before, after, me)]
  if (before.round !== after.round) return cues
  cues.push(...plankCues(before, after))
  for (let seat = 0; seat < after.players.length; seat++) {
    const [was, body] = [before.players[seat], after.players[seat]]
    if (was && body) cues.push(...bodyCues(was, body, seat, seat === me))
  }
  return cues
}

function phaseCues(before: Sumo, after: Sumo, me: number | null): readonly Cue[] {
  if (before.phase === after.phase && before.round === after.round) return []
  const here = { x: middle.x, y: middle.y }
  switch (after.phase) {
    case 'ready':
      return [{ sound: 'round', ...here, strength: 0.7 }]
    case 'play':
      return [{ sound: 'go', ...here, strength: 0.9 }]
    case 'settled': {
      const seat = after.champion - 1
      const champion = after.players[seat]
      if (!champion) return [{ sound: 'round', ...here, strength: 0.6 }]
      const place = { x: champion.x, y: champion.y - bodyRadius }
      return [{ sound: seat === me ? 'win' : 'score', burst: 'confetti', ...place, strength: 0.8 }]
    }
    case 'over':
      return []
  }
}

/** The first tremor is a warning; then they crack. */
function plankCues(before: Sumo, after: Sumo): readonly Cue[] {
  if (after.left < before.left) {
    const radius = radiusOf(before.left) - 20
    const dust = [0, 1, 2, 3, 4, 5, 6, 7].map((nth): Cue => {
      const { x, y } = at(nth * 128, radius)
      return { burst: 'dust', x, y: y + footing, strength: 1 }
    })
    return [{ sound: 'hit', x: middle.x, y: middle.y, strength: 0.9, shake: 0.35 }, ...dust]
  }
  const trembles = shaking(after) > 0 && shaking(before) === 0
  return trembles ? [{ sound: 'hurry', x: middle.x, y: middle.y, strength: 0.9 }] : []
}

function bodyCues(was: Body, body: Body, seat: number, isMine: boolean): readonly Cue[] {
  const { x, y } = body
  if (was.fall > 0 && was.fall < splashTick && body.fall >= splashTick) {
    const wet: Cue = { sound: 'spill', x, y, strength: isMine ? 1 : 0.6 }
    return isMine
      ? [
          { ...wet, shake: 0.2 },
          { sound: 'out', x, y, strength: 0.8 },
        ]
      : [wet]
  }
  if (!stands(body) || !stands(was) || Math.hypot(x - was.x, y - was.y) > jumped) return []
  const cues: Cue[] = []
  const dashed = body.rest > was.rest
  if (dashed) {
    cues.push({ sound: 'dash', burst: 'dust', x, y: y + footing, strength: isMine ? 1 : 0.5 })
  }
  if (body.reel > was.reel + 1) {
    const strength = Math.min(1, 0.3 + (0.7 * body.reel) / mostReel)
    cues.push({ sound: 'hit', burst: 'spark', x, y, strength, seat, ...(strength > 0.6 && { shake: 0.22 }) })
    cues.push({ burst: 'dust', x, y: y + footing, strength })
  } else if (!dashed && Math.hypot(body.vx - was.vx, body.vy - was.vy) > bumped) {
    const strength = Math.min(1, Math.hypot(body.vx - was.vx, body.vy - was.vy) / 400)
    cues.push({ sound: 'bump', burst: 'dust', x, y: y + footing * 0.6, strength })
  }
  return cues
}
