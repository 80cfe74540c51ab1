/** A player that needs no person: hunts around corners, leads its shots, rolls aside, and hides while it is empty. */

import { direction, headingBetween, headingOf, wrapHeading } from '../../netcode/headings.ts'
import type { Bot, BotBrain, Strength } from '../game.ts'
import { type Place, wallsOf } from './arena.ts'
import { freePlaceNear, wayTo } from './bot-paths.ts'
import { comingBerry, enemiesInSight, nearestEnemy, type Sighting } from './bot-senses.ts'
import { distanceOf, sees } from './rules-walls.ts'
import { type Blaster, type BlasterInput, berrySpeed, type Fighter, fullStore, idle } from './world.ts'

interface Skill {
  /** Ticks by which what it sees of others is late. */
  readonly late: number
  /** Ticks from seeing somebody until it shoots at them. */
  readonly reaction: number
  /** How far off its shots are, in headings, at most. */
  readonly error: number
  /** The share of the way that it leads a shot by, at least. */
  readonly lead: number
  /** How often it rolls out of a berry's way. */
  readonly rolls: number
  /** Ticks that it waits between two shots, at most. */
  readonly patience: number
  /** Headings that it turns in a tick. */
  readonly turn: number
}

const weak: Skill = { late: 8, reaction: 25, error: 50, lead: 0.3, rolls: 0.34, patience: 46, turn: 23 }
const strong: Skill = { late: 7, reaction: 17, error: 38, lead: 0.5, rolls: 0.5, patience: 36, turn: 30 }
const levels: Readonly<Record<Strength, number>> = { gentle: 0.25, fair: 0.5, sharp: 0.75 }
/** How much better or worse than usual a bot plays on a given day: upsets are half of the fun. */
const form = 0.35

function skillOf(strength: Strength, random: () => number): Skill {
  const level = levels[strength] + (random() * 2 - 1) * form
  const at = (name: keyof Skill) => weak[name] + (strong[name] - weak[name]) * level
  return {
    late: Math.round(at('late')),
    reaction: at('reaction'),
    error: at('error'),
    lead: at('lead'),
    rolls: at('rolls'),
    patience: at('patience'),
    turn: Math.round(at('turn')),
  }
}

/** Ticks between two thoughts about where to go, and between two looks around. */
const thinksEvery = 24
const looksEvery = 4
/** It likes to be this far from whom it shoots at. */
const cosy = 330

export const blasterBot: Bot<Blaster, BlasterInput> = {
  play: (seat, random, strength) => new Brain(seat, random, skillOf(strength, random)),
}

class Brain implements BotBrain<Blaster, BlasterInput> {
  readonly #seat: number
  readonly #random: () => number
  readonly #skill: Skill
  #now = 0
  #thinkAt = 0
  #lookAt = 0
  #shootAt = 0
  #goal: Place | null = null
  #way: Place | null = null
  #target: Sighting | null = null
  /** How far off its next shot is, and the share of the way that it leads it by. */
  #off = 0
  #lead = 1
  /** Which way around its target it walks. */
  #side = 1
  /** The heading of the last berry that it has made up its mind about, and when it rolls. */
  #minded = -1
  #rollAt = Number.POSITIVE_INFINITY
  #said: BlasterInput = idle

  constructor(seat: number, random: () => number, skill: Skill) {
    this.#seat = seat
    this.#random = random
    this.#skill = skill
  }

