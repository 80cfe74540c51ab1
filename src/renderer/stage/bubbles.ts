/** A line in the air above its speaker. */

import type { Camera } from './camera.ts'
import type { Stamp } from './lettering.ts'
import type { Bubble } from './speech.ts'

/** Draws it with its tail at the place, but never off the screen. */
export function drawBubble(
  canvas: CanvasRenderingContext2D,
  camera: Camera,
  stamp: Stamp,
  { since, until }: Bubble,
  place: { readonly x: number; readonly y: number },
  time: number,
  reducedMotion: boolean,
): void {
  const grow = reducedMotion ? 1 : arrival(time - since) * departure(until - time)
  const { x, y } = inView(camera, place, stamp)
  canvas.save()
  canvas.translate(x, y)
  canvas.scale(grow, grow)
  canvas.drawImage(stamp.image, -stamp.width / 2, -stamp.height, stamp.width, stamp.height)
  canvas.restore()
}

/** It grows out of its speaker with a little spring, */
function arrival(since: number): number {
  if (since >= 0.28) return 1
  const t = Math.max(0, since / 0.28)
  return 1 + 2.2 * (t - 1) ** 3 + 1.2 * (t - 1) ** 2
}

/** and shrinks back. */
function departure(left: number): number {
  return Math.max(0, Math.min(1, left / 0.16))
}

function inView(camera: Camera, { x, y }: { x: number; y: number }, stamp: Stamp): { x: number; y: number } {
  const left = -camera.left / camera.scale + stamp.width / 2
  const right = (camera.width - camera.left) / camera.scale - stamp.width / 2
  const top = -camera.top / camera.scale + stamp.height
  return { x: left < right ? Math.min(right, Math.max(left, x)) : x, y: Math.max(top, y) }
}
