/** Somebody who gathers, keeps an eye on the rich, and remembers to go home; more or less well. */

import type { Bot, BotBrain, Strength } from '../game.ts'
import { bestCoin, type Goal, homeward, type Rival, rivalsOf, victimOf } from './bot-eye.ts'
import { type Way, wayTo } from './bot-way.ts'
import { isAtBase } from './land.ts'
import { landFor } from './land-plans.ts'
import { type Body, isShower, type Rush, type RushInput, ticksPerSecond } from './world.ts'

interface Skill {
  /** Ticks from one look around to the next: reaction. */
  readonly look: number
  /** Coins to go home with, from and to: planning. */
  readonly sack: readonly [number, number]
  /** Seconds to spare at the end, from and to; who has less than none comes too late. */
  readonly spare: readonly [number, number]
  /** How often a chance to bump somebody is taken. */
  readonly bite: number
  /** How far one keeps away from bumpers while carrying. */
  readonly care: number
  /** Looks in which one does not see anything. */
  readonly dreams: number
}

const skills: Readonly<Record<Strength, Skill>> = {
  gentle: { look: 27, sack: [5, 17], spare: [-0.6, 2.5], bite: 0.2, care: 80, dreams: 0.11 },
  fair: { look: 22, sack: [6, 15], spare: [0, 2.4], bite: 0.3, care: 120, dreams: 0.1 },
  sharp: { look: 18, sack: [7, 14], spare: [0.3, 1.8], bite: 0.5, care: 150, dreams: 0.07 },
}
/** Ticks between two corrections of the way. */
const steerEvery = 7
/** Ticks without getting on after which one tries another way. */
const patience = 45

class RushBrain implements BotBrain<Rush, RushInput> {
  readonly #seat: number
  readonly #random: () => number
  readonly #skill: Skill
  #goal: Goal = { want: 'rest', x: 0, y: 0 }
  #look = 0
  #steer = 0
  #sack: number
  #spare: number
  #slow = 0
  #held: RushInput = { x: 0, y: 0, dash: false }

  constructor(seat: number, random: () => number, strength: Strength) {
    this.#seat = seat
    this.#random = random
    this.#skill = skills[strength]
    this.#sack = this.#between(this.#skill.sack)
    this.#spare = this.#between(this.#skill.spare)
  }

  next(state: Rush, tick: number): RushInput {
    const body = state.players[this.#seat]
    if (!body) return { x: 0, y: 0, dash: false }
    // A press is let go of at once.
    if (this.#held.dash) this.#held = { ...this.#held, dash: false }
    if (tick >= this.#look) {
      this.#look = tick + this.#skill.look * (0.7 + 0.6 * this.#random())
      this.#decide(state, body)
      this.#steer = tick
    }
    if (tick >= this.#steer) {
      this.#steer = tick + steerEvery
      this.#held = this.#walk(state, body)
    }
    return this.#held
  }

  #decide(state: Rush, body: Body): void {
    const land = landFor(state.teams.length)
    const team = state.members[this.#seat]?.team ?? 0
    const home = { want: 'home' as const, ...(land.bases[team] ?? land.middle) }
    // Who is emptying the sack stays for it.
    if (isAtBase(land, team, body) && body.load > 0) {
      this.#goal = home
      return
    }
    if (body.load === 0 && this.#goal.want === 'home') this.#sack = this.#between(this.#skill.sack)
    if (this.#random() < this.#skill.dreams) return
    const seconds = state.left / ticksPerSecond
    const enough = isShower(state) ? Math.min(this.#sack, 3 + seconds * 0.5) : this.#sack
    const rivals = rivalsOf(state, this.#seat)
    const trip = homeward(body, home)
    const late = body.load > 0 && seconds < trip.seconds + this.#spare
    if (late || body.load >= enough || (body.load > 3 && trip.far < 150)) {
      this.#goal = home
      return
    }
    const victim = this.#random() < this.#skill.bite ? victimOf(body, rivals) : null
    this.#goal = victim ?? bestCoin(state, body, rivals) ?? { want: 'rest', ...land.middle }
  }

  #walk(state: Rush, body: Body): RushInput {
    const goal = this.#goal
    const land = landFor(state.teams.length)
    if (goal.want === 'rest') return { x: 0, y: 0, dash: false }
    const aim = goal.want === 'bump' ? ahead(body, state.players[goal.seat] ?? body) : goal
    const clear = wayTo(land, body, aim)
    const rivals = body.load > 3 ? rivalsOf(state, this.#seat) : []
    const way = this.#unstick(body, this.#shun(body, rivals, clear))
    return { ...way, dash: this.#dashes(state, body, aim, way) }
  }

  /** Away from who could bump, while there is something to lose. */
  #shun(body: Body, rivals: readonly Rival[], way: Way): Way {
    let { x, y } = way
    for (const { body: other, near } of rivals) {
      if (near > this.#skill.care || other.load > body.load) continue
      const push = (1 - near / this.#skill.care) * 1.3
      x += ((body.x - other.x) / near) * push
      y += ((body.y - other.y) / near) * push
    }
    const length = Math.hypot(x, y)
    return length > 0.2 ? { x: x / length, y: y / length } : way
  }

  #unstick(body: Body, way: Way): Way {
    this.#slow = Math.hypot(body.vx, body.vy) < 30 ? this.#slow + steerEvery : 0
    if (this.#slow < patience) return way
    this.#slow = -patience
    const side = this.#random() < 0.5 ? 1 : -1
    return { x: -way.y * side, y: way.x * side }
  }

  #dashes(state: Rush, body: Body, aim: { x: number; y: number }, way: Way): boolean {
    if (body.dash > 0) return false
    const far = Math.hypot(aim.x - body.x, aim.y - body.y)
    const going = (body.vx * way.x + body.vy * way.y) / (Math.hypot(body.vx, body.vy) || 1)
    if (going < 0.9) return false
    if (this.#goal.want === 'bump') return far < 135 && this.#random() < 0.35 + this.#skill.bite
    const hurries = this.#goal.want === 'home' || isShower(state)
    return far > 220 && this.#random() < (hurries ? 0.12 : 0.03) * (1 - this.#skill.dreams * 2)
  }

  #between([from, to]: readonly [number, number]): number {
    return from + this.#random() * (to - from)
  }
}

/** Where somebody will be when one gets there. */
function ahead(body: Body, other: Body): { x: number; y: number } {
  const seconds = Math.min(0.5, Math.hypot(other.x - body.x, other.y - body.y) / 520)
  return { x: other.x + other.vx * seconds, y: other.y + other.vy * seconds }
}

export const rushBot: Bot<Rush, RushInput> = {
  play: (seat, random, strength) => new RushBrain(seat, random, strength),
}
