/** The way that a body took on the host, on which its picture elsewhere is found again: that tells how old it is. */

import { apart, type Place } from './bodies.ts'
import type { HostLog } from './host-log.ts'

/** Ticks that a picture may be old, and may be early. */
const oldest = 120
const earliest = 12
/** A picture further off the way than this is nowhere on it, in units. */
const off = 1
/** The host must move a body by this much in a tick to tell one place from the next. */
const standing = 1
/** What a picture that is a tick older or younger than the last one weighs, against its distance in units. */
const unlikely = 0.1

export class Track {
  readonly #host: HostLog
  readonly #seat: number
  #last: { tick: number; age: number } | null = null

  constructor(host: HostLog, seat: number) {
    this.#host = host
    this.#seat = seat
  }

  /** The tick of the last picture that was found; null before the first. */
  get last(): number | null {
    return this.#last?.tick ?? null
  }

  /** The tick, with its fraction, at which the body was where it is drawn; null where that cannot be told. */
  find(drawn: Place, present: number): number | null {
    // Ways cross themselves: of two places that fit alike, the one about as old as the last is meant.
    const expected = present - (this.#last?.age ?? 0)
    let best: { tick: number; cost: number } | null = null
    for (let tick = Math.ceil(present) + earliest; tick > present - oldest; tick--) {
      const from = this.#host.bodyAt(this.#seat, tick - 1)
      const to = this.#host.bodyAt(this.#seat, tick)
      if (!from || !to) continue
      const length = apart(from, to)
      if (length < standing) continue
      const along =
        ((drawn.x - from.x) * (to.x - from.x) + (drawn.y - from.y) * (to.y - from.y)) / length ** 2
      const share = Math.max(0, Math.min(1, along))
      const near = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
      const distance = apart(drawn, near)
      if (distance > off || this.#isEnd(share, tick)) continue
      const place = tick - 1 + share
      const cost = distance + Math.abs(place - expected) * unlikely
      if (!best || cost < best.cost) best = { tick: place, cost }
    }
    if (!best) return null
    this.#last = { tick: best.tick, age: present - best.tick }
    return best.tick
  }

  /** Where a body comes to a stand, or sets out, its picture fits whatever its age is. */
  #isEnd(share: number, tick: number): boolean {
    if (share > 0 && share < 1) return false
    return (this.#host.stepAt(this.#seat, share === 0 ? tick - 1 : tick + 1) ?? 0) < standing
  }
}
