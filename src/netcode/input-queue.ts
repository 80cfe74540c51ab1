/** One player's inputs on the host: which one counts for each tick. */

/** After a quarter of a second without a word, a player does nothing rather than run on. */
const holdSeconds = 0.25
/** Inputs waiting at most; more are a peer that floods, and the oldest give way. */
const mostWaiting = 32
/** Late inputs that still get a tick each; with more, a stick in motion would stay late for good. */
const mostLate = 3

interface Entry<Input> {
  /** The tick that it is meant for, and holds from. */
  readonly tick: number
  readonly input: Input
  /** How many ticks before its tick its player saw the others. */
  readonly behind: number
}

/**
 * An input names the tick that it holds from, until the next one. What comes too late counts from the next tick on;
 * each late input gets a tick of its own, so that a short press is never lost.
 */
export class InputQueue<Input> {
  readonly #idle: Input
  readonly #holdTicks: number
  readonly #waiting: Entry<Input>[] = []
  #held: Input
  #behind = 0
  #heardAt = 0

  constructor(idle: Input, ticksPerSecond: number) {
    this.#idle = idle
    this.#held = idle
    this.#holdTicks = Math.ceil(ticksPerSecond * holdSeconds)
  }

  /**
   * `now` is the last tick made; `behind`, how many ticks before `tick` the player saw the others. What is said later
   * counts: it takes back what was said for its tick and beyond.
   */
  push(tick: number, input: Input, now: number, behind = 0): void {
    this.#heardAt = Math.max(now, tick)
    while ((this.#waiting.at(-1)?.tick ?? Number.NEGATIVE_INFINITY) >= tick) this.#waiting.pop()
    if (this.#waiting.length === mostWaiting) this.#waiting.shift()
    this.#waiting.push({ tick, input, behind })
  }

  /** The one input for `tick`; call it once for each tick, in order. */
  take(tick: number): Input {
    while ((this.#waiting[mostLate]?.tick ?? Number.POSITIVE_INFINITY) <= tick) this.#waiting.shift()
    const first = this.#waiting[0]
    if (first && first.tick <= tick) {
      this.#held = first.input
      // What comes late was seen as much longer ago.
      this.#behind = first.behind + tick - first.tick
      this.#waiting.shift()
    } else if (tick - this.#heardAt > this.#holdTicks) {
      this.#held = this.#idle
    }
    return this.#held
  }

  /** How many ticks before the tick that was taken for last its player saw the others. */
  get behind(): number {
    return this.#behind
  }
}
