/** The stage's loop: each frame it lets the party advance, draws the match as its game does, and plays what happened. */

import type { LiveMatch } from '../../client/live-match.ts'
import type { Party } from '../../client/party.ts'
import type { PartyEvent } from '../../client/party-state.ts'
import { type AnyView, type Cue, type Face, type Mood, worldWidth } from '../../games/view.ts'
import { viewOf } from '../../games/views.ts'
import type { PlayerInfo } from '../../protocol/messages.ts'
import { Air } from './air.ts'
import { type Camera, frameWorld, type Point, type Screen, sharpnessFor } from './camera.ts'
import { DeviceSet } from './devices.ts'
import { Ease } from './ease.ts'
import { awaitFaces, Lettering } from './lettering.ts'
import { Meadow } from './meadow.ts'
import { StagePainter } from './painter.ts'
import { Particles } from './particles.ts'
import { Shake } from './shake.ts'
import { playSound, unlockSound } from './sounds.ts'
import { Speech } from './speech.ts'
import { drawStick } from './stick.ts'

/** How fast the camera follows: the greater, the closer. */
const following = 8

export interface Taste {
  mood: Mood
  reducedMotion: boolean
}

/** The game that is on, for what stands beside the canvas. */
export interface ActShown {
  readonly title: string
  readonly view: AnyView
  /** False for whoever only watches. */
  readonly isPlaying: boolean
}

interface Act {
  readonly match: LiveMatch
  readonly view: AnyView
  before: unknown
}

