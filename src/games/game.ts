/** The contract between a game's rules and the host: all that the host needs to run it, and a client to predict it. */

import type { Kind } from '../netcode/kind.ts'
import type { Moment } from '../netcode/world.ts'
import type { Strength } from '../protocol/strength.ts'

export type { Moment }

export interface Outcome {
  /** Seats in order of rank, best first; seats that share a rank stand together. Everyone who took part, leavers too. */
  readonly ranks: readonly (readonly number[])[]
  /** What each seat came to, in the game's own unit. */
  readonly scores?: { readonly [seat: number]: number }
}

/** Something that is chosen before a match, such as how many rounds. */
export interface Option {
  readonly id: string
  readonly label: string
  readonly choices: readonly { readonly value: number; readonly label: string }[]
  /** The value that is chosen where nobody chooses. */
  readonly standard: number
}

/** What was chosen, by the options' ids: every option of the game, each with one of its values. */
export type Options = Readonly<Record<string, number>>

export type { Strength }

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
  readonly options: readonly Option[]
  /** Seconds that a match lasts with the standard options, about. */
  readonly lasts: number
  /** What a score counts, such as "points"; absent where there are no scores. */
  readonly unit?: string
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
  start(seats: readonly number[], seed: number, options: Options): State
  /** Advances `state` by one tick, in place. Not called while the match counts down or pauses. Need not quantise: the caller does, after every step. */
  step(state: State, moment: Moment<Input>): void
  /** Whether a bot plays on for who lost the line, as long as the seat is held. */
  readonly botHolds: boolean
  /** Someone sits down mid-game. Absent: they watch until the next match. */
  join?(state: State, seat: number): void
  /** Someone is gone for good. Must never leave the others waiting. */
  leave?(state: State, seat: number): void
  /** The outcome once the match is over, null until then. */
  result(state: State): Outcome | null
  /**
   * Whether a seat has nothing to do now but watch: out of the round, out of the match, waiting for its turn at a board.
   * They may cheer meanwhile. With the standard options and eight players nobody waits longer than thirty seconds.
   */
  isOut?(state: State, seat: number): boolean
  /** Takes out of a copy what `seat` (null: a spectator) may not know. Costs a snapshot of its own for each player. */
  redact?(copy: State, seat: number | null): void
  /** A player that needs no person. */
  readonly bot: Bot<State, Input>
}

/** A player that needs no person. It sees what its player would see. */
export interface Bot<State, Input> {
  /** Sits down. `random` gives numbers in [0, 1) from a seed, so that a bot's match can be repeated. */
  play(seat: number, random: () => number, strength: Strength): BotBrain<State, Input>
}

export interface BotBrain<State, Input> {
  /** The input for the tick that follows `state`. Must not change the state. */
  next(state: State, tick: number): Input
}

/** A game whose types only its own folder needs to know. */
export type AnyGame = Game<unknown, unknown>
