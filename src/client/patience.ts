/** How long a client waits: for a host that has fallen silent, and between two tries to reach it. */

/** A host says something many times a second; after this long without a word the line is dead, in milliseconds. */
const longestSilence = 3000
/** In doubt (the page just woke), a silent line gets this long to answer. */
const doubtfulSilence = 1500
/** A caller that was away longer than this has not looked at what arrived meanwhile. */
const caughtNapping = 1000

const firstWait = 400
const growth = 1.6
const longestWait = 8000

export class Silence {
  #heardAt = 0
  #excused = false

  broken(now: number): void {
    this.#heardAt = now
    this.#excused = false
  }

  /**
   * Time went from `before` to `now` without a look: what arrived in between is still to be read. One such nap is
   * forgiven; after a second one without a word, the silence is real.
   */
  passed(before: number, now: number): void {
    if (now - before <= caughtNapping || this.#excused) return
    this.#excused = true
    this.#heardAt = Math.max(this.#heardAt, now - longestSilence + doubtfulSilence)
  }

  /** The line may be dead: it must show life within the shorter time. */
  doubt(now: number): void {
    this.#heardAt = Math.min(this.#heardAt, now - longestSilence + doubtfulSilence)
  }

  tooLong(now: number): boolean {
    return this.since(now) > longestSilence
  }

  /** Milliseconds since the last word. */
  since(now: number): number {
    return Math.max(0, now - this.#heardAt)
  }
}

/**
 * Milliseconds before the given try (1 is the first), growing and jittered so that a party does not come back all at
 * once. `random` in [0, 1).
 */
export function retryWait(attempt: number, random: number): number {
  const wait = Math.min(longestWait, firstWait * growth ** (attempt - 1))
  return wait * (0.5 + random * 0.5)
}
