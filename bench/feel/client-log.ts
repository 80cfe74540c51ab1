/** What one player saw, frame by frame, and what it was given to correct. */

import type { LiveMatch } from '../../src/client/live-match.ts'
import type { AnyGame } from '../../src/games/game.ts'
import type { VirtualClient } from '../../test/support/virtual-party.ts'
import { apart, type Bodies, bodiesOf } from './bodies.ts'
import { inputKey } from './host-log.ts'

export interface Frame {
  /** Milliseconds of the world. */
  readonly now: number
  readonly bodies: Bodies
  /** The newest tick that had arrived. */
  readonly newest: number
  /** The tick at which others were drawn. */
  readonly seen: number
  /** The interpolation delay that the client wants, in milliseconds. */
  readonly delay: number
}

export interface Correction {
  readonly now: number
  /** How far the own body was drawn from where it is right, in units. */
  readonly size: number
}

export class ClientLog {
  readonly frames: Frame[] = []
  readonly corrections: Correction[] = []
  /** The inputs that were committed, as text, by tick. */
  readonly committed = new Map<number, string>()
  readonly #client: VirtualClient
  readonly #now: () => number
  #match: LiveMatch | null = null
  #held = ''

  /** `now` tells the world's time; `brain` says the inputs, given what was drawn last. */
  constructor(
    client: VirtualClient,
    game: AnyGame,
    now: () => number,
    brain: (state: unknown, seat: number) => unknown,
  ) {
    this.#client = client
    this.#now = now
    client.play = (state) => {
      const input = brain(state, this.seat)
      this.#held = inputKey(game.input.quantise(game.input.copy(input)))
      return input
    }
    client.framed = () => this.#framed()
  }

  get seat(): number {
    return this.#client.party.state.seat ?? -1
  }

  /** Forgets what was: the measuring begins. */
  begin(): void {
    this.frames.length = 0
    this.corrections.length = 0
    this.committed.clear()
  }

  #framed(): void {
    const { scene } = this.#client
    const match = this.#client.match()
    if (!match || !scene) return
    this.#watch(match)
    const last = Math.ceil(scene.tick) - 1
    for (let i = 0; i < scene.committed; i++) this.committed.set(last - i, this.#held)
    this.frames.push({
      now: this.#now(),
      bodies: bodiesOf(scene.state),
      newest: match.truth?.tick ?? 0,
      seen: match.seen,
      delay: match.figures().delay,
    })
  }

  #watch(match: LiveMatch): void {
    if (this.#match === match) return
    this.#match = match
    match.corrected = (shown, right) => {
      const from = bodiesOf(shown)[this.seat]
      const to = bodiesOf(right)[this.seat]
      const size = from && to ? apart(from, to) : 0
      if (size > 0) this.corrections.push({ now: this.#now(), size })
    }
  }
}
