/** One run of one game: its world, its ticks, everyone's inputs, and the snapshots that go out. */

import type { AnyGame, BotBrain, Options, Outcome, Strength } from '../games/game.ts'
import { BadBits, type BitReader } from '../netcode/bits.ts'
import { InputQueue } from '../netcode/input-queue.ts'
import { World } from '../netcode/world.ts'
import type { MatchInfo } from '../protocol/messages.ts'
import { longestUnseen } from './limits.ts'
import { Telling } from './telling.ts'

/** An input for a tick this many seconds ahead is no honest mistake. */
const furthestInput = 2

/** What travels of how far behind a player saw the others, in ticks. */
const furthestBehind = 255

const nobody: ReadonlyMap<number, BotBrain<unknown, unknown>> = new Map()

/** Someone who is sent snapshots. */
export interface Viewer {
  /** The seat whose secrets may be seen; null for a spectator. */
  readonly eyes: number | null
  /** Whether steps led it astray, so that it is told states. */
  readonly isAstray: boolean
  /** The tick of the last snapshot sent; null where the next must be a full one. */
  readonly sentTick: number | null
  /** False while too much is still unsent, or what was sent before `unseen` is still not seen. */
  ready(unseen: number): boolean
  send(frame: Uint8Array, tick: number): void
  /** Nothing is sent to it now. */
  skip(): void
}

export interface MatchSetup {
  /** Who takes part from the start. */
  readonly seats: readonly number[]
  readonly seed: number
  readonly options: Options
  /** The tick after which the rules run. */
  readonly begins: number
}

interface Hand {
  readonly queue: InputQueue<unknown>
  /** The least time in ticks by which inputs were early since it was last asked for. */
  margin: number | null
}

export class Match {
  readonly game: AnyGame
  readonly number: number
  readonly #world: World<unknown, unknown>
  readonly #telling: Telling
  readonly #hands = new Map<number, Hand>()
  readonly #bots = new Map<number, BotBrain<unknown, unknown>>()
  readonly #begins: number
  #broadcastTick = 0
  /** When the last tick was made, to judge how early an input is. */
  #madeAt = 0

  constructor(game: AnyGame, number: number, setup: MatchSetup) {
    const { seats, seed, options, begins } = setup
    this.game = game
    this.number = number
    this.#begins = begins
    const state = game.state.quantise(game.start(seats, seed, options))
    this.#world = new World(game, 0, state, { seats, begins })
    this.#telling = new Telling(game, number, this.#world)
    for (const seat of seats) this.#hands.set(seat, this.#hand())
  }

  get info(): MatchInfo {
    const { id, ticksPerSecond, snapshotEvery } = this.game
    return {
      number: this.number,
      game: id,
      tickRate: ticksPerSecond,
      snapshotEvery,
      begins: this.#begins,
      // In a world without an end everyone takes part, whoever comes and goes.
      seats: this.game.endless ? [] : [...this.seats],
    }
  }

  /** Whether the countdown is over. */
  get hasBegun(): boolean {
    return this.tick >= this.#begins
  }

  /** How it came out; null until then. */
  get outcome(): Outcome | null {
    return this.game.result(this.#world.state)
  }

  isOut(seat: number): boolean {
    return this.game.isOut?.(this.#world.state, seat) ?? false
  }

  /** Everyone who takes part, by seat. */
  get seats(): readonly number[] {
    return [...this.#hands.keys()].sort((a, b) => a - b)
  }

  /** Whether this seat takes part. */
  has(seat: number): boolean {
    return this.#hands.has(seat)
  }

  pause(paused: boolean): void {
    if (this.#world.isPaused !== paused) this.#telling.pause(paused)
  }

  get tick(): number {
    return this.#world.tick
  }

  sit(seat: number): void {
    if (this.#hands.has(seat)) return
    this.#hands.set(seat, this.#hand())
    this.#telling.sit(seat)
  }

  /** A bot plays this seat, which is taken for it where it is free. */
  sitBot(seat: number, random: () => number, strength: Strength): void {
    this.sit(seat)
    this.#bots.set(seat, this.game.bot.play(seat, random, strength))
  }

  /** The seat is its player's own again. */
  releaseBot(seat: number): void {
    this.#bots.delete(seat)
  }

  stand(seat: number): void {
    this.#bots.delete(seat)
    if (this.#hands.delete(seat)) this.#telling.stand(seat)
  }

  /** Takes an input that arrived at `now` (milliseconds). Throws BadBits on one that no honest client sends. */
  input(seat: number, tick: number, behind: number, body: BitReader, now: number): void {
    const input = this.game.input.read(body)
    body.end()
    const hand = this.#hands.get(seat)
    if (!hand) return
    const { ticksPerSecond } = this.game
    if (tick - this.tick > furthestInput * ticksPerSecond) throw new BadBits('an input from the future')
    const early = tick - this.tick - ((now - this.#madeAt) * ticksPerSecond) / 1000
    hand.margin = hand.margin === null ? early : Math.min(hand.margin, early)
    hand.queue.push(tick, input, this.tick, behind)
  }

  /** How early this seat's inputs were since the last call, in ticks (negative: late); null where none came. */
  margin(seat: number): number | null {
    const hand = this.#hands.get(seat)
    if (!hand) return null
    const { margin } = hand
    hand.margin = null
    return margin
  }

  /** Makes one tick. `now` in milliseconds. */
  step(now: number): void {
    const tick = this.tick + 1
    this.#madeAt = now
    for (const [seat, { queue }] of this.#hands) {
      if (this.#bots.has(seat)) continue
      const input = queue.take(tick)
      this.#telling.hold(seat, input, Math.min(furthestBehind, queue.behind))
    }
    const bots = this.#world.isRunning ? this.#bots : nobody
    for (const [seat, brain] of bots) {
      // A bot knows no more than a player in its seat.
      const seen = this.game.redact ? this.#telling.seenBy(seat) : this.#world.state
      this.#telling.hold(seat, this.game.input.quantise(brain.next(seen, tick)), 0)
    }
    this.#telling.step()
  }

  /** Whether it is time for a snapshot to go out. */
  get isSnapshotDue(): boolean {
    return this.tick - this.#broadcastTick >= this.game.snapshotEvery
  }

  /** Sends the present state to everyone who keeps up. */
  broadcast(viewers: Iterable<Viewer>): void {
    const { tick } = this
    const unseen = tick - longestUnseen * this.game.ticksPerSecond
    this.#broadcastTick = tick
    this.#telling.turn()
    for (const viewer of viewers) {
      if (viewer.ready(unseen)) viewer.send(this.#telling.frameFor(viewer), tick)
      else viewer.skip()
    }
  }

  #hand(): Hand {
    return { queue: new InputQueue(this.game.idle, this.game.ticksPerSecond), margin: null }
  }
}
