/**
 * What happened in the ticks between two snapshots: who came and went, and who did something else than before. Whoever
 * has the world as it was steps it onward with this and has it as it is: what goes on by itself costs nothing to tell.
 *
 *   steps   tick { 1 tick } 0 check
 *   tick    { 1 event } 0
 *   event   0 seat:seatWidth held          from this tick on, this seat does this
 *         | 1 0 taken:1 small(seat, 5)     this seat is now taken, or free
 *         | 1 1 paused:1                   from this tick on, nothing happens, or goes on
 *   check   0 | 1 digest:16             of the state that comes of it, now and then
 */

import { BadBits, type BitReader, BitWriter } from './bits.ts'
import type { Kind } from './kind.ts'
import { type Rules, readHeld, type World, writeHeld } from './world.ts'

/** Ticks told at once at most. */
export const mostSteps = 255

/** Moves a world on, and keeps what is to be told of it; written while it happens, and so ready at once. */
export class StepsWriter<State, Input> {
  readonly #rules: Rules<State, Input>
  readonly #world: World<State, Input>
  readonly #bits = new BitWriter(256)
  #ticks = 0
  /** Whether something of the next tick was written. */
  #isBegun = false

  constructor(rules: Rules<State, Input>, world: World<State, Input>) {
    this.#rules = rules
    this.#world = world
  }

  sit(seat: number): void {
    this.#seat(seat, true)
    this.#world.sit(seat)
  }

  stand(seat: number): void {
    this.#seat(seat, false)
    this.#world.stand(seat)
  }

  hold(seat: number, input: Input, behind: number): void {
    if (!this.#world.hold(seat, input, behind)) return
    this.#event()
    this.#bits.flag(false)
    this.#bits.unsigned(seat, this.#world.seatWidth)
    writeHeld(this.#bits, this.#rules, input, this.#world.behind(seat))
  }

  pause(paused: boolean): void {
    this.#event()
    this.#bits.flag(true)
    this.#bits.flag(true)
    this.#bits.flag(paused)
    this.#world.pause(paused)
  }

  step(): void {
    this.#begin()
    this.#bits.flag(false)
    this.#isBegun = false
    this.#ticks++
    this.#world.step()
  }

  /** What happened since the last call; a tick at least, and nothing since the last one. */
  finish(checked: boolean): Uint8Array {
    if (this.#ticks === 0 || this.#isBegun) throw new Error('steps are told right after a tick')
    this.#bits.flag(false)
    this.#bits.flag(checked)
    if (checked) this.#bits.unsigned(digest(this.#rules.state, this.#world.state), 16)
    const bytes = this.#bits.finish()
    this.#bits.reset()
    this.#ticks = 0
    return bytes
  }

  #seat(seat: number, taken: boolean): void {
    this.#event()
    this.#bits.flag(true)
    this.#bits.flag(false)
    this.#bits.flag(taken)
    this.#bits.small(seat, 5)
  }

  #event(): void {
    this.#begin()
    this.#bits.flag(true)
  }

  #begin(): void {
    if (this.#ticks > 0 && !this.#isBegun) this.#bits.flag(true)
    this.#isBegun = true
  }
}

/**
 * The worlds after each of the ticks that are told, oldest first; `world` is left alone. `isRight` is false where
 * the state that came of them is not the one that the host had. Throws BadBits on what no writer wrote.
 */
export function readSteps<State, Input>(
  rules: Rules<State, Input>,
  world: World<State, Input>,
  bits: BitReader,
): { worlds: World<State, Input>[]; isRight: boolean } {
  const worlds: World<State, Input>[] = []
  let last = world
  do {
    if (worlds.length === mostSteps) throw new BadBits('more ticks than are told at once')
    last = last.copy()
    while (bits.flag()) readEvent(rules, last, bits)
    last.step()
    worlds.push(last)
  } while (bits.flag())
  const isRight = !bits.flag() || bits.unsigned(16) === digest(rules.state, last.state)
  return { worlds, isRight }
}

function readEvent<State, Input>(
  rules: Rules<State, Input>,
  world: World<State, Input>,
  bits: BitReader,
): void {
  if (!bits.flag()) {
    const seat = bits.unsigned(world.seatWidth)
    const { input, behind } = readHeld(bits, rules)
    if (!world.isTaken(seat)) throw new BadBits('an input of nobody')
    world.hold(seat, input, behind)
    return
  }
  if (bits.flag()) {
    world.pause(bits.flag())
    return
  }
  const taken = bits.flag()
  const seat = bits.small(5)
  if (world.isTaken(seat) === taken) throw new BadBits('a seat is taken twice, or given up twice')
  if (taken) world.sit(seat)
  else world.stand(seat)
}

const scratch = new BitWriter(4096)

/** 16 bits by which two states mostly differ where they differ: FNV-1a of all that a schema writes, folded. */
export function digest<State>(kind: Kind<State>, state: State): number {
  scratch.reset()
  kind.write(scratch, state)
  let hash = 0x811c9dc5
  for (const byte of scratch.finish()) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash ^ (hash >>> 16)) & 0xffff
}
