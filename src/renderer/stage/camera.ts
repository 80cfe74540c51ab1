/** Where the world lies on the screen: letterboxed, or, on a narrow screen, closer and following somebody. */

import { worldHeight, worldWidth } from '../../games/view.ts'

/** The screen in CSS pixels, and how many device pixels make one of them. */
export interface Screen {
  readonly width: number
  readonly height: number
  readonly sharpness: number
}

export interface Camera extends Screen {
  /** CSS pixels that a world unit takes. */
  readonly scale: number
  /** Where the world's corner lies, in CSS pixels. */
  readonly left: number
  readonly top: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** More device pixels than these (4K) cost more than they show. */
const mostPixels = 3840 * 2160
const sharpest = 3
/** Below this scale people are too small to tell apart: the camera comes closer, if it knows whom to follow. */
const smallestScale = 0.36
const leastWidthSeen = 720
/** On a tall screen the world takes this share of the height: thumbs have the rest. */
const tallShare = 0.62

/** How many device pixels to draw for each CSS pixel. */
export function sharpnessFor(width: number, height: number, devicePixelRatio: number): number {
  const affordable = Math.sqrt(mostPixels / Math.max(1, width * height))
  return Math.max(0.5, Math.min(devicePixelRatio || 1, sharpest, affordable))
}

/** The whole world in the middle, as large as fits. */
export function letterbox(screen: Screen): Camera {
  const scale = Math.min(screen.width / worldWidth, screen.height / worldHeight)
  const top = (screen.height - worldHeight * scale) * (isTall(screen) ? 0.36 : 0.5)
  return { ...screen, scale, left: (screen.width - worldWidth * scale) / 2, top }
}

/** Shows the whole world where it is legible so, else its full height around `focus`. */
export function frameWorld(screen: Screen, focus: Point | null): Camera {
  const whole = letterbox(screen)
  if (!focus || whole.scale >= smallestScale || !isTall(screen)) return whole
  const scale = Math.min((screen.height * tallShare) / worldHeight, screen.width / leastWidthSeen)
  if (scale <= whole.scale) return whole
  const left = Math.min(0, Math.max(screen.width - worldWidth * scale, screen.width / 2 - focus.x * scale))
  return { ...screen, scale, left, top: (screen.height - worldHeight * scale) * 0.36 }
}

export function toWorld(camera: Camera, x: number, y: number): Point {
  return { x: (x - camera.left) / camera.scale, y: (y - camera.top) / camera.scale }
}

export function toScreen(camera: Camera, x: number, y: number): Point {
  return { x: camera.left + x * camera.scale, y: camera.top + y * camera.scale }
}

/** The part of the world's plane that is on the screen, the mood around the world included. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function areaSeen(camera: Camera): Area {
  const from = toWorld(camera, 0, 0)
  const to = toWorld(camera, camera.width, camera.height)
  return { left: from.x, top: from.y, right: to.x, bottom: to.y }
}

function isTall(screen: Screen): boolean {
  return screen.height > screen.width * 1.15
}
