/** For views: what a screen shows, since a phone held upright shows only a part of the world. */

import type { Box } from './view-pictures.ts'

/** The part of the world that is on the screen, and what lies around it there; in world units. */
export function boxSeen(canvas: CanvasRenderingContext2D): Box {
  const { a, d, e, f } = canvas.getTransform()
  return { left: -e / a, top: -f / d, width: canvas.canvas.width / a, height: canvas.canvas.height / d }
}
