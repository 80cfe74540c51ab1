/**
 * Stepping ahead with one's own inputs that the host has not answered yet, and replaying them on every snapshot.
 * After Quake III's `cg_predict.c` and Gabriel Gambetta's "Client-Side Prediction and Server Reconciliation".
 */

import type { Kind } from './kind.ts'

export interface Rules<State, Input> {
  readonly state: Kind<State>
  /** Advances a state by one tick, in place, with the one input that is known. */
  step(state: State, tick: number, input: Input): void
}

/** Seconds that a prediction runs ahead at most: beyond, what is shown would be invention. */
export const furthestAhead = 1

export class Prediction<State, Input> {
  readonly #rules: Rules<State, Input>
  readonly #inputs: { tick: number; input: Input }[] = []
  #tick: number
  #state: State

  /** Begins at a snapshot. */
  constructor(rules: Rules<State, Input>, tick: number, state: State) {
    this.#rules = rules
    this.#tick = tick
    this.#state = rules.state.copy(state)
  }

  /** The last tick that was predicted. */
  get tick(): number {
    return this.#tick
  }

  /** The world at that tick. Not to be changed. */
  get state(): State {
    return this.#state
  }

  /** Takes the input of the tick after the last, and makes that tick. */
  advance(input: Input): void {
    this.#tick++
    this.#inputs.push({ tick: this.#tick, input })
    this.#step(this.#state, this.#tick, input)
  }

  /** The tick after the last, tried with an input that may still change. */
  peek(input: Input): State {
    const state = this.#rules.state.copy(this.#state)
    this.#step(state, this.#tick + 1, input)
    return state
  }

  /** Adopts a snapshot and replays every input after it. Where the snapshot is ahead, it is where we are now. */
  reconcile(tick: number, state: State): void {
    let forget = 0
    while ((this.#inputs[forget]?.tick ?? Number.POSITIVE_INFINITY) <= tick) forget++
    this.#inputs.splice(0, forget)
    const replayed = this.#rules.state.copy(state)
    for (const { tick: at, input } of this.#inputs) this.#step(replayed, at, input)
    this.#tick = Math.max(tick, this.#tick)
    this.#state = replayed
  }

  /** Takes back what was predicted beyond a tick; `reconcile` must follow. */
  rewind(tick: number): void {
    while ((this.#inputs.at(-1)?.tick ?? tick) > tick) this.#inputs.pop()
    this.#tick = Math.min(this.#tick, tick)
  }

  /** Goes to a later tick without inputs, after a pause in which none were given. */
  restart(tick: number, state: State): void {
    this.#inputs.length = 0
    this.#tick = tick
    this.#state = this.#rules.state.copy(state)
  }

  #step(state: State, tick: number, input: Input): void {
    this.#rules.step(state, tick, input)
    this.#rules.state.quantise(state)
  }
}
