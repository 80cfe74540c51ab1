/**
 * For views: from keys, stick and pointer to the will to walk. Held keys come first, then the stick, then the place that
 * was clicked.
 */

import type { Control, Devices } from './view.ts'

/** How a `Walk` is told where to. */
export const walkControl: Control = {
  label: 'Walk',
  keys: 'WASD or arrows; or click',
  touch: 'Drag anywhere; or tap',
  pad: 'Left stick',
}

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
/** Seconds without getting nearer after which a walker gives up. */
const patience = 1.2

export interface Ways {
  /** Units a second of who walks as fast as they can. */
  readonly speed: number
  /** Walkers slow down so that they stop where they want to: units a second for each unit that is left. */
  readonly braking?: number
  /** The nearest place to the given one that can be walked to; every place where absent. */
  nearest?(place: Place): Place
}

export class Walk {
  readonly #ways: Ways
  #goal: Place | null = null
  #time = 0
  #nearest = Number.POSITIVE_INFINITY
  #nearestAt = 0

  constructor(ways: Ways) {
    this.#ways = ways
  }

  /** Where the walk leads; null while there is no such place. */
  get goal(): Place | null {
    return this.#goal
  }

  /** Time goes on, in seconds. */
  pass(time: number): void {
    this.#time = time
  }

  /** Of length 1 at most. `body`: where one stands; nobody walks anywhere without. */
  will(devices: Devices, body: Place | undefined): Place {
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
    const goal = this.#ways.nearest?.(place) ?? { x: place.x, y: place.y }
    if (this.#goal?.x === goal.x && this.#goal.y === goal.y) return
    this.#goal = goal
    this.#nearest = Number.POSITIVE_INFINITY
  }

  #towardsGoal(body: Place): Place {
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
    const { speed, braking = 3.4 } = this.#ways
    const pace = Math.min(1, (distance * braking) / speed)
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
