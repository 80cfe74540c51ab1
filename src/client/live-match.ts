/** The match as one client plays it: snapshots come in, inputs go out, and each frame says what to draw. */

import type { AnyGame } from '../games/game.ts'
import { Lead } from '../netcode/lead.ts'
import { furthestAhead, Prediction } from '../netcode/prediction.ts'
import { Smoothing } from '../netcode/smoothing.ts'
import { Playhead, Timeline } from '../netcode/timeline.ts'
import { type Snapshot, writeAstray, writeInput } from '../protocol/frames.ts'
import type { MatchInfo } from '../protocol/messages.ts'
import { Following, type Known } from './following.ts'
import { Others } from './others.ts'

/** An input that does not change is said again so many times a second: the host takes a longer silence for a lost line. */
const saidAgain = 6
/** The same for doing nothing, which is what the host takes silence for. */
const idleSaidAgain = 2
/** Playback may run this much faster or slower to follow the network; more would be seen. */
const slew = { slower: 0.1, faster: 0.1 }
/** Off by more milliseconds than these, time is not bent but jumps. */
const jumpAfter = 500
/** Milliseconds in which a visible correction of one's own halves. */
const halfLife = 40
/** Predicted further beyond the present than this, in milliseconds, is taken back: the host has let time go. */
const farBeyond = 130

/** What the host holds of us for a tick. */
interface Given {
  readonly input: unknown
  /** How many ticks before it we saw the others. */
  readonly behind: number
}

export interface Scene {
  /** What to draw: own from the prediction, others interpolated. */
  readonly state: unknown
  readonly me: number | null
  /** Where in the host's time one's own is drawn, in ticks with a fraction; for a spectator, where all is. */
  readonly tick: number
  /** Ticks that were given an input in this frame: a key tapped between two frames counts once this is not 0. */
  readonly committed: number
}

export interface MatchSetup {
  info: MatchInfo
  game: AnyGame
  /** Own seat; null for a spectator. */
  me: number | null
  send(frame: Uint8Array): void
}

export class LiveMatch {
  readonly game: AnyGame
  readonly number: number
  /** Told of every correction, with what was shown and what is right, for whoever measures. */
  corrected: ((shown: unknown, right: unknown) => void) | null = null
  readonly #period: number
  readonly #begins: number
  readonly #snapshotEvery: number
  readonly #send: (frame: Uint8Array) => void
  readonly #following: Following
  readonly #timeline: Timeline
  readonly #lead: Lead
  readonly #others: Others
  readonly #own: Playhead
  readonly #smoothing: Smoothing<unknown>
  #prediction: Prediction<unknown, Given> | null = null
  #me: number | null
  #reconciled = -1
  #shown: unknown = null
  /** How far ahead of the arriving edge the last frame was, in ticks. */
  #ran = 0
  #sent: (Given & { readonly tick: number }) | null = null
  /** Where in the host's time the others of the picture are that the player has in sight. */
  #inSight = 0
  #corrections = 0

