/** How large the page is shown: by steps, and the same after every load. */

import type { WebContents } from 'electron'

/** 1 is 100 %. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
export const smallestZoom = steps[0]
export const largestZoom = 2

export type ZoomWay = 'in' | 'out' | 'usual'

export interface Zoom {
  readonly factor: number
  turn(way: ZoomWay): void
}

/** `changed` is called after the page was zoomed. */
export function createZoom(page: WebContents, begin: number, changed: () => void): Zoom {
  let factor = begin
  const turn = (way: ZoomWay) => {
    factor = nextStep(factor, way)
    page.setZoomFactor(factor)
    changed()
  }
  // The wheel with Ctrl held. On macOS there is no such gesture, and pinching is off in every Electron.
  page.on('zoom-changed', (_event, way) => turn(way))
  // What loads again may be at 100 %.
  page.on('dom-ready', () => page.setZoomFactor(factor))
  return {
    get factor() {
      return factor
    },
    turn,
  }
}

/** The step after `factor`, which may lie between two; the last one stays. */
export function nextStep(factor: number, way: ZoomWay): number {
  // Chromium hands factors back a little off.
  const near = 0.005
  switch (way) {
    case 'usual':
      return 1
    case 'in':
      return steps.find((step) => step > factor + near) ?? largestZoom
    case 'out':
      return steps.findLast((step) => step < factor - near) ?? smallestZoom
  }
}
