/** The host's world as its snapshots tell it, each on top of the one before: state by state, or stepped along. */

import type { AnyGame } from '../games/game.ts'
import { BadBits } from '../netcode/bits.ts'
import { readSteps } from '../netcode/steps.ts'
import { World } from '../netcode/world.ts'
import type { Snapshot } from '../protocol/frames.ts'

export interface Known {
  readonly tick: number
  readonly state: unknown
}

const nobody: readonly unknown[] = []

export class Following {
  readonly #game: AnyGame
  readonly #begins: number
  #newest: Known | null = null
  /** Absent while states are told. */
  #world: World<unknown, unknown> | null = null
  #isAstray = false
  readonly #behind = (seat: number): number => this.behind(seat)

  /** Nothing happens up to the tick `begins`. */
  constructor(game: AnyGame, begins: number) {
    this.#game = game
    this.#begins = begins
  }

  get newest(): Known | null {
    return this.#newest
  }

  /** What everyone did last, by seat, as far as it is known. */
  get inputs(): readonly unknown[] {
    return this.#world?.inputs ?? nobody
  }

  /**
   * Makes `tick` of a state, in place, with these inputs, as far as a client can foresee it: nothing happens before the
   * beginning and in a pause, and where there are secrets only the host knows what does. `behind`: how many ticks in
   * the past each seat saw the others; as the host was told last, where it is absent.
   */
  foresee(state: unknown, tick: number, inputs: readonly unknown[], behind = this.#behind): void {
    const { open, ticksPerSecond } = this.#game
    if (!open || tick <= this.#begins || this.#world?.isPaused) return
    this.#game.step(state, { tick, dt: 1 / ticksPerSecond, inputs, behind })
  }

  /** How many ticks in the past a seat saw the others, as the host was told last. */
  behind(seat: number): number {
    return this.#world?.behind(seat) ?? 0
  }

  get isPaused(): boolean {
    return this.#world?.isPaused ?? false
  }

  /** Whether the steps were seen not to lead where the host is. */
  get isAstray(): boolean {
    return this.#isAstray
  }

  /** What is known now, oldest first: every tick since the last snapshot, or this one alone. Throws BadBits. */
  take(frame: Snapshot): readonly Known[] {
    const known = this.#known(frame)
    frame.body.end()
    this.#newest = known.at(-1) ?? this.#newest
    return known
  }

  #known(frame: Snapshot): readonly Known[] {
    const { state } = this.#game
    switch (frame.kind) {
      case 'full':
        this.#world = null
        return [{ tick: frame.tick, state: state.read(frame.body) }]
      case 'delta': {
        const base = this.#newest
        if (this.#world || base?.tick !== frame.baseline)
          throw new BadBits('a delta from a snapshot that never came')
        return [{ tick: frame.tick, state: state.readDelta(frame.body, base.state, frame.tick - base.tick) }]
      }
      case 'world':
        this.#world = World.read(this.#game, { tick: frame.tick, begins: this.#begins }, frame.body)
        return [this.#world]
      case 'steps': {
        if (!this.#world || (this.#world.tick & 0xff) !== frame.baseline)
          throw new BadBits('steps from a world that never came')
        const { worlds, isRight } = readSteps(this.#game, this.#world, frame.body)
        this.#world = worlds.at(-1) ?? this.#world
        if (!isRight) this.#isAstray = true
        return worlds
      }
    }
  }
}
