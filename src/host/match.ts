/** One run of one game: its state, its ticks, everyone's inputs, and the snapshots that go out. */

import type { AnyGame, BotBrain } from '../games/game.ts'
import { BadBits, type BitReader } from '../netcode/bits.ts'
import { InputQueue } from '../netcode/input-queue.ts'
import type { MatchInfo } from '../protocol/messages.ts'
import { Snapshots } from './snapshots.ts'

/** An input for a tick this many seconds ahead is no honest mistake. */
const furthestInput = 2

/** Someone who is sent snapshots. */
export interface Viewer {
  /** The seat whose secrets may be seen; null for a spectator. */
  readonly eyes: number | null
  /** The tick of the last snapshot sent; null where the next must be a full one. */
  sentTick: number | null
  /** False while too much is still unsent. */
  ready(): boolean
  send(frame: Uint8Array): void
}

interface Hand {
  queue: InputQueue<unknown>
  behind: number
  /** The least time in ticks by which inputs were early since it was last asked for. */
  margin: number | null
}

export class Match {
  readonly game: AnyGame
  readonly number: number
  readonly #dt: number
  readonly #state: unknown
  readonly #hands = new Map<number, Hand>()
  readonly #bots = new Map<number, BotBrain<unknown, unknown>>()
  readonly #shared: Snapshots
  readonly #private = new Map<number | null, Snapshots>()
  #tick = 0
  #broadcastTick = 0
  /** When the last tick was made, in ticks of time, to judge how early an input is. */
  #madeAt = 0

  constructor(game: AnyGame, number: number, seats: readonly number[], seed: number) {
    this.game = game
    this.number = number
    this.#dt = 1 / game.ticksPerSecond
    this.#state = game.state.quantise(game.start(seats, seed))
    for (const seat of seats) this.#hands.set(seat, this.#hand())
    this.#shared = new Snapshots(game, number)
  }

  get info(): MatchInfo {
    const { id, ticksPerSecond, snapshotEvery } = this.game
    return { number: this.number, game: id, tickRate: ticksPerSecond, snapshotEvery }
  }

  get tick(): number {
    return this.#tick
  }

  sit(seat: number): void {
    if (this.#hands.has(seat)) return
    this.#hands.set(seat, this.#hand())
    this.game.join?.(this.#state, seat)
    this.game.state.quantise(this.#state)
  }

  sitBot(seat: number, random: () => number): void {
    this.sit(seat)
    this.#bots.set(seat, this.game.bot.play(seat, random))
  }

  stand(seat: number): void {
    this.#bots.delete(seat)
    this.#private.delete(seat)
    if (!this.#hands.delete(seat)) return
    this.game.leave?.(this.#state, seat)
    this.game.state.quantise(this.#state)
  }

  /** Takes an input that arrived at `now` (milliseconds). Throws BadBits on one that no honest client sends. */
  input(seat: number, tick: number, behind: number, body: BitReader, now: number): void {
    const input = this.game.input.read(body)
    body.end()
    const hand = this.#hands.get(seat)
    if (!hand) return
    if (tick - this.#tick > furthestInput * this.game.ticksPerSecond)
      throw new BadBits('an input from the future')
    const early = tick - this.#tick - (now - this.#madeAt) / (this.#dt * 1000)
    hand.margin = hand.margin === null ? early : Math.min(hand.margin, early)
    hand.behind = behind
    hand.queue.push(tick, input, this.#tick)
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
    const tick = ++this.#tick
    this.#madeAt = now
    const inputs: { [seat: number]: unknown } = {}
    for (const [seat, hand] of this.#hands) inputs[seat] = hand.queue.take(tick)
    for (const [seat, brain] of this.#bots) {
      // A bot knows no more than a player in its seat.
      const seen = this.game.redact ? this.#seenBy(seat) : this.#state
      inputs[seat] = this.game.input.quantise(brain.next(seen, tick))
    }
    this.game.step(this.#state, {
      tick,
      dt: this.#dt,
      inputs,
      behind: (seat) => this.#hands.get(seat)?.behind ?? 0,
    })
    this.game.state.quantise(this.#state)
  }

  /** Whether it is time for a snapshot to go out. */
  get isSnapshotDue(): boolean {
    return this.#tick - this.#broadcastTick >= this.game.snapshotEvery
  }

  /** Sends the present state to everyone who keeps up. */
  broadcast(viewers: Iterable<Viewer>): void {
    const tick = this.#tick
    this.#broadcastTick = tick
    const taken = new Set<Snapshots>()
    for (const viewer of viewers) {
      if (!viewer.ready()) {
        viewer.sentTick = null
        continue
      }
      const snapshots = this.#snapshotsFor(viewer.eyes)
      if (!taken.has(snapshots)) {
        taken.add(snapshots)
        snapshots.take(tick, this.#seenBy(viewer.eyes))
      }
      viewer.send(snapshots.frame(viewer.sentTick))
      viewer.sentTick = tick
    }
  }

  #seenBy(eyes: number | null): unknown {
    const copy = this.game.state.copy(this.#state)
    this.game.redact?.(copy, eyes)
    return copy
  }

  #snapshotsFor(eyes: number | null): Snapshots {
    if (!this.game.redact) return this.#shared
    let own = this.#private.get(eyes)
    if (!own) {
      own = new Snapshots(this.game, this.number)
      this.#private.set(eyes, own)
    }
    return own
  }

  #hand(): Hand {
    return { queue: new InputQueue(this.game.idle, this.game.ticksPerSecond), behind: 0, margin: null }
  }
}
