/** What a browser says of the machine that it runs on. */

import type { System } from '../protocol/offer.ts'

/** `other` for what no program of Romp's runs on, such as phones; null where the browser does not say. */
export type OwnSystem = System | 'other' | null

/**
 * From a browser's `navigator.userAgent` and `maxTouchPoints`: an iPad calls itself a Mac, of which none has a touch
 * screen. What it says of the processor is not worth reading: browsers freeze it.
 */
export function systemOf(userAgent: string, touchPoints: number): OwnSystem {
  if (/Android|iPhone|iPad|iPod|Mobile|Tablet|CrOS|KAIOS/i.test(userAgent)) return 'other'
  if (/Windows NT/.test(userAgent)) return 'win32'
  if (/Macintosh|Mac OS X/.test(userAgent)) return touchPoints > 1 ? 'other' : 'darwin'
  if (/Linux/.test(userAgent)) return 'linux'
  return null
}
