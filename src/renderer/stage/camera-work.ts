/** Brings the camera softly from what it shows to what it should show. */

import type { Camera } from './camera.ts'

/** How fast it follows: the greater, the closer. */
const following = 8
/** Whoever watches is moved more gently. */
const strolling = 4.5
/** Nearer than this, it has arrived: a share of the scale, and CSS pixels. */
const arrived = { scale: 0.004, place: 0.3 }

/** How what is drawn is laid over the screen: made larger, then moved, in CSS pixels. */
export interface Lens {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/**
 * Everything is painted for one scale, and painting it anew takes long. On its way to another one the whole world is
 * drawn, as it is on all other days, and the screen's own compositor looks at it through a lens.
 */
export interface Framing {
  /** What one sees. */
  readonly camera: Camera
  /** What is drawn. */
  readonly drawn: Camera
  /** Null where both are the same. */
  readonly lens: Lens | null
}

export interface Manner {
  /** Seconds since the last frame. */
  readonly dt: number
  readonly still: boolean
  readonly gently: boolean
}

export class CameraWork {
  #now: Camera | null = null

  /**
   * One frame nearer to `goal`; at once where motion is reduced, and where the screen changed its size. `whole` is the
   * camera that shows all.
   */
  look(goal: Camera, whole: Camera, { dt, still, gently }: Manner): Framing {
    const now = this.#now
    const framing = !now || still || !isSameScreen(now, goal) ? at(goal) : step(now, goal, whole, dt, gently)
    this.#now = framing.camera
    return framing
  }
}

function at(camera: Camera): Framing {
  return { camera, drawn: camera, lens: null }
}

function step(now: Camera, goal: Camera, whole: Camera, dt: number, gently: boolean): Framing {
  const share = 1 - Math.exp(-dt * (gently ? strolling : following))
  const from = gazeOf(now)
  const to = gazeOf(goal)
  const ratio = to.scale / from.scale
  const isThere = Math.abs(ratio - 1) < arrived.scale
  const scale = isThere ? to.scale : from.scale * ratio ** share
  if (isThere && Math.hypot(to.x - from.x, to.y - from.y) * scale < arrived.place) return at(goal)
  const x = from.x + (to.x - from.x) * share
  const y = from.y + (to.y - from.y) * share
  const camera = { ...goal, scale, left: goal.width / 2 - x * scale, top: goal.height / 2 - y * scale }
  if (isThere) return at(camera)
  const lens = lensFor(camera, whole)
  return lens ? { camera, drawn: whole, lens } : at(goal)
}

/** Null where the whole does not reach as far as the screen. */
function lensFor(camera: Camera, whole: Camera): Lens | null {
  const scale = camera.scale / whole.scale
  const x = camera.left - whole.left * scale
  const y = camera.top - whole.top * scale
  const { width, height } = camera
  const near = 0.5
  const reaches =
    x <= near && y <= near && x + width * scale >= width - near && y + height * scale >= height - near
  return reaches ? { scale, x, y } : null
}

/** A camera by its scale and what is in the middle of the screen, in world units. */
function gazeOf({ width, height, scale, left, top }: Camera) {
  return { scale, x: (width / 2 - left) / scale, y: (height / 2 - top) / scale }
}

function isSameScreen(one: Camera, other: Camera): boolean {
  return one.width === other.width && one.height === other.height && one.sharpness === other.sharpness
}
