/** Looks for a release once a day at most, some minutes after the start, and when nobody minds. */

import type { Settings } from '../settings.ts'

/** How often the time is thought of, and how long after the start the first time is, in milliseconds. */
export const turnEvery = 5 * 60_000
const day = 24 * 3_600_000

export function lookDaily(setup: {
  settings: Settings
  /** Milliseconds since 1970. */
  now(): number
  /** Whether this is a good moment, and whether the person and their connection want it. */
  welcome(): Promise<boolean>
  look(): Promise<void>
}): void {
  const { settings, now } = setup
  const turn = async () => {
    const since = now() - settings.read().lookedAt
    // A clock that was put back must not silence it for good.
    if (since >= 0 && since < day) return
    if (await setup.welcome()) await setup.look()
  }
  setInterval(() => void turn().catch((error) => console.warn('The daily look:', error)), turnEvery).unref()
}
