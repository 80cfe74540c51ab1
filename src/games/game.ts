/** The contract between a game's rules and the host: all that the host needs to run it, and a client to predict it. */

import type { Kind } from '../netcode/kind.ts'
import type { Moment } from '../netcode/world.ts'

export type { Moment }

export interface Outcome {
  /** Seats in order of rank, best first; seats that share a rank stand together. */
  readonly ranks: readonly (readonly number[])[]
}

/**
 * A game's rules. State and Input are plain data, declared by a schema; `step` depends on nothing but its arguments:
 * no clock, no global chance (random state lives in the state), so the same code runs on the host and, predicted, on
 * a client, and a replay is exact.
 */
export interface Game<State, Input> {
  readonly id: string
  readonly title: string
  /** How to play, in one sentence. */
  readonly rule: string
  readonly seats: { readonly min: number; readonly max: number }
  readonly ticksPerSecond: number
  /** A snapshot goes out every so many ticks. */
  readonly snapshotEvery: number
  readonly state: Kind<State>
  readonly input: Kind<Input>
  /** What a player does who does nothing. */
  readonly idle: Input
  /**
   * True where the state holds all that a step depends on, and everyone may know all of it. Then what travels is what
   * players do, and every client steps the world itself. `step`, `join` and `leave` must come to the same on every
   * machine, to the last bit: only + − × ÷, comparisons, `Math.sqrt` and integer arithmetic may be used, which are
   * exact everywhere; `Math.sin`, `Math.hypot` and their like are not. False for a game with secrets.
   */
  readonly open: boolean
  /** Whether a step asks how far `behind` a player saw the others. */
  readonly rewinds: boolean
  /** Most bytes that a snapshot after the first may take per player, on average over a lively match. */
  readonly bytesPerPlayer: number
  /** True for a world without an end, such as the meadow. */
  readonly endless: boolean
  /** The world at tick 0. `seed` is an unsigned 32-bit integer. */
  start(seats: readonly number[], seed: number): State
  /** Advances `state` by one tick, in place. Need not quantise: the caller does, after every step. */
  step(state: State, moment: Moment<Input>): void
  /** Someone sits down mid-game. Absent: they watch until the next match. */
  join?(state: State, seat: number): void
  /** Someone is gone for good. */
  leave?(state: State, seat: number): void
  /** The outcome once the match is over, null until then. */
  result(state: State): Outcome | null
  /** Takes out of a copy what `seat` (null: a spectator) may not know. Costs a snapshot of its own for each player. */
  redact?(copy: State, seat: number | null): void
  /** A player that needs no person. */
  readonly bot: Bot<State, Input>
}

/** A player that needs no person. It sees what its player would see. */
export interface Bot<State, Input> {
  /** Sits down. `random` gives numbers in [0, 1) from a seed, so that a bot's match can be repeated. */
  play(seat: number, random: () => number): BotBrain<State, Input>
}

export interface BotBrain<State, Input> {
  /** The input for the tick that follows `state`. Must not change the state. */
  next(state: State, tick: number): Input
}

/** A game whose types only its own folder needs to know. */
export type AnyGame = Game<unknown, unknown>
