/** Somebody who keeps away from the edge, runs at those who are near it, and dashes when it looks good. */

import type { Bot } from '../game.ts'
import { drumRadius, drumsOf, safeRadius } from './platform.ts'
import {
  type Body,
  bodyRadius,
  dashes,
  middle,
  type Sumo,
  type SumoInput,
  stands,
  walkingSpeed,
} from './world.ts'

interface Skill {
  /** Ticks between two looks at the field: who looks rarely reacts late. */
  readonly looks: readonly [least: number, more: number]
  /** Radians by which the aim is off, at most. */
  readonly aim: number
  /** Units from the edge at which it minds the edge. */
  readonly care: number
  /** How often a good moment for a dash is used. */
  readonly dash: number
  /** How often a dash is used to save itself. */
  readonly save: number
  /** How often it steps out of the way of somebody who runs at it. */
  readonly dodge: number
}

const skills = {
  gentle: { looks: [12, 10], aim: 0.34, care: 64, dash: 0.34, save: 0.4, dodge: 0.2 },
  fair: { looks: [11, 9], aim: 0.28, care: 66, dash: 0.4, save: 0.45, dodge: 0.25 },
  sharp: { looks: [10, 8], aim: 0.22, care: 68, dash: 0.45, save: 0.5, dodge: 0.3 },
} as const satisfies Readonly<Record<string, Skill>>

interface Way {
  readonly x: number
  readonly y: number
}

const still: SumoInput = { x: 0, y: 0, dash: false }
/** Seconds ahead that a bot sees itself slide. */
const foresight = 0.3
const dashReach = 215

export const sumoBot: Bot<Sumo, SumoInput> = {
  play(seat, random, strength) {
    const skill: Skill = skills[strength]
    // Each has a side on which it likes to circle, and a temper.
    const side = random() < 0.5 ? 1 : -1
    const temper = 0.75 + random() * 0.5
    let nextLook = 0
    let held: SumoInput = still
    return {
      next(state, tick) {
        const body = state.players[seat]
        if (!body || !stands(body) || state.phase !== 'play') {
          nextLook = 0
          held = still
          return still
        }
        if (nextLook === 0) nextLook = tick + random() * 20
        if (tick < nextLook) return held.dash ? { ...held, dash: false } : held
        nextLook = tick + skill.looks[0] + random() * skill.looks[1]
        held = new Look(state, seat, body, skill, random).decide(side, temper)
        return held
      },
    }
  },
}

/** One look at the field, and what to do about it. */
class Look {
  readonly #state: Sumo
  readonly #seat: number
  readonly #body: Body
  readonly #skill: Skill
  readonly #random: () => number
  readonly #safe: number

  constructor(state: Sumo, seat: number, body: Body, skill: Skill, random: () => number) {
    this.#state = state
    this.#seat = seat
    this.#body = body
    this.#skill = skill
    this.#random = random
    this.#safe = safeRadius(state)
  }

  decide(side: number, temper: number): SumoInput {
    const { x, y, vx, vy, rest } = this.#body
    const ahead = fromMiddle(x + vx * foresight, y + vy * foresight)
    const care = Math.min(this.#skill.care, this.#safe * 0.55)
    if (ahead > this.#safe - care) return this.#flee(ahead)
    const threat = this.#threat()
    if (threat && this.#random() < this.#skill.dodge) return this.#dodge(threat, side)
    const target = this.#target()
    if (!target) return this.#go(this.#roam(side), false)
    const way = this.#attack(target)
    const lined = rest === 0 && this.#isLinedUp(target)
    return this.#go(way, lined && this.#random() < this.#skill.dash * temper)
  }

  /** Back to the middle, with a dash where walking would not do. */
  #flee(ahead: number): SumoInput {
    const { x, y, vx, vy, rest } = this.#body
    const out = (vx * (x - middle.x) + vy * (y - middle.y)) / (fromMiddle(x, y) || 1)
    const isLost = ahead > this.#safe && out > 170
    return this.#go(
      { x: middle.x - x, y: middle.y - y },
      isLost && rest === 0 && this.#random() < this.#skill.save,
    )
  }

  /** Somebody who comes at it fast. */
  #threat(): Body | null {
    const { x, y } = this.#body
    for (const other of this.#others()) {
      const dx = x - other.x
      const dy = y - other.y
      const far = Math.hypot(dx, dy) || 1
      const closing = (other.vx * dx + other.vy * dy) / far
      if (far < 230 && closing > walkingSpeed * 0.8 && (other.rest === 0 || dashes(other))) return other
    }
    return null
  }

