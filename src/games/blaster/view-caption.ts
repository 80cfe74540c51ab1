/** One line on how things stand. */

import type { Face } from '../view.ts'
import { clockOf, nameOf } from '../view-words.ts'
import type { Blaster } from './world.ts'

export function captionOf(
  { fighters, goal, left, over }: Blaster,
  me: number | null,
  faces: ReadonlyMap<number, Face>,
): string {
  const whoIs = (seat: number) => (seat === me ? 'You' : nameOf(seat, faces))
  const own = me === null ? undefined : fighters[me]
  if (own && !own.left && own.out > 0 && !over)
    return `${own.by > 0 ? `Splat! ${whoIs(own.by - 1)} got you` : 'Splat!'} · back in ${Math.ceil(own.out / 60)}`
  const time = clockOf(left / 60)
  const most = fighters.reduce((best, it) => (it && !it.left ? Math.max(best, it.score) : best), 0)
  const rule = goal > 0 ? `First to ${goal} hits` : 'Most hits in the time'
  if (most === 0 && !over) return `${rule} · ${time}`
  const leaders = [...fighters.keys()].filter((seat) => {
    const it = fighters[seat]
    return it && !it.left && it.score === most
  })
  const [first = 0] = leaders
  if (over) return leaders.length > 1 ? 'A draw!' : `${whoIs(first)} ${first === me ? 'win' : 'wins'}!`
  const hits = goal > 0 ? `${most} of ${goal}` : `${most} ${most === 1 ? 'hit' : 'hits'}`
  if (leaders.length > 1) return `${leaders.length} lead with ${hits} · ${time}`
  return `${whoIs(first)} ${first === me ? 'lead' : 'leads'} with ${hits} · ${time}`
}
