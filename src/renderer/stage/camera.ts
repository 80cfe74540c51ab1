/** Where the world lies on the screen: letterboxed, or, on a narrow screen, closer and following somebody. */

import { worldHeight, worldWidth } from '../../games/view.ts'

/** The screen in CSS pixels, and how many device pixels make one of them. */
export interface Screen {
  readonly width: number
  readonly height: number
  readonly sharpness: number
  /** What of it is left for the field, in CSS pixels; all of it where that is absent. */
  readonly field?: { readonly top: number; readonly bottom: number }
}

export interface Camera extends Screen {
  /** CSS pixels that a world unit takes. */
  readonly scale: number
  /** The scale that the ground is painted for, which takes long: a close-up is not worth another painting. */
  readonly groundDetail: number
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
/** On a screen held in a hand, more device pixels for each CSS pixel are finer than the eye. */
export const sharpestInHand = 3
/** Elsewhere so many come about only where the page is zoomed, and then all are seen: a fine screen at 200 %. */
export const sharpestZoomed = 6
/** Below this scale people are too small to tell apart: the camera comes closer, if it knows whom to follow. */
const smallestScale = 0.36
const leastWidthSeen = 720
/** On a tall screen the world takes this share of the height: thumbs have the rest. */
const tallShare = 0.62
/** On a tall screen the world stands above the middle. */
const tallPlace = 0.36
/** How much closer a watcher's camera is to whom it follows. */
const closer = 1.5

/** How many device pixels to draw for each CSS pixel. */
export function sharpnessFor(
  width: number,
  height: number,
  devicePixelRatio: number,
  sharpest = sharpestInHand,
): number {
  const affordable = Math.sqrt(mostPixels / Math.max(1, width * height))
  return Math.max(0.5, Math.min(devicePixelRatio || 1, sharpest, affordable))
}

/** The whole world in the middle, as large as fits. */
export function letterbox(screen: Screen): Camera {
  const { top, bottom } = screen.field ?? { top: 0, bottom: screen.height }
  const scale = Math.max(0.01, Math.min(screen.width / worldWidth, (bottom - top) / worldHeight))
  return { ...screen, scale, groundDetail: scale, ...placed(screen, scale, worldWidth / 2) }
}

/**
 * Shows the whole world where it is legible so, else its full height around `focus`. `close`: nearer to `focus` on
 * every screen, for who watches.
 */
export function frameWorld(screen: Screen, focus: Point | null, close = false): Camera {
  const whole = letterbox(screen)
  if (!focus) return whole
  if (isTall(screen) && whole.scale < smallestScale) {
    const scale = Math.min((screen.height * tallShare) / worldHeight, screen.width / leastWidthSeen)
    if (scale <= whole.scale) return whole
    return { ...screen, scale, groundDetail: scale, ...placed(screen, scale, focus.x) }
  }
  return close ? closeUp(whole, focus) : whole
}

/** Never further aside than the whole world reaches. */
function closeUp(whole: Camera, focus: Point): Camera {
  const { width, height } = whole
  const scale = whole.scale * closer
  const side = (middle: number, near: number, far: number) => Math.min(near, Math.max(far, middle))
  const left = side(
    width / 2 - focus.x * scale,
    Math.max(0, whole.left),
    Math.min(width, whole.left + worldWidth * whole.scale) - worldWidth * scale,
  )
  const top = side(
    height / 2 - focus.y * scale,
    Math.max(0, whole.top),
    Math.min(height, whole.top + worldHeight * whole.scale) - worldHeight * scale,
  )
  return { ...whole, scale, left, top }
}

/** Where the world's corner lies: `middle` as near to the screen's as the world's edges let it. */
function placed(screen: Screen, scale: number, middle: number): { left: number; top: number } {
  const wide = worldWidth * scale
  const high = worldHeight * scale
  const left =
    wide <= screen.width
      ? (screen.width - wide) / 2
      : Math.min(0, Math.max(screen.width - wide, screen.width / 2 - middle * scale))
  const { top: highest, bottom: lowest } = screen.field ?? { top: 0, bottom: screen.height }
  const usual = (screen.height - high) * (isTall(screen) ? tallPlace : 0.5)
  return { left, top: Math.max(highest, Math.min(lowest - high, usual)) }
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