  #dodge(threat: Body, side: number): SumoInput {
    const dx = this.#body.x - threat.x
    const dy = this.#body.y - threat.y
    const toMiddle = { x: middle.x - this.#body.x, y: middle.y - this.#body.y }
    const sign = -dy * toMiddle.x + dx * toMiddle.y || side
    return this.#go(
      { x: Math.sign(sign) * -dy + toMiddle.x * 0.3, y: Math.sign(sign) * dx + toMiddle.y * 0.3 },
      false,
    )
  }

  /** Whom it is best to push: near, near the edge, further out than oneself, and not in a crowd. */
  #target(): Body | null {
    const own = fromMiddle(this.#body.x, this.#body.y)
    let best: Body | null = null
    let least = Number.POSITIVE_INFINITY
    for (const other of this.#others()) {
      const far = Math.hypot(other.x - this.#body.x, other.y - this.#body.y)
      const out = fromMiddle(other.x, other.y)
      const cost =
        far - out * 0.5 + (out < own ? 120 : 0) + this.#crowdAround(other) * 55 + this.#random() * 60
      if (cost >= least) continue
      best = other
      least = cost
    }
    return best
  }

  #crowdAround(target: Body): number {
    let count = 0
    for (const other of this.#others())
      if (other !== target && Math.hypot(other.x - target.x, other.y - target.y) < 95) count++
    return count
  }

  /** Runs at a point a little inside of the target, so that the push goes outward. */
  #attack(target: Body): Way {
    const { x, y } = this.#body
    const out = fromMiddle(target.x, target.y) || 1
    const ox = (target.x - middle.x) / out
    const oy = (target.y - middle.y) / out
    const dx = target.x + target.vx * 0.15 - x
    const dy = target.y + target.vy * 0.15 - y
    const far = Math.hypot(dx, dy) || 1
    const inside = (dx * ox + dy * oy) / far
    // Not behind it yet: first around to the inside.
    const round = inside < 0.3 ? Math.min(90, far * 0.7) : 10
    return { x: dx - ox * round, y: dy - oy * round }
  }

  #isLinedUp(target: Body): boolean {
    const { x, y } = this.#body
    const dx = target.x - x
    const dy = target.y - y
    const far = Math.hypot(dx, dy) || 1
    if (far > dashReach) return false
    // Where the push would take it, and where a miss would take oneself.
    const pushed = fromMiddle(target.x + (dx / far) * 150, target.y + (dy / far) * 150)
    const missed = fromMiddle(x + (dx / far) * 190, y + (dy / far) * 190)
    const worth = pushed > this.#safe || pushed > fromMiddle(target.x, target.y) + 90
    return worth && (missed < this.#safe + 60 || far < 110)
  }

  /** Nobody to push: about the middle, in circles. */
  #roam(side: number): Way {
    const dx = this.#body.x - middle.x
    const dy = this.#body.y - middle.y
    return { x: -dy * side - dx * 0.5, y: dx * side - dy * 0.5 }
  }

  /** That way, off by what the aim is, and around the drums. */
  #go(way: Way, dash: boolean): SumoInput {
    let { x, y } = unit(way)
    for (const drum of drumsOf(this.#state)) {
      const dx = this.#body.x - drum.x
      const dy = this.#body.y - drum.y
      const far = Math.hypot(dx, dy) || 1
      const near = 1 - (far - bodyRadius - drumRadius) / 60
      if (near <= 0 || x * dx + y * dy > 0) continue
      x += (dx / far) * near * 0.9
      y += (dy / far) * near * 0.9
    }
    const off = (this.#random() * 2 - 1) * this.#skill.aim
    const [sin, cos] = [Math.sin(off), Math.cos(off)]
    const aimed = unit({ x: x * cos - y * sin, y: x * sin + y * cos })
    return { ...aimed, dash }
  }

  *#others(): Iterable<Body> {
    const { players } = this.#state
    for (let seat = 0; seat < players.length; seat++) {
      const other = players[seat]
      if (other && seat !== this.#seat && stands(other)) yield other
    }
  }
}

function fromMiddle(x: number, y: number): number {
  return Math.hypot(x - middle.x, y - middle.y)
}

function unit({ x, y }: Way): Way {
  const length = Math.hypot(x, y)
  return length > 0 ? { x: x / length, y: y / length } : { x: 0, y: 0 }
}
