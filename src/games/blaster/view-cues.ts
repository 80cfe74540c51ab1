/** What in a blaster match deserves to be heard and felt, found by comparing two frames. */

import type { Cue } from '../view.ts'
import { placeOf } from './view-berries.ts'
import { type Berry, type Blaster, bodyRadius, type Fighter, splashTicks } from './world.ts'

/** Others' shots and splashes are softer than one's own. */
const far = 0.4
/** Over a slow network, a berry is well on its way before one knows of it; further, nobody hears it leave any more. */
const heardUpTo = 330

export function blasterCues(before: Blaster, after: Blaster, me: number | null): readonly Cue[] {
  const cues: Cue[] = []
  after.air.berries.forEach((berry, slot) => {
    if (berry) cues.push(...ofBerry(before.air.berries[slot], berry, me))
  })
  after.fighters.forEach((fighter, seat) => {
    const was = before.fighters[seat]
    if (fighter && was && !fighter.left) cues.push(...ofFighter(was, fighter, seat === me, seat))
  })
  return cues
}

function ofBerry(was: Berry | undefined, berry: Berry, me: number | null): readonly Cue[] {
  const same = was !== undefined && was.x === berry.x && was.y === berry.y && was.heading === berry.heading
  const flies = same && was.splash === 0
  const mine = berry.seat === me
  const cues: Cue[] = []
  if (!same && berry.flown < heardUpTo) {
    const { x, y } = placeOf(berry, 36)
    cues.push({ sound: 'shoot', x, y, strength: mine ? 0.8 : far })
  }
  // A splash that is long over is nobody's any more.
  const fresh = berry.splash > splashTicks / 2
  if (!fresh || (!flies && same)) return cues
  const { x, y } = placeOf(berry, berry.flown)
  const { seat } = berry
  if (berry.victim > 0)
    cues.push({
      sound: 'hit',
      burst: 'spark',
      seat,
      x,
      y,
      strength: mine ? 1 : 0.6,
      ...(mine && { shake: 0.12 }),
    })
  else cues.push({ sound: 'spill', burst: 'leaf', x, y, strength: mine ? 0.35 : 0.2 })
  return cues
}

function ofFighter(was: Fighter, fighter: Fighter, mine: boolean, seat: number): readonly Cue[] {
  const { x, y } = fighter
  const cues: Cue[] = []
  if (fighter.outs !== was.outs && fighter.out > 0)
    cues.push({ sound: 'out', burst: 'dust', x, y, strength: mine ? 1 : 0.3, ...(mine && { shake: 0.3 }) })
  if (mine && fighter.score > was.score) cues.push({ sound: 'score', x, y, strength: 0.8 })
  if (fighter.roll > was.roll)
    cues.push({ sound: 'dash', burst: 'dust', x, y: y + bodyRadius * 0.7, strength: mine ? 0.7 : 0.25 })
  if (fighter.guard > was.guard && was.out > 0)
    cues.push({
      ...(mine && { sound: 'reveal' as const }),
      burst: 'spark',
      seat,
      x,
      y,
      strength: mine ? 0.6 : 0.3,
    })
  if (mine && was.store === 0 && fighter.store > 0) cues.push({ sound: 'pick', x, y, strength: 0.3 })
  return cues
}