export class Show {
  readonly devices: DeviceSet
  readonly #party: Party
  readonly #element: HTMLCanvasElement
  readonly #canvas: CanvasRenderingContext2D
  readonly #speech = new Speech()
  readonly #lettering = new Lettering()
  readonly #particles = new Particles()
  readonly #air = new Air()
  readonly #shake = new Shake()
  readonly #ease = new Ease()
  readonly #painter: StagePainter
  readonly #onAct: (act: ActShown | null) => void
  readonly #ends: (() => void)[] = []
  #taste: Taste
  #screen: Screen = { width: 1, height: 1, sharpness: 1 }
  #camera: Camera
  #focus: Point | null = null
  #wanted = 0
  #act: Act | null = null
  #faces: { of: ReadonlyMap<number, PlayerInfo> | null; map: ReadonlyMap<number, Face> } = {
    of: null,
    map: new Map(),
  }
  #began: number | null = null
  #time = 0
  #request = 0

  constructor(
    party: Party,
    element: HTMLCanvasElement,
    place: HTMLElement,
    canvas: CanvasRenderingContext2D,
    taste: Taste,
    onAct: (act: ActShown | null) => void,
  ) {
    this.#party = party
    this.#element = element
    this.#canvas = canvas
    this.#taste = taste
    this.#onAct = onAct
    this.#camera = frameWorld(this.#screen, null)
    this.#painter = new StagePainter(new Meadow(), this.#speech, this.#lettering, this.#particles)
    this.devices = new DeviceSet(window, place)
    const sizes = new ResizeObserver(() => this.#measure())
    sizes.observe(element)
    awaitFaces(document, () => this.#lettering.forget())
    this.#ends.push(
      () => sizes.disconnect(),
      () => this.devices.stop(),
      unlockSound(window),
      party.hear((event) => this.#hear(event)),
    )
    this.#measure()
    this.#request = requestAnimationFrame(this.#frame)
  }

  like(taste: Taste): void {
    this.#taste = taste
  }

  stop(): void {
    cancelAnimationFrame(this.#request)
    for (const end of this.#ends) end()
  }

  readonly #frame = (now: number) => {
    this.#request = requestAnimationFrame(this.#frame)
    this.#began ??= now
    const time = (now - this.#began) / 1000
    const dt = Math.min(0.1, time - this.#time)
    this.#time = time
    // A window that moved to another screen says so by nothing else.
    this.#ease.frame(now)
    if (window.devicePixelRatio * this.#ease.share !== this.#wanted) this.#measure()
    this.#party.advance(now)
    this.#speech.pass(time)
    this.#particles.advance(dt)
    this.#shake.advance(dt)
    this.#draw(now, dt)
  }

  #draw(now: number, dt: number): void {
    const act = this.#actNow()
    const scene = act?.match.frame(now, (state) =>
      act.view.sample(this.devices.read(this.#camera, now), state, act.match.me),
    )
    if (scene && (scene.committed > 0 || scene.me === null)) this.devices.spend()
    this.#aim(act, scene?.state, dt)
    const { mood, reducedMotion } = this.#taste
    const canvas = this.#canvas
    const camera = this.#camera
    const me = scene?.me ?? null
    const faces = this.#facesNow()
    this.#painter.begin({ canvas, camera, mood, reducedMotion, time: this.#time, faces, me })
    const shake = reducedMotion ? { x: 0, y: 0 } : this.#shake.at(this.#time)
    const unit = camera.scale * camera.sharpness
    const left = (camera.left + shake.x) * camera.sharpness
    const top = (camera.top + shake.y) * camera.sharpness
    canvas.setTransform(unit, 0, 0, unit, left, top)
    if (act && scene) {
      act.view.draw(canvas, { state: scene.state, me, faces, time: this.#time, paint: this.#painter })
      if (act.before !== null) this.#play(act.view.cues(act.before, scene.state, me))
      act.before = scene.state
    } else this.#painter.meadow()
    this.#painter.finish()
    this.#particles.draw(canvas)
    this.#air.draw(canvas, mood, this.#time, reducedMotion, this.#painter.crowd)
    canvas.setTransform(camera.sharpness, 0, 0, camera.sharpness, 0, 0)
    drawStick(canvas, this.devices.touch.stick, mood)
  }

  /** The view of the match that is on; each match has a new one. */
  #actNow(): Act | null {
    const { match } = this.#party
    if (match === (this.#act?.match ?? null)) return this.#act
    const view = match && viewOf(match.game.id)
    this.#act = match && view ? { match, view, before: null } : null
    this.devices.use(view?.controls ?? [])
    this.#onAct(match && view && { title: match.game.title, view, isPlaying: match.me !== null })
    return this.#act
  }

  /** Follows softly whom the game says to look at, where the screen is too narrow for all. */
  #aim(act: Act | null, state: unknown, dt: number): void {
    const aim = act && state !== undefined ? (act.view.focus?.(state, act.match.me) ?? null) : this.#focus
    if (!aim) this.#focus = null
    else if (!this.#focus) this.#focus = aim
    else {
      const ease = this.#taste.reducedMotion ? 1 : 1 - Math.exp(-dt * following)
      this.#focus = {
        x: this.#focus.x + (aim.x - this.#focus.x) * ease,
        y: this.#focus.y + (aim.y - this.#focus.y) * ease,
      }
    }
    this.#camera = frameWorld(this.#screen, this.#focus)
  }

  #play(cues: readonly Cue[]): void {
    for (const { sound, burst, x, y, strength, shake } of cues) {
      if (sound) playSound(sound, strength, this.#panOf(x))
      if (burst && !(this.#taste.reducedMotion && burst !== 'confetti')) {
        this.#particles.burst(burst, x, y, strength, this.#taste.mood)
      }
      if (shake) this.#shake.add(shake, strength)
    }
  }

  #hear(event: PartyEvent): void {
    this.#speech.hear(event, this.#time)
    if (event.type === 'emoted') {
      this.#painter.pop(event.seat, event.emote === 'wow' ? 5 : 3)
      playSound('emote', 0.7, this.#panOf(this.#painter.crowd.get(event.seat)?.x ?? worldWidth / 2))
    } else if (event.line.kind === 'said') this.#painter.pop(event.line.seat, 2)
  }

  #panOf(x: number): number {
    return Math.max(-1, Math.min(1, x / (worldWidth / 2) - 1))
  }

  #facesNow(): ReadonlyMap<number, Face> {
    const { players } = this.#party.state
    if (this.#faces.of !== players) {
      const map = new Map<number, Face>()
      for (const [seat, player] of players) map.set(seat, { ...player, bot: player.kind === 'bot' })
      this.#faces = { of: players, map }
    }
    return this.#faces.map
  }

  #measure(): void {
    const width = Math.max(1, this.#element.clientWidth)
    const height = Math.max(1, this.#element.clientHeight)
    this.#wanted = window.devicePixelRatio * this.#ease.share
    const sharpness = sharpnessFor(width, height, this.#wanted)
    this.#screen = { width, height, sharpness }
    const pixelsWide = Math.round(width * sharpness)
    const pixelsHigh = Math.round(height * sharpness)
    if (this.#element.width !== pixelsWide) this.#element.width = pixelsWide
    if (this.#element.height !== pixelsHigh) this.#element.height = pixelsHigh
    this.#camera = frameWorld(this.#screen, this.#focus)
  }
}
