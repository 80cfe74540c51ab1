/** One run of one game: its world, its ticks, everyone's inputs, and the snapshots that go out. */

import type { AnyGame, BotBrain } from '../games/game.ts'
import { BadBits, type BitReader } from '../netcode/bits.ts'
import { InputQueue } from '../netcode/input-queue.ts'
import { World } from '../netcode/world.ts'
import type { MatchInfo } from '../protocol/messages.ts'
import { longestUnseen } from './limits.ts'
import { Telling } from './telling.ts'

/** An input for a tick this many seconds ahead is no honest mistake. */
const furthestInput = 2

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

interface Hand {
  readonly queue: InputQueue<unknown>
  behind: number
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
  #broadcastTick = 0
  /** When the last tick was made, to judge how early an input is. */
  #madeAt = 0

  constructor(game: AnyGame, number: number, seats: readonly number[], seed: number) {
    this.game = game
    this.number = number
    this.#world = new World(game, 0, game.state.quantise(game.start(seats, seed)), seats)
    this.#telling = new Telling(game, number, this.#world)
    for (const seat of seats) this.#hands.set(seat, this.#hand())
  }

  get info(): MatchInfo {
    const { id, ticksPerSecond, snapshotEvery } = this.game
    return { number: this.number, game: id, tickRate: ticksPerSecond, snapshotEvery }
  }

  get tick(): number {
    return this.#world.tick
  }

  sit(seat: number): void {
    if (this.#hands.has(seat)) return
    this.#hands.set(seat, this.#hand())
    this.#telling.sit(seat)
  }

  sitBot(seat: number, random: () => number): void {
    this.sit(seat)
    this.#bots.set(seat, this.game.bot.play(seat, random))
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
    hand.behind = behind
    hand.queue.push(tick, input, this.tick)
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
    for (const [seat, hand] of this.#hands) {
      if (!this.#bots.has(seat)) this.#telling.hold(seat, hand.queue.take(tick), hand.behind)
    }
    for (const [seat, brain] of this.#bots) {
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
    return { queue: new InputQueue(this.game.idle, this.game.ticksPerSecond), behind: 0, margin: null }
  }
}
