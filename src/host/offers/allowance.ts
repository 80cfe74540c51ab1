/** What all downloads together may take of the line, so that whoever plays does not notice them. */

import { wait } from './digest.ts'

/**
 * Bytes a second while a match runs, and otherwise. On a line of 30 Mbit/s, as poor a Wi-Fi as one would play over, four
 * downloads leave the round trip at one or two milliseconds at either rate; at 8 MiB a second it is forty.
 */
export const rates = { playing: 1024 * 1024, idle: 3 * 1024 * 1024 }

/** Milliseconds that one look at whether a match runs is good for. */
const lookEvery = 250

export class Allowance {
  readonly #isPlaying: () => boolean
  readonly #now: () => number
  readonly #wait: (milliseconds: number) => Promise<void>
  /** When the line is free for the next piece. */
  #freeAt = Number.NEGATIVE_INFINITY
  #lookedAt = Number.NEGATIVE_INFINITY
  #rate = rates.playing

  constructor(isPlaying: () => boolean, now = () => performance.now(), pause = wait) {
    this.#isPlaying = isPlaying
    this.#now = now
    this.#wait = pause
  }

  /** Settles when so many bytes may go. Whoever asks first goes first; what was not used is not saved up. */
  async turn(bytes: number): Promise<void> {
    const now = this.#now()
    if (now - this.#lookedAt >= lookEvery) {
      this.#lookedAt = now
      this.#rate = this.#isPlaying() ? rates.playing : rates.idle
    }
    const begin = Math.max(now, this.#freeAt)
    this.#freeAt = begin + (bytes / this.#rate) * 1000
    if (begin > now) await this.#wait(begin - now)
  }
}