  next(state: Blaster): BlasterInput {
    const me = state.fighters[this.#seat]
    this.#now++
    if (!me || me.left || me.out > 0) return this.#rest()
    if (this.#now >= this.#lookAt) this.#look(state, me)
    if (this.#now >= this.#thinkAt) this.#think(state, me)
    const said = this.#said
    const aim = this.#turn(me)
    const shoot = !state.over && this.#isTimeToShoot(me, aim)
    const roll = this.#now >= this.#rollAt
    const move = roll ? this.#aside() : this.#now % looksEvery === 0 ? this.#walk(me) : said
    if (roll) this.#rollAt = Number.POSITIVE_INFINITY
    this.#said = { x: move.x, y: move.y, aim, shoot, roll }
    return this.#said
  }

  #rest(): BlasterInput {
    this.#target = null
    this.#goal = null
    this.#thinkAt = 0
    this.#rollAt = Number.POSITIVE_INFINITY
    this.#said = { ...idle, aim: this.#said.aim }
    return this.#said
  }

  /** Whom to shoot at, and what comes flying. */
  #look(state: Blaster, me: Fighter): void {
    const { late, reaction, rolls } = this.#skill
    this.#lookAt = this.#now + looksEvery
    const before = this.#target
    const seen = enemiesInSight(state, this.#seat, me, late).filter(({ open }) => open)
    this.#target = seen.find(({ seat }) => seat === before?.seat) ?? seen[0] ?? null
    if (before && this.#target && this.#target.distance > (seen[0]?.distance ?? 0) + 140)
      this.#target = seen[0] ?? null
    if (this.#target && this.#target.seat !== before?.seat) this.#ready(reaction)
    const berry = comingBerry(state, this.#seat, me, 34)
    const mark = berry ? berry.seat * 1024 + berry.heading : -1
    if (mark === this.#minded) return
    this.#minded = mark
    if (berry && me.rest === 0 && this.#random() < rolls)
      this.#rollAt = this.#now + late + Math.floor(this.#random() * 6)
  }

  /** Where to go: into cover while empty, around a target, or to where somebody is. */
  #think(state: Blaster, me: Fighter): void {
    this.#thinkAt = this.#now + thinksEvery * (0.6 + this.#random() * 0.8)
    if (this.#random() < 0.3) this.#side = -this.#side
    const target = this.#target
    if (me.store === 0 && target) this.#goal = this.#cover(state, me, target)
    else if (target) this.#goal = this.#around(me, target)
    else if (me.store < fullStore - 1 && this.#goal && this.#random() < 0.5) return
    else this.#goal = nearestEnemy(state, this.#seat, me)
    this.#way = this.#goal && wayTo(state.arena, me, this.#goal)
  }

  /** A place nearby that the target does not see; away from it where there is none. */
  #cover(state: Blaster, me: Fighter, target: Place): Place {
    const walls = wallsOf(state.arena)
    let best: Place | null = null
    let least = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 10; tries++) {
      const place = freePlaceNear(state.arena, me, 240, this.#random)
      if (!place || sees(place, target, walls)) continue
      const far = distanceOf(place, me)
      if (far >= least) continue
      least = far
      best = place
    }
    return best ?? { x: me.x * 2 - target.x, y: me.y * 2 - target.y }
  }

  /** Sideways to the target, and nearer or farther as it likes. */
  #around(me: Fighter, target: Sighting): Place {
    const dx = (target.x - me.x) / (target.distance || 1)
    const dy = (target.y - me.y) / (target.distance || 1)
    const nearer = Math.max(-1, Math.min(1, (target.distance - cosy) / 160))
    return {
      x: me.x + (dx * nearer - dy * this.#side) * 150,
      y: me.y + (dy * nearer + dx * this.#side) * 150,
    }
  }

  #walk(me: Fighter): Place {
    const to = this.#way
    if (!to) return { x: 0, y: 0 }
    const distance = distanceOf(me, to)
    if (distance < 18) {
      this.#thinkAt = Math.min(this.#thinkAt, this.#now + 4)
      return { x: 0, y: 0 }
    }
    return { x: (to.x - me.x) / distance, y: (to.y - me.y) / distance }
  }

  /** Across the way of what comes, to the side that it walks to. */
  #aside(): Place {
    return direction((this.#minded % 1024) + 256 * this.#side)
  }

  #turn(me: Fighter): number {
    const { aim } = this.#said
    const wish = this.#wish(me)
    if (wish === null) return aim
    const off = headingBetween(aim, wish)
    // A small change is not worth a move of the hand.
    if (Math.abs(off) < 8) return aim
    return wrapHeading(aim + Math.max(-this.#skill.turn, Math.min(this.#skill.turn, off)))
  }

  /** Where it wants to aim: ahead of a target, else where it goes. */
  #wish(me: Fighter): number | null {
    const target = this.#target
    if (!target) {
      const { x, y } = this.#said
      return this.#now % 12 > 0 || (x === 0 && y === 0) ? null : headingOf(x, y)
    }
    const ticks = (target.distance / berrySpeed + this.#skill.late) * this.#lead
    const at = { x: target.x + target.vx * ticks - me.x, y: target.y + target.vy * ticks - me.y }
    return wrapHeading(headingOf(at.x, at.y) + this.#off)
  }

  #isTimeToShoot(me: Fighter, aim: number): boolean {
    const wish = this.#target && this.#wish(me)
    if (wish === null || me.store === 0 || me.gap > 0 || me.roll > 0) return false
    if (this.#now < this.#shootAt || Math.abs(headingBetween(aim, wish)) > 10) return false
    this.#ready(8)
    return true
  }

  /** For the next shot: when, how well led, and how far off. */
  #ready(least: number): void {
    const { error, lead, patience } = this.#skill
    this.#shootAt = this.#now + least + this.#random() * patience
    this.#lead = lead + this.#random() * (1.1 - lead)
    this.#off = Math.round((this.#random() + this.#random() - 1) * error)
  }
}
