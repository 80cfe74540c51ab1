/** How large the page is shown: by steps, never so large that it has no room left, and the same after every load. */

import type { BrowserWindow } from 'electron'

/** 1 is 100 %. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
export const smallestZoom = steps[0]
export const largestZoom = 2
/** Where a page is zoomed it keeps these many of its own pixels both ways, as on a phone; a window is no narrower. */
export const leastRoom = 360

export type ZoomWay = 'in' | 'out' | 'usual'

export interface Zoom {
  /** As it was chosen; a small window shows the page smaller. */
  readonly chosen: number
  turn(way: ZoomWay): void
}

/** `changed` is called after another zoom was chosen. */
export function createZoom(window: BrowserWindow, begin: number, changed: () => void): Zoom {
  const page = window.webContents
  let chosen = begin
  const shown = () => Math.min(chosen, roomFor(window.getContentSize()))
  const show = () => {
    if (!window.isDestroyed()) page.setZoomFactor(shown())
  }
  const turn = (way: ZoomWay) => {
    const next = nextStep(shown(), way)
    // Where the window has no room for more, nothing more is chosen either.
    if (way === 'in' && next > roomFor(window.getContentSize())) return
    chosen = next
    show()
    changed()
  }
  // The wheel with Ctrl held. On macOS there is no such gesture, and pinching is off in every Electron.
  page.on('zoom-changed', (_event, way) => turn(way))
  // What loads again may be at 100 %.
  page.on('dom-ready', show)
  window.on('resize', show)
  return {
    get chosen() {
      return chosen
    },
    turn,
  }
}

/** The largest zoom at which a window has room for its page; always 100 %. Sizes in the system's units. */
export function roomFor([width = 0, height = 0]: readonly number[]): number {
  return Math.max(1, Math.min(width, height) / leastRoom)
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
