/**
 * From devices to where the blaster points. A mouse and a second stick point freely. Who has neither aims where they
 * walk, and is helped to whoever is in sight there, not quite far enough ahead of a runner; a tap aims at its place.
 */

import { direction, headingBetween, headingOf, wrapHeading } from '../../netcode/headings.ts'
import type { Devices } from '../view.ts'
import { type Place, wallsOf } from './arena.ts'
import { distanceOf, sees } from './rules-walls.ts'
import { type Blaster, berrySpeed, type Fighter, range } from './world.ts'

/** How far to either side of one's way the help looks for somebody, in headings. */
const cone = 150
/** The share of a runner's way that the help leads by. */
const helpLeads = 0.75
/** Seconds without a move of the mouse, or of the second stick, after which its aim no longer counts. */
const pointerRests = 4
const stickRests = 1
/** While nobody shoots, a turn of fewer headings is not worth telling anyone. */
const idleTurn = 6

export class Aim {
  #by: 'pointer' | 'stick' | 'help' = 'help'
  #heading: number | null = null
  #time = 0
  #movedAt = 0
  #pointer: Place | null = null
  #target: number | null = null

  /** Where the mouse points, while it aims. */
  get mark(): Place | null {
    return this.#by === 'pointer' ? this.#pointer : null
  }

  /** The seat that one is helped to aim at. */
  get target(): number | null {
    return this.#by === 'help' ? this.#target : null
  }

  /** Time goes on, in seconds. */
  pass(time: number): void {
    this.#time = time
  }

  /** `walk`: the will to walk, which aims where nothing else does. */
  read(
    devices: Devices,
    state: Blaster,
    seat: number,
    me: Fighter,
    walk: Place,
  ): { aim: number; shoot: boolean } {
    const pressed = devices.held.has('shoot') || devices.pressed.has('shoot')
    this.#choose(devices, pressed)
    const tapped = devices.pointer ? null : devices.tap
    const shoot = pressed || devices.pointer?.held === true || tapped !== null
    const aim = tapped
      ? headingOf(tapped.x - me.x, tapped.y - me.y)
      : this.#aim(devices, state, seat, me, walk)
    const before = this.#heading ?? me.aim
    const isSame = !shoot && Math.abs(headingBetween(before, aim)) < idleTurn
    this.#heading = isSame ? before : aim
    return { aim: this.#heading, shoot }
  }

  /** Whatever was moved last aims. */
  #choose({ pointer, aim }: Devices, pressed: boolean): void {
    const before = this.#pointer
    this.#pointer = pointer && { x: pointer.x, y: pointer.y }
    if (aim) {
      this.#by = 'stick'
      this.#movedAt = this.#time
    } else if (pointer && (pointer.held || !before || distanceOf(before, pointer) > 1)) {
      this.#by = 'pointer'
      this.#movedAt = this.#time
    } else {
      const rested = this.#time - this.#movedAt
      if (this.#by === 'pointer' && (!pointer || (pressed && rested > pointerRests))) this.#by = 'help'
      if (this.#by === 'stick' && rested > stickRests) this.#by = 'help'
    }
  }

  #aim({ aim }: Devices, state: Blaster, seat: number, me: Fighter, walk: Place): number {
    if (this.#by === 'pointer' && this.#pointer)
      return headingOf(this.#pointer.x - me.x, this.#pointer.y - me.y)
    if (this.#by === 'stick') return aim ? headingOf(aim.x, aim.y) : (this.#heading ?? me.aim)
    return this.#helped(state, seat, me, walk)
  }

  #helped(state: Blaster, seat: number, me: Fighter, walk: Place): number {
    const walks = walk.x !== 0 || walk.y !== 0
    const ahead = walks ? headingOf(walk.x, walk.y) : (this.#heading ?? me.aim)
    this.#target = inSight(state, seat, me, ahead, walks ? cone : 512)
    const target = this.#target === null ? undefined : state.fighters[this.#target]
    if (!target) return ahead
    const ticks = (distanceOf(me, target) / berrySpeed) * helpLeads
    return headingOf(target.x + (target.vx * ticks) / 60 - me.x, target.y + (target.vy * ticks) / 60 - me.y)
  }
}

/** Who is nearest of those in sight and no further to the side than `wide`. */
function inSight(state: Blaster, seat: number, me: Fighter, ahead: number, wide: number): number | null {
  let nearest: number | null = null
  let least = range
  state.fighters.forEach((fighter, other) => {
    if (!fighter || other === seat || fighter.left || fighter.out > 0) return
    const distance = distanceOf(me, fighter)
    if (distance >= least) return
    const aside = headingBetween(ahead, headingOf(fighter.x - me.x, fighter.y - me.y))
    if (Math.abs(aside) > wide || !sees(me, fighter, wallsOf(state.arena))) return
    nearest = other
    least = distance
  })
  return nearest
}

/** A place so far along a heading. */
export function along({ x, y }: Place, heading: number, far: number): Place {
  const way = direction(wrapHeading(heading))
  return { x: x + way.x * far, y: y + way.y * far }
}
