/** Somebody who looks ahead along a few ways, takes the freest, and now and then cuts somebody off. */

import { direction, wrapHeading } from '../../netcode/headings.ts'
import type { Bot, Strength } from '../game.ts'
import { Ground } from './bot-ground.ts'
import {
  freeCourt,
  headRadius,
  idle,
  noWay,
  stride,
  type Trails,
  type TrailsInput,
  type Walker,
} from './world.ts'

interface Skill {
  /** Ticks between two thoughts, and from a thought to the hand. */
  readonly every: number
  readonly delay: number
  /** Ticks of each leg of the ways that are thought through; all have as many turns as there are legs. */
  readonly legs: readonly number[]
  /** Ticks by which a way may seem longer or shorter than it is. */
  readonly blur: number
  /** How often a thought is missed altogether. */
  readonly lapse: number
  /** Ticks of freedom that cutting somebody off is worth. */
  readonly bite: number
}

const skills: Readonly<Record<Strength, Skill>> = {
  gentle: { every: 9, delay: 7, legs: [12, 18, 26, 32], blur: 10, lapse: 0.08, bite: 0 },
  fair: { every: 8, delay: 6, legs: [12, 18, 26, 36], blur: 6, lapse: 0.06, bite: 4 },
  sharp: { every: 7, delay: 5, legs: [12, 18, 28, 38], blur: 5, lapse: 0.04, bite: 8 },
}

/** Ticks between two places that are looked at along a way. */
const look = 4
/** Rivals are taken to go straight on for so many ticks; their way is kept clear of by so many world units. */
const heads = { near: 24, within: 44 }
/** World units in which a rival is near enough to be cut off, and how far ahead of it that is. */
const prey = { near: 380, ahead: 110 }

interface Rival {
  readonly x: number
  readonly y: number
  /** World units a tick. */
  readonly vx: number
  readonly vy: number
}

interface Outlook {
  readonly state: Trails
  readonly seat: number
  readonly ground: Ground
  readonly rivals: readonly Rival[]
  readonly skill: Skill
}

export const trailsBot: Bot<Trails, TrailsInput> = {
  play(seat, random, strength) {
    const skill = skills[strength]
    const ground = new Ground()
    let thinkAt = 0
    /** What the hand does, and what it is about to do. */
    let steer = 0
    let next = { steer: 0, at: 0 }
    return {
      next(state, tick) {
        const walker = state.walkers[seat]
        if (state.phase !== 'run' || !walker || walker.out) {
          steer = 0
          next = { steer: 0, at: 0 }
          return idle
        }
        if (tick >= next.at) steer = next.steer
        if (tick >= thinkAt) {
          thinkAt = tick + skill.every * (0.7 + random() * 0.6)
          if (random() >= skill.lapse)
            next = {
              steer: freest({ state, seat, ground, skill }, walker, steer, random),
              at: tick + skill.delay,
            }
        }
        return { steer, towards: noWay }
      },
    }
  },
}

function freest(
  looking: Omit<Outlook, 'rivals'>,
  walker: Walker,
  held: number,
  random: () => number,
): number {
  const { state, seat, ground, skill } = looking
  ground.look(state)
  const outlook: Outlook = { ...looking, rivals: rivalsOf(state, seat, walker) }
  const victim = skill.bite > 0 ? nearest(outlook.rivals, walker) : null
  // What the hand does until the thought has reached it is done already.
  const from = ahead(walker, held, state.pace, skill.delay)
  let best = held
  let most = Number.NEGATIVE_INFINITY
  for (const turn of [0, -1, 1]) {
    const worth =
      freedom(outlook, from.x, from.y, from.heading, turn, 0, skill.delay) +
      (random() - 0.5) * 2 * skill.blur +
      // Nobody wavers without a reason.
      (turn === held ? 2 : 0) +
      (turn === 0 ? 1 : 0) +
      (victim ? skill.bite * nearing(walker, turn, state.pace, victim) : 0)
    if (worth > most) {
      most = worth
      best = turn
    }
  }
  return best
}

