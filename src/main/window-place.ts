/** Where the window was when the app was last used, kept in a file beside the other settings. */

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'
import { largestZoom, smallestZoom } from './zoom.ts'

const size = z.int().min(320).max(16_384)
const spot = z.int().min(-32_768).max(32_768)
const place = z.object({
  ...{ x: spot, y: spot, width: size, height: size },
  maximized: z.boolean(),
  fullScreen: z.boolean().default(false),
  zoom: z.number().min(smallestZoom).max(largestZoom).default(1),
})

export interface WindowPlace {
  /** As it is when it fills nothing. Without a corner the system chooses one. */
  bounds: { width: number; height: number } & Partial<Rectangle>
  maximized: boolean
  fullScreen: boolean
  /** 1 is 100 %. */
  zoom: number
}

const usual = { width: 1280, height: 800 }
/** Long enough that a drag is one write, short enough that a kill loses nothing that anyone would miss. */
const settlesAfter = 500

/**
 * The remembered place, or a sensible one where there is none or its screen is gone. `areaNear` says what the system
 * leaves for windows on the screen that is nearest to a place.
 */
export function recallPlace(folder: string, areaNear: (bounds: Rectangle) => Rectangle): WindowPlace {
  try {
    const { maximized, fullScreen, zoom, ...kept } = place.parse(
      JSON.parse(readFileSync(fileIn(folder), 'utf8')),
    )
    return { bounds: within(kept, areaNear(kept)), maximized, fullScreen, zoom }
  } catch {
    const area = areaNear({ x: 0, y: 0, ...usual })
    return { bounds: { ...noLarger(usual, area) }, maximized: false, fullScreen: false, zoom: 1 }
  }
}

/** From now on every place that the window comes to is kept, also for when the app ends without a goodbye. */
export function followPlace(
  folder: string,
  window: BrowserWindow,
  { maximized, zoom }: { maximized: boolean; zoom(): number },
): { changed(): void } {
  let isMaximized = maximized
  let timer: NodeJS.Timeout | null = null
  const keep = () => {
    if (timer) clearTimeout(timer)
    timer = null
    // One that is minimised has no say in how it was before.
    if (window.isDestroyed() || window.isMinimized()) return
    const fullScreen = window.isFullScreen()
    // On Windows one that fills the screen is never maximised; it comes back so.
    if (!fullScreen) isMaximized = window.isMaximized()
    keepPlace(folder, {
      ...{ bounds: window.getNormalBounds(), maximized: isMaximized },
      ...{ fullScreen, zoom: zoom() },
    })
  }
  const changed = () => {
    timer ??= setTimeout(keep, settlesAfter)
    timer.refresh()
  }
  window.on('resize', changed)
  window.on('move', changed)
  window.on('maximize', changed)
  window.on('unmaximize', changed)
  window.on('enter-full-screen', changed)
  window.on('leave-full-screen', changed)
  window.on('close', keep)
  window.on('closed', () => {
    if (timer) clearTimeout(timer)
  })
  return { changed }
}

export function keepPlace(folder: string, { bounds, ...rest }: WindowPlace): void {
  const file = fileIn(folder)
  try {
    // Whole or not at all: the machine may go off while this is written.
    writeFileSync(`${file}.new`, JSON.stringify({ ...bounds, ...rest }))
    renameSync(`${file}.new`, file)
  } catch {
    // A full or read-only disk must not keep a window from closing.
  }
}

/** Where too little of its title bar would be in reach, the system may choose the place anew. */
function within(kept: Rectangle, area: Rectangle): WindowPlace['bounds'] {
  const fitting = noLarger(kept, area)
  const moved = { ...fitting, x: kept.x, y: kept.y }
  return isReachable(moved, area) ? moved : fitting
}

/** Its screen may be scaled otherwise than last time, and so have fewer units. */
function noLarger({ width, height }: Pick<Rectangle, 'width' | 'height'>, area: Rectangle) {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) }
}

/** Enough of the title bar is on the screen to take hold of it. */
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= 120 && window.y >= area.y - 8 && window.y <= area.y + area.height - 60
}

function fileIn(folder: string): string {
  return join(folder, 'window.json')
}