  constructor({ info, game, me, send }: MatchSetup) {
    this.game = game
    this.number = info.number
    this.#me = me
    this.#begins = info.begins
    this.#period = 1000 / info.tickRate
    this.#snapshotEvery = info.snapshotEvery
    this.#send = send
    this.#following = new Following(game, info.begins)
    this.#timeline = new Timeline(this.#period)
    this.#lead = new Lead(this.#period)
    this.#others = new Others(game.state, this.#period, (state, tick, inputs) =>
      this.#following.foresee(state, tick, inputs),
    )
    this.#own = new Playhead(slew, jumpAfter / this.#period)
    this.#smoothing = new Smoothing(game.state, halfLife)
  }

  /** Own seat; null for who watches. */
  get me(): number | null {
    return this.#me
  }

  /** From now on this seat is ours; null: we only watch. */
  takePart(me: number | null): void {
    if (me === this.#me) return
    this.#me = me
    this.#prediction = null
    this.#shown = null
    this.#sent = null
  }

  /** Seconds until the match begins, at this very moment on everyone's screen; 0 once it has. */
  startsIn(now: number): number {
    if (!this.#following.newest) return 0
    const present = this.#timeline.edge(now) + this.#lead.oneWay
    return Math.max(0, ((this.#begins - present) * this.#period) / 1000)
  }

  /** Whether ticks pass without anything happening. */
  get isPaused(): boolean {
    return this.#following.isPaused
  }

  /** Takes a snapshot that arrived at `now`. Throws BadBits on one that does not follow from the last. */
  receive(frame: Snapshot, now: number): void {
    if (frame.match !== this.number) return
    const wasAstray = this.#following.isAstray
    for (const known of this.#following.take(frame)) this.#others.add(known)
    if (this.#following.isAstray && !wasAstray) this.#send(writeAstray(this.number))
    this.#timeline.arrived(this.#following.newest?.tick ?? 0, now)
  }

  /** A ping of ours came back. */
  answered(trip: number, margin: number | null): void {
    // Before the first answer the lead was a guess: go right to where it should be.
    if (this.#lead.ping === null) this.#own.reset()
    this.#lead.answered(trip, margin, this.#ran)
  }

  /**
   * Once a frame: takes the input of this very frame, steps the prediction, and says what to draw; null before the
   * first snapshot. `sample` is given what was drawn last.
   */
  frame(now: number, sample: (state: unknown) => unknown): Scene | null {
    const { newest, inputs } = this.#following
    if (!newest) return null
    const edge = this.#timeline.edge(now)
    this.#inSight = this.seen
    const past = this.#others.draw(edge - this.#delay(), now, newest, inputs)
    if (this.me === null) return { state: past, me: null, tick: this.seen, committed: 0 }

    const ahead = Math.min(edge + this.#lead.ticks, this.#timeline.newest + this.#furthest)
    const place = this.#own.follow(ahead, now, this.#period)
    this.#ran = place - edge
    const prediction = this.#reconcile(past, Math.ceil(place) - 1, now)
    const input = this.game.input.quantise(sample(this.#shown ?? past))
    if (this.#inSight === 0) this.#inSight = this.seen
    const committed = this.#commit(prediction, Math.ceil(place) - 1, input)
    const between = Math.max(0, Math.min(1, place - prediction.tick))
    const drawn = this.game.state.mix(
      this.#compose(prediction.state, past),
      this.#compose(prediction.peek(this.#given(prediction.tick + 1, input)), past),
      between,
    )
    this.#shown = this.#smoothing.apply(drawn, now)
    return { state: this.#shown, me: this.me, tick: place, committed }
  }

  /** Figures for the link, in milliseconds and counts. */
  figures() {
    return {
      ping: this.#lead.ping,
      jitter: this.#timeline.lateness * this.#period,
      delay: this.#delay() * this.#period,
      lead: this.#lead.ticks * this.#period,
      corrections: this.#corrections,
    }
  }

  /** The last snapshot as it came, for whoever wants the host's truth. */
  get truth(): Known | null {
    return this.#following.newest
  }

  /** Where in the host's time others were drawn last, in ticks with a fraction. */
  get seen(): number {
    return this.#others.seen
  }

  /** How far behind the arriving edge others are drawn, in ticks: late snapshots should still come in time. */
  #delay(): number {
    return this.#timeline.lateness + this.#snapshotEvery + 0.25
  }

  #compose(predicted: unknown, past: unknown): unknown {
    return this.game.state.compose(predicted, past, this.me)
  }

  /** Takes in the newest snapshot; what the replay changed of the picture fades instead of jumping. */
  #reconcile(past: unknown, present: number, now: number): Prediction<unknown, Given> {
    const snapshot = this.#following.newest as Known
    if (!this.#prediction) {
      this.#prediction = new Prediction(this.#rules(), snapshot.tick, snapshot.state)
    } else if (snapshot.tick > this.#reconciled || this.#isBeyond(present)) {
      const before = this.#compose(this.#prediction.state, past)
      if (this.#isBeyond(present)) {
        this.#prediction.rewind(present)
        // What was said for ticks to come is said anew.
        this.#sent = null
      }
      this.#prediction.reconcile(snapshot.tick, snapshot.state)
      const after = this.#compose(this.#prediction.state, past)
      if (!this.game.state.same(before, after)) {
        this.#corrections++
        const shown = this.#smoothing.apply(before, now)
        this.corrected?.(shown, after)
        this.#smoothing.correct(shown, after, now)
      }
    }
    this.#reconciled = snapshot.tick
    return this.#prediction
  }

  #isBeyond(present: number): boolean {
    return this.#prediction !== null && (this.#prediction.tick - present) * this.#period > farBeyond
  }

  get #furthest(): number {
    return Math.ceil((furthestAhead * 1000) / this.#period)
  }

  #commit(prediction: Prediction<unknown, Given>, upTo: number, input: unknown): number {
    const snapshot = this.#following.newest as Known
    if (upTo - prediction.tick > this.#furthest) prediction.restart(snapshot.tick, snapshot.state)
    const from = prediction.tick
    while (prediction.tick < upTo) {
      prediction.advance(this.#say(prediction.tick + 1, input))
    }
    return prediction.tick - from
  }

  /** Inputs go out when they change, and now and then while they do not. Returns what the host holds from then on. */
  #say(tick: number, input: unknown): Given {
    const given = this.#given(tick, input)
    if (given === this.#sent) return given
    this.#sent = { ...given, tick, input: this.game.input.copy(input) }
    this.#send(writeInput(this.game.input, this.number, tick, given.behind, input))
    return this.#sent
  }

  /** What was said last while that still holds; else what is to be said for this tick. */
  #given(tick: number, input: unknown): Given {
    const isIdle = this.game.input.same(input, this.game.idle)
    const every = Math.max(1, Math.round(1000 / this.#period / (isIdle ? idleSaidAgain : saidAgain)))
    const last = this.#sent
    if (last && tick - last.tick < every && this.game.input.same(last.input, input)) return last
    return { input, behind: Math.max(0, Math.min(255, Math.round(tick - this.#inSight))) }
  }

  /** What others did last they are taken to go on with. */
  #rules() {
    const { game } = this
    return {
      state: game.state,
      step: (state: unknown, tick: number, { input, behind }: Given) => {
        const me = this.#me
        const inputs = this.#following.inputs.slice()
        if (me !== null) inputs[me] = input
        this.#following.foresee(state, tick, inputs, (seat) =>
          seat === me ? behind : this.#following.behind(seat),
        )
      },
    }
  }
}