function ahead({ x, y, heading }: Walker, turn: number, pace: number, ticks: number) {
  const way = direction(heading + (turn * pace * ticks) / 2)
  const length = stride(pace) * ticks
  return { x: x + way.x * length, y: y + way.y * length, heading: wrapHeading(heading + turn * pace * ticks) }
}

/**
 * How many ticks one can go on from a place, with a leg of this turn first: of the ways from its end the longest counts
 * most, and the others too, since it is good to have a choice.
 */
function freedom(
  outlook: Outlook,
  x: number,
  y: number,
  heading: number,
  turn: number,
  leg: number,
  past: number,
): number {
  const { state, seat, ground, skill, rivals } = outlook
  const length = stride(state.pace) * look
  const ticks = skill.legs[leg] ?? 0
  let [atX, atY, at] = [x, y, heading]
  for (let gone = 0; gone < ticks; gone += look) {
    // Half of the turn before the step and half after it: as good as turning in every tick.
    at += (turn * state.pace * look) / 2
    const way = direction(at)
    at += (turn * state.pace * look) / 2
    atX += way.x * length
    atY += way.y * length
    const after = past + gone + look
    const free = freeCourt(state.walked + after)
    const edge = headRadius + 3
    const isInside =
      atX > free.left + edge && atX < free.right - edge && atY > free.top + edge && atY < free.bottom - edge
    if (!isInside || ground.isCovered(atX, atY, seat) || meets(rivals, atX, atY, after)) return after - look
  }
  const reached = past + ticks
  if (leg + 1 >= skill.legs.length) return reached
  let longest = 0
  let sum = 0
  for (const next of [0, -1, 1]) {
    const far = freedom(outlook, atX, atY, wrapHeading(at), next, leg + 1, reached)
    longest = Math.max(longest, far)
    sum += far
  }
  return longest * 0.75 + (sum / 3) * 0.25
}

function rivalsOf(state: Trails, seat: number, { x, y }: Walker): Rival[] {
  const rivals: Rival[] = []
  state.walkers.forEach((other, at) => {
    if (!other || at === seat || other.out || Math.hypot(other.x - x, other.y - y) > prey.near) return
    const way = direction(other.heading)
    const length = stride(state.pace)
    rivals.push({ x: other.x, y: other.y, vx: way.x * length, vy: way.y * length })
  })
  return rivals
}

/** Whether a rival that goes straight on will have been there by then. */
function meets(rivals: readonly Rival[], x: number, y: number, ticks: number): boolean {
  for (const rival of rivals) {
    const dx = x - rival.x
    const dy = y - rival.y
    const along = (dx * rival.vx + dy * rival.vy) / (rival.vx * rival.vx + rival.vy * rival.vy)
    if (along < 0) continue
    const gone = Math.min(along, ticks, heads.within)
    const offX = dx - rival.vx * gone
    const offY = dy - rival.vy * gone
    if (offX * offX + offY * offY < heads.near * heads.near) return true
  }
  return false
}

function nearest(rivals: readonly Rival[], { x, y }: Walker): Rival | null {
  const far = (rival: Rival) => Math.hypot(rival.x - x, rival.y - y)
  return rivals.reduce<Rival | null>((best, rival) => (best && far(best) <= far(rival) ? best : rival), null)
}

/** −1 to 1: whether a turn points where the rival is about to be. */
function nearing({ x, y, heading }: Walker, turn: number, pace: number, rival: Rival): number {
  const speed = Math.hypot(rival.vx, rival.vy) || 1
  const toX = rival.x + (rival.vx / speed) * prey.ahead - x
  const toY = rival.y + (rival.vy / speed) * prey.ahead - y
  const way = direction(heading + turn * pace * 12)
  return (way.x * toX + way.y * toY) / (Math.hypot(toX, toY) || 1)
}
