/**
 * A game's world as both ends keep it: the state, who sits in it, and what each of them holds. Everything that happens
 * to it happens here, so that whoever does the same to an equal world has an equal world again, to the bit.
 */

import { BadBits, type BitReader, type BitWriter, bitWidth } from './bits.ts'
import type { Kind } from './kind.ts'

/** One input a player and tick, by seat. */
export type Inputs<Input> = { readonly [seat: number]: Input | undefined }

export interface Moment<Input> {
  /** The tick that this step makes, counted from 1. */
  readonly tick: number
  /** Seconds that a step lasts: 1 / ticksPerSecond. */
  readonly dt: number
  /** Where a seat's input is absent, the rules carry on from what the state says of that player's intent. */
  readonly inputs: Inputs<Input>
  /** How many ticks in the past a seat saw the others when it gave its input; 0 in games that do not rewind. */
  readonly behind: (seat: number) => number
}

/** What a world needs of its game. */
export interface Rules<State, Input> {
  readonly state: Kind<State>
  readonly input: Kind<Input>
  readonly idle: Input
  readonly ticksPerSecond: number
  readonly rewinds: boolean
  step(state: State, moment: Moment<Input>): void
  join?(state: State, seat: number): void
  leave?(state: State, seat: number): void
}

/** Seats are numbered below this. */
const mostSeats = 4096

export class World<State, Input> {
  readonly #rules: Rules<State, Input>
  readonly #inputs: (Input | undefined)[] = []
  readonly #behind: number[] = []
  readonly #moment: { tick: number; dt: number; inputs: Inputs<Input>; behind(seat: number): number }
  readonly #begins: number
  #state: State
  #isPaused = false

  /**
   * Takes a quantised state to keep, as of `tick`, in which `seats` are taken. Up to the tick `begins` time passes and
   * nothing happens: a countdown.
   */
  constructor(
    rules: Rules<State, Input>,
    tick: number,
    state: State,
    { seats = [], begins = 0 }: { seats?: readonly number[]; begins?: number } = {},
  ) {
    this.#rules = rules
    this.#state = state
    this.#begins = begins
    this.#moment = {
      tick,
      dt: 1 / rules.ticksPerSecond,
      inputs: this.#inputs,
      behind: (seat) => this.#behind[seat] ?? 0,
    }
    for (const seat of seats) this.#take(seat)
  }

  /** Not to be changed but by what this world offers. */
  get state(): State {
    return this.#state
  }

  /** The last tick that was made. */
  get tick(): number {
    return this.#moment.tick
  }

  /** What everyone holds, by seat. */
  get inputs(): readonly (Input | undefined)[] {
    return this.#inputs
  }

  /** Bits that the number of any taken seat fits in. */
  get seatWidth(): number {
    return bitWidth(this.#inputs.length - 1)
  }

  /** Whether ticks pass without anything happening. */
  get isPaused(): boolean {
    return this.#isPaused
  }

  /** Whether the rules run in the tick after the last. */
  get isRunning(): boolean {
    return !this.#isPaused && this.tick >= this.#begins
  }

  /** From the next tick on. */
  pause(paused: boolean): void {
    this.#isPaused = paused
  }

  isTaken(seat: number): boolean {
    return this.#inputs[seat] !== undefined
  }

  /** Someone takes a seat that is free. */
  sit(seat: number): void {
    this.#take(seat)
    this.#rules.join?.(this.#state, seat)
    this.#rules.state.quantise(this.#state)
  }

  /** Someone gives up a seat that is taken. */
  stand(seat: number): void {
    this.#inputs[seat] = undefined
    while (this.#inputs.length > 0 && this.#inputs[this.#inputs.length - 1] === undefined)
      this.#inputs.length--
    this.#rules.leave?.(this.#state, seat)
    this.#rules.state.quantise(this.#state)
  }

  /** Someone does something from the next tick on. Returns whether it is something else than before. */
  hold(seat: number, input: Input, behind: number): boolean {
    const before = this.#inputs[seat] as Input
    const seen = this.#rules.rewinds ? behind : 0
    if (this.#behind[seat] === seen && (before === input || this.#rules.input.same(before, input)))
      return false
    this.#inputs[seat] = input
    this.#behind[seat] = seen
    return true
  }

  behind(seat: number): number {
    return this.#behind[seat] ?? 0
  }

  /** Makes the next tick. */
  step(): void {
    const { isRunning } = this
    this.#moment.tick++
    if (!isRunning) return
    this.#rules.step(this.#state, this.#moment)
    this.#rules.state.quantise(this.#state)
  }

  /** A world of its own, equal to this one. */
  copy(): World<State, Input> {
    const state = this.#rules.state.copy(this.#state)
    const copy = new World(this.#rules, this.tick, state, { begins: this.#begins })
    copy.#isPaused = this.#isPaused
    for (let seat = 0; seat < this.#inputs.length; seat++) {
      copy.#inputs[seat] = this.#inputs[seat]
      copy.#behind[seat] = this.#behind[seat] ?? 0
    }
    return copy
  }

  /** Everything but the ticks: the present one, and that of the beginning. */
  write(bits: BitWriter): void {
    bits.flag(this.#isPaused)
    bits.small(this.#inputs.length, 4)
    for (let seat = 0; seat < this.#inputs.length; seat++) {
      const input = this.#inputs[seat]
      bits.flag(input !== undefined)
      if (input !== undefined) writeHeld(bits, this.#rules, input, this.#behind[seat] ?? 0)
    }
    this.#rules.state.write(bits, this.#state)
  }

  /** Throws BadBits on what no writer wrote. */
  static read<State, Input>(
    rules: Rules<State, Input>,
    { tick, begins }: { tick: number; begins: number },
    bits: BitReader,
  ): World<State, Input> {
    const isPaused = bits.flag()
    const length = bits.small(4)
    if (length > mostSeats) throw new BadBits('more seats than there are')
    const held = Array.from({ length }, () => (bits.flag() ? readHeld(bits, rules) : null))
    const world = new World(rules, tick, rules.state.read(bits), { begins })
    world.#isPaused = isPaused
    for (const [seat, entry] of held.entries()) {
      world.#inputs[seat] = entry?.input
      world.#behind[seat] = entry?.behind ?? 0
    }
    return world
  }

  #take(seat: number): void {
    if (seat >= mostSeats) throw new BadBits('more seats than there are')
    while (this.#inputs.length <= seat) this.#inputs.push(undefined)
    this.#inputs[seat] = this.#rules.idle
    this.#behind[seat] = 0
  }
}

/** What a seat holds, as it travels. */
export function writeHeld<State, Input>(
  bits: BitWriter,
  rules: Rules<State, Input>,
  input: Input,
  behind: number,
): void {
  rules.input.write(bits, input)
  if (rules.rewinds) bits.unsigned(behind, 8)
}

export function readHeld<State, Input>(
  bits: BitReader,
  rules: Rules<State, Input>,
): { input: Input; behind: number } {
  return { input: rules.input.read(bits), behind: rules.rewinds ? bits.unsigned(8) : 0 }
}
