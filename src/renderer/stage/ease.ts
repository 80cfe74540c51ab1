/** Watches how fast frames really come, and draws less sharply where a machine cannot keep up. */

/** Milliseconds between frames that still look smooth. */
const smooth = 26
/** Longer gaps are a hidden page or a stalled machine, and say nothing about drawing. */
const stall = 250
const framesJudged = 120
const leastShare = 0.5
const step = 0.8

export class Ease {
  /** The share of the full sharpness that this machine is asked for. */
  share = 1
  #gaps: number[] = []
  #last: number | null = null

  /** Once a frame, in milliseconds. */
  frame(now: number): void {
    const gap = this.#last === null ? stall : now - this.#last
    this.#last = now
    if (gap >= stall) return
    this.#gaps.push(gap)
    if (this.#gaps.length < framesJudged) return
    const usual = this.#gaps.sort((a, b) => a - b)[framesJudged >> 1] ?? 0
    this.#gaps = []
    if (usual > smooth) this.share = Math.max(leastShare, this.share * step)
  }
}
