/** A match among bots, with the means to look into it. */

import type { AnyGame, BotBrain, Options, Strength } from '../../src/games/game.ts'
import { standardOptions } from '../../src/games/options.ts'
import { randomStream } from '../../src/netcode/random.ts'

export interface BotMatchSetup {
  readonly options?: Options
  /** How each seat plays; fair where nothing is said. */
  readonly strength?: (seat: number) => Strength
}

export class BotMatch {
  readonly state: unknown
  tick = 0
  /** Every input given, by tick. */
  readonly given: { readonly [seat: number]: unknown }[] = []
  readonly #game: AnyGame
  readonly #setup: BotMatchSetup
  readonly #brains = new Map<number, BotBrain<unknown, unknown>>()
  readonly #random: () => number

  constructor(game: AnyGame, seats: readonly number[], seed: number, setup: BotMatchSetup = {}) {
    this.#game = game
    this.#setup = setup
    this.#random = randomStream(seed)
    this.state = game.state.quantise(game.start(seats, seed, setup.options ?? standardOptions(game)))
    for (const seat of seats) this.sit(seat)
  }

  sit(seat: number): void {
    const strength = this.#setup.strength?.(seat) ?? 'fair'
    this.#brains.set(seat, this.#game.bot.play(seat, this.#random, strength))
  }

  join(seat: number): void {
    this.#game.join?.(this.state, seat)
    this.#game.state.quantise(this.state)
    this.sit(seat)
  }

  leave(seat: number): void {
    this.#game.leave?.(this.state, seat)
    this.#game.state.quantise(this.state)
    this.#brains.delete(seat)
  }

  step(): void {
    const tick = ++this.tick
    const inputs: { [seat: number]: unknown } = {}
    for (const [seat, brain] of this.#brains)
      inputs[seat] = this.#game.input.quantise(brain.next(seenBy(this.#game, this.state, seat), tick))
    this.given.push(inputs)
    stepWith(this.#game, this.state, tick, inputs)
  }
}

/** A bot sees what its player would see. */
export function seenBy(game: AnyGame, state: unknown, seat: number): unknown {
  if (!game.redact) return state
  const copy = game.state.copy(state)
  game.redact(copy, seat)
  return copy
}

/** One tick of the rules, quantised as both ends do. */
export function stepWith(
  game: AnyGame,
  state: unknown,
  tick: number,
  inputs: { readonly [seat: number]: unknown },
): void {
  game.step(state, { tick, dt: 1 / game.ticksPerSecond, inputs, behind: () => 0 })
  game.state.quantise(state)
}
