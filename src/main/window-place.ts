/** Where the window was when the app was last used, kept in a file beside the other settings. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const size = z.int().min(320).max(16_384)
const spot = z.int().min(-32_768).max(32_768)
const place = z.object({ x: spot, y: spot, width: size, height: size, maximized: z.boolean() })
export type WindowPlace = Partial<Rectangle> & { width: number; height: number; maximized: boolean }

const usual: WindowPlace = { width: 1280, height: 800, maximized: false }

/** The remembered place, or a sensible one where there is none, or where its screen is gone. */
export function recallPlace(folder: string): WindowPlace {
  try {
    const kept = place.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
    const { workArea } = screen.getDisplayMatching(kept)
    return isReachable(kept, workArea)
      ? kept
      : { width: kept.width, height: kept.height, maximized: kept.maximized }
  } catch {
    return usual
  }
}

export function keepPlace(folder: string, window: BrowserWindow): void {
  const kept = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  try {
    writeFileSync(fileIn(folder), JSON.stringify(kept))
  } catch {
    // A full or read-only disk must not keep a window from closing.
  }
}

/** Enough of the title bar is on the screen to take hold of it. */
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= 120 && window.y >= area.y - 8 && window.y <= area.y + area.height - 60
}

function fileIn(folder: string): string {
  return join(folder, 'window.json')
}
