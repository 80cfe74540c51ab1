/** From keys, stick and pointer to the will to walk: held keys first, then the stick, then the place that was clicked. */

import type { Devices } from '../view.ts'
import { type Body, bodyRadius, hedge, height, walkingSpeed, width } from './world.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

const left = ['KeyA', 'ArrowLeft']
const right = ['KeyD', 'ArrowRight']
const up = ['KeyW', 'ArrowUp']
const down = ['KeyS', 'ArrowDown']

/** Near enough to have arrived, in world units. */
const arrived = 10
/** A walker slows down so that it stops where it wants to: speed for each unit that is left. */
const braking = 3.4
/** Seconds without getting nearer after which a walker gives up. */
const patience = 1.2

export class Walk {
  #goal: Place | null = null
  #time = 0
  #nearest = Number.POSITIVE_INFINITY
  #nearestAt = 0

  /** Where the walk leads; null while there is no such place. */
  get goal(): Place | null {
    return this.#goal
  }

  /** Time goes on, in seconds. */
  pass(time: number): void {
    this.#time = time
  }

  will(devices: Devices, body: Body | undefined): Place {
    const keys = keysHeld(devices.keys)
    const steered = keys.x !== 0 || keys.y !== 0 ? keys : devices.stick
    if (!body || steered || holdsAny(devices.keys)) {
      this.#goal = null
      return steered ?? { x: 0, y: 0 }
    }
    if (devices.pointer?.held) this.#aim(devices.pointer)
    else if (devices.tap) this.#aim(devices.tap)
    return this.#towardsGoal(body)
  }

  #aim(place: Place): void {
    const edge = hedge + bodyRadius
    const goal = { x: clamp(place.x, edge, width - edge), y: clamp(place.y, edge, height - edge) }
    if (this.#goal?.x === goal.x && this.#goal.y === goal.y) return
    this.#goal = goal
    this.#nearest = Number.POSITIVE_INFINITY
  }

  #towardsGoal(body: Body): Place {
    if (!this.#goal) return { x: 0, y: 0 }
    const dx = this.#goal.x - body.x
    const dy = this.#goal.y - body.y
    const distance = Math.hypot(dx, dy)
    if (distance < this.#nearest - 2) {
      this.#nearest = distance
      this.#nearestAt = this.#time
    }
    if (distance < arrived || this.#time - this.#nearestAt > patience) {
      this.#goal = null
      return { x: 0, y: 0 }
    }
    const pace = Math.min(1, (distance * braking) / walkingSpeed)
    return { x: (dx / distance) * pace, y: (dy / distance) * pace }
  }
}

/** Two opposite keys cancel out; a diagonal is no faster than a straight line. */
function keysHeld(keys: ReadonlySet<string>): Place {
  const x = held(keys, right) - held(keys, left)
  const y = held(keys, down) - held(keys, up)
  const length = Math.hypot(x, y)
  return length > 1 ? { x: x / length, y: y / length } : { x, y }
}

function holdsAny(keys: ReadonlySet<string>): boolean {
  return held(keys, left) + held(keys, right) + held(keys, up) + held(keys, down) > 0
}

function held(keys: ReadonlySet<string>, codes: readonly string[]): number {
  return codes.some((code) => keys.has(code)) ? 1 : 0
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
