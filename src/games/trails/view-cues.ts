/** What in Trails deserves to be heard and felt, found by comparing two frames. */

import type { Cue } from '../view.ts'
import { court, growth, type Trails } from './world.ts'

const middle = { x: (court.left + court.right) / 2, y: (court.top + court.bottom) / 2 }

export function trailsCues(before: Trails, after: Trails, me: number | null): readonly Cue[] {
  const cues: Cue[] = []
  if (after.phase !== before.phase) cues.push(...turns(after))
  if (before.walked < growth.from && after.walked >= growth.from && after.round === before.round) {
    cues.push({ sound: 'hurry', ...middle, strength: 0.8 })
    for (const [x, y] of [
      [court.left, middle.y],
      [court.right, middle.y],
      [middle.x, court.top],
      [middle.x, court.bottom],
    ] as const)
      cues.push({ burst: 'leaf', x, y, strength: 1 })
  }
  after.walkers.forEach((walker, seat) => {
    const was = before.walkers[seat]
    // Someone who was on their way, in the same round.
    if (!walker?.out || !was || was.out || was.path.length === 0 || walker.path.length < was.path.length)
      return
    const isMe = seat === me
    const at = { x: walker.x, y: walker.y, seat }
    cues.push({
      sound: isMe ? 'out' : 'hit',
      burst: 'spark',
      ...at,
      strength: 1,
      ...(isMe && { shake: 0.35 }),
    })
    cues.push({ burst: 'confetti', ...at, strength: isMe ? 0.5 : 0.1 })
    cues.push({ burst: 'dust', x: at.x, y: at.y, strength: 1 })
  })
  const mine = me === null ? undefined : after.walkers[me]
  const was = me === null ? undefined : before.walkers[me]
  if (mine && was && mine.score > was.score) cues.push({ sound: 'coin', x: mine.x, y: mine.y, strength: 0.5 })
  return cues
}

function turns({ phase, winner, walkers, round }: Trails): readonly Cue[] {
  const walker = walkers[winner - 1]
  switch (phase) {
    case 'ready':
      return round > 1 ? [{ sound: 'round', ...middle, strength: 0.7 }] : []
    case 'run':
      return [{ sound: 'go', ...middle, strength: 0.8 }]
    case 'pause':
      if (!walker) return [{ sound: 'reveal', ...middle, strength: 0.6 }]
      return [{ sound: 'score', burst: 'confetti', x: walker.x, y: walker.y - 20, strength: 0.8 }]
    case 'over':
      return []
  }
}
