/** Faults of our own: told, counted, and kept from spreading to whoever has no part in them. */

import { mostFaults } from './limits.ts'
import type { Metrics } from './metrics.ts'

/** Faults further apart than this, in milliseconds, are each a first one. */
const memory = 10_000

export class Faults {
  readonly #metrics: Metrics
  readonly #report: (error: unknown) => void
  readonly #recent = new WeakMap<object, number[]>()

  constructor(metrics: Metrics, report: (error: unknown) => void) {
    this.#metrics = metrics
    this.#report = report
  }

  tell(error: unknown): void {
    this.#metrics.errors++
    this.#report(error)
  }

  /** Does something that may fail; whether it went well. */
  attempt(act: () => void): boolean {
    try {
      act()
      return true
    } catch (error) {
      this.tell(error)
      return false
    }
  }

  /** Notes that something failed at `now`; whether it does little else lately. */
  isHopeless(failed: object, now: number): boolean {
    const recent = [...(this.#recent.get(failed) ?? []).filter((at) => now - at < memory), now]
    this.#recent.set(failed, recent)
    return recent.length > mostFaults
  }
}
