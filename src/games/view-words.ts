/** For views: words that all games say alike. */

import type { Face } from './view.ts'

/** What somebody is called, also where they left. */
export function nameOf(seat: number, faces: ReadonlyMap<number, Face>): string {
  return faces.get(seat)?.name ?? 'Somebody'
}

/** Seconds as a clock shows them, such as 1:05. */
export function clockOf(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
