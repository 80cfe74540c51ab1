/** What somebody does on the stage who has nothing to play: follow players, and throw confetti. */

import type { LiveMatch } from '../../client/live-match.ts'
import type { Party } from '../../client/party.ts'
import { type Pose, worldHeight, worldWidth } from '../../games/view.ts'
import { idleAsides, noAsides, watchingAsides } from './asides.ts'
import type { Camera, Point } from './camera.ts'
import { Handful, mayCheer, onlyWatches } from './cheering.ts'
import type { DeviceSet } from './devices.ts'
import { post, type SignBoard } from './signs.ts'
import { Watching, whoIsAt } from './watching.ts'

/** Milliseconds in which who was just put out still presses the keys of the game. */
const startled = 1300

export class Audience {
  readonly #party: Party
  readonly #devices: DeviceSet
  readonly #board: SignBoard
  readonly #crowd: () => ReadonlyMap<number, Pose>
  readonly #watching = new Watching()
  readonly #handful = new Handful()
  #match: LiveMatch | null = null
  #isWatching = false
  #isOver = false
  #since = 0
  #now = 0

  constructor(party: Party, devices: DeviceSet, board: SignBoard, crowd: () => ReadonlyMap<number, Pose>) {
    this.#party = party
    this.#devices = devices
    this.#board = board
    this.#crowd = crowd
  }

  /** Whether there is nothing to play right now; so it is for everyone once a match came out. */
  get isWatching(): boolean {
    return this.#isWatching
  }

  /** Whom the camera follows; null: everyone. */
  get followed(): number | null {
    return this.#watching.followed
  }

  /** Where they were seen last. */
  get place(): Point | null {
    return this.#watching.place
  }

  /** Once a frame, after the devices were read: `now` in milliseconds, `dt` in seconds. */
  pass(camera: Camera, now: number, dt: number): void {
    this.#now = now
    this.#judge(now)
    const cheers = this.#mayCheer()
    this.#devices.heed(this.#isWatching ? watchingAsides : cheers ? idleAsides : noAsides)
    const pressed = this.#devices.takeAsides()
    const tap = this.#isWatching ? this.#devices.takeTap(camera) : null
    if (!this.#isWatching || now - this.#since >= startled) this.#obey(pressed, tap)
    this.#watching.pass(dt, this.#crowd())
    const { followed } = this.#watching
    post(this.#board, {
      isWatching: this.#isWatching && !this.#isOver,
      canFollow: this.#isWatching && !this.#isOver && this.#seats().length > 0,
      followed: followed === null ? null : (this.#party.state.players.get(followed)?.name ?? null),
      cheers: cheers ? this.#handful.left(now) : null,
    })
  }

  /** `null`: everyone. */
  follow(seat: number | null): void {
    if (this.#isWatching) this.#watching.follow(seat)
  }

  turn(way: 1 | -1): void {
    if (this.#isWatching && !this.#isOver) this.#watching.turn(this.#seats(), way)
  }

  /** Throws confetti at a place; without one, at whom one follows, at oneself, or into the middle. */
  cheer(at: Point = this.#aim()): void {
    if (!this.#mayCheer() || !this.#handful.take(this.#now)) return
    const x = Math.max(0, Math.min(worldWidth, Math.round(at.x)))
    const y = Math.max(0, Math.min(worldHeight, Math.round(at.y)))
    this.#party.ask({ type: 'cheer', content: { x, y } })
  }

  #judge(now: number): void {
    const { match } = this.#party
    const isOver = this.#party.state.evening?.phase === 'result'
    const watches = match !== null && (isOver || onlyWatches(part(match)))
    if (watches && !this.#isWatching) this.#since = match?.me === null ? now - startled : now
    // In play again, one looks at oneself; in another match and at the end of one, at everyone.
    if (!watches || isOver || match !== this.#match) this.#watching.follow(null)
    this.#match = match
    this.#isWatching = watches
    this.#isOver = isOver
  }

  #obey(pressed: ReadonlySet<string>, tap: Point | null): void {
    if (pressed.has('next')) this.turn(1)
    if (pressed.has('previous')) this.turn(-1)
    if (pressed.has('whole')) this.#watching.follow(null)
    if (pressed.has('cheer')) this.cheer()
    if (!tap) return
    const who = this.#isOver ? null : whoIsAt(this.#crowd(), tap, this.#seats())
    // A press on whom one follows already is meant for them.
    if (who === null || who === this.#watching.followed) this.cheer(tap)
    else this.#watching.follow(who)
  }

  #mayCheer(): boolean {
    const { match, state } = this.#party
    if (!match || state.status.phase !== 'joined' || !state.evening) return false
    return mayCheer({ phase: state.evening.phase, ...part(match) })
  }

  /** Who can be followed: all that are seen and still in play. */
  #seats(): readonly number[] {
    const match = this.#match
    if (!match) return []
    const { game, truth } = match
    const isOut = (seat: number) => truth !== null && (game.isOut?.(truth.state, seat) ?? false)
    return [...this.#crowd().keys()].filter((seat) => !isOut(seat)).sort((a, b) => a - b)
  }

  #aim(): Point {
    const { place } = this.#watching
    if (place) return place
    const { me } = this.#match ?? { me: null }
    const own = me === null || this.#isWatching ? undefined : this.#crowd().get(me)
    return own ? { x: own.x, y: own.y - own.radius } : { x: worldWidth / 2, y: worldHeight / 2 }
  }
}

function part(match: LiveMatch) {
  return { game: match.game, state: match.truth?.state ?? null, me: match.me }
}
