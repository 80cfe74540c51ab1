/**
 * How a match tells its viewers what came of it. In an open game that is the steps, the same few bytes for everyone who
 * keeps up. Whoever they led astray, and everyone in a game with secrets, is told states.
 */

import type { AnyGame } from '../games/game.ts'
import { StepsWriter } from '../netcode/steps.ts'
import type { World } from '../netcode/world.ts'
import { writeSteps, writeWorld } from '../protocol/frames.ts'
import type { Viewer } from './match.ts'
import { Snapshots } from './snapshots.ts'

export class Telling {
  readonly #game: AnyGame
  readonly #match: number
  readonly #world: World<unknown, unknown>
  readonly #steps: StepsWriter<unknown, unknown>
  /** By the eyes that they are for; one for all where there are no secrets. */
  readonly #snapshots = new Map<number | null, Snapshots>()
  #before = 0
  #now = 0
  #stepsFrame: Uint8Array | null = null
  #worldFrame: Uint8Array | null = null

  constructor(game: AnyGame, match: number, world: World<unknown, unknown>) {
    this.#game = game
    this.#match = match
    this.#world = world
    this.#steps = new StepsWriter(game, world)
  }

  sit(seat: number): void {
    this.#steps.sit(seat)
  }

  stand(seat: number): void {
    this.#snapshots.delete(seat)
    this.#steps.stand(seat)
  }

  hold(seat: number, input: unknown, behind: number): void {
    this.#steps.hold(seat, input, behind)
  }

  pause(paused: boolean): void {
    this.#steps.pause(paused)
  }

  step(): void {
    this.#steps.step()
  }

  /** From now on the world as it is after the last step is told. */
  turn(): void {
    this.#before = this.#now
    this.#now = this.#world.tick
    // Once a second, everyone can see whether they are still where the host is.
    const second = (tick: number) => Math.floor(tick / this.#game.ticksPerSecond)
    const body = this.#steps.finish(second(this.#before) !== second(this.#now))
    this.#stepsFrame = this.#game.open ? writeSteps(this.#match, this.#before, body) : null
    this.#worldFrame = null
  }

  /** The same bytes for all who stand alike. */
  frameFor({ eyes, isAstray, sentTick }: Viewer): Uint8Array {
    if (!this.#stepsFrame || isAstray) return this.#snapshotsFor(eyes).frame(sentTick)
    if (sentTick === this.#before && this.#before > 0) return this.#stepsFrame
    this.#worldFrame ??= writeWorld(this.#match, this.#world)
    return this.#worldFrame
  }

  /** A copy of the state without what these eyes may not see. */
  seenBy(eyes: number | null): unknown {
    const copy = this.#game.state.copy(this.#world.state)
    this.#game.redact?.(copy, eyes)
    return copy
  }

  #snapshotsFor(eyes: number | null): Snapshots {
    const key = this.#game.redact ? eyes : null
    let snapshots = this.#snapshots.get(key)
    if (!snapshots) {
      snapshots = new Snapshots(this.#game, this.#match)
      this.#snapshots.set(key, snapshots)
    }
    if (snapshots.tick !== this.#now) snapshots.take(this.#now, this.seenBy(eyes))
    return snapshots
  }
}
