/** The stage's loop: each frame it lets the party advance, draws the match as its game does, and plays what happened. */

import type { LiveMatch } from '../../client/live-match.ts'
import type { Party } from '../../client/party.ts'
import type { PartyEvent } from '../../client/party-state.ts'
import { type AnyView, type Cue, type Face, type Mood, worldWidth } from '../../games/view.ts'
import { viewOf } from '../../games/views.ts'
import type { PlayerInfo } from '../../protocol/messages.ts'
import { type Camera, frameWorld, type Point, type Screen, sharpnessFor } from './camera.ts'
import { DeviceSet } from './devices.ts'
import { Ease } from './ease.ts'
import { Graph } from './graph.ts'
import { GraphDrawing } from './graph-drawing.ts'
import { graphWords } from './graph-words.ts'
import { awaitFaces, Lettering } from './lettering.ts'
import { playerColours } from './palette.ts'
import { Picture } from './picture.ts'
import { playSound, unlockSound } from './sounds.ts'
import { drawStick } from './stick.ts'

/** How fast the camera follows: the greater, the closer. */
const following = 8

export interface Taste {
  mood: Mood
  reducedMotion: boolean
  /** Whether the connection graph is shown. */
  graph: boolean
}

/** What a show is given to stand on. */
export interface Boards {
  readonly party: Party
  /** The party's address, for the connection graph. */
  readonly where: string
  /** The stage, the canvas in it, and the room that is left for the connection graph. */
  readonly place: HTMLElement
  readonly element: HTMLCanvasElement
  readonly graphRoom: HTMLElement
  readonly canvas: CanvasRenderingContext2D
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
  readonly #boards: Boards
  readonly #picture: Picture
  readonly #graph = new Graph()
  readonly #graphDrawing = new GraphDrawing()
  readonly #ease = new Ease()
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
  #frameAt: number | null = null
  #time = 0
  #request = 0

  constructor(boards: Boards, taste: Taste, onAct: (act: ActShown | null) => void) {
    this.#boards = boards
    this.#taste = taste
    this.#onAct = onAct
    this.#camera = frameWorld(this.#screen, null)
    const lettering = new Lettering()
    this.#picture = new Picture(lettering)
    this.devices = new DeviceSet(window, boards.place)
    const sizes = new ResizeObserver(() => this.#measure())
    sizes.observe(boards.element)
    awaitFaces(document, () => lettering.forget())
    this.#ends.push(
      () => sizes.disconnect(),
      () => this.devices.stop(),
      unlockSound(window),
      boards.party.hear((event) => this.#hear(event)),
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
    const begun = performance.now()
    this.#began ??= now
    const time = (now - this.#began) / 1000
    const dt = Math.min(0.1, time - this.#time)
    this.#time = time
    // A window that moved to another screen says so by nothing else.
    this.#ease.frame(now)
    if (window.devicePixelRatio * this.#ease.share !== this.#wanted) this.#measure()
    this.#boards.party.advance(now)
    this.#draw(now, dt)
    this.#measureFrame(now, performance.now() - begun)
  }

  #draw(now: number, dt: number): void {
    const act = this.#actNow()
    const scene = act?.match.frame(now, (state) =>
      act.view.sample(this.devices.read(this.#camera, now), state, act.match.me),
    )
    if (scene && (scene.committed > 0 || scene.me === null)) this.devices.spend()
    this.#aim(act, scene?.state, dt)
    const { mood, reducedMotion } = this.#taste
    const { canvas } = this.#boards
    const camera = this.#camera
    const me = scene?.me ?? null
    if (act && scene) {
      if (act.before !== null) this.#play(act.view.cues(act.before, scene.state, me))
      act.before = scene.state
    }
    this.#picture.draw(canvas, {
      ...{ camera, mood, reducedMotion, dt, me, time: this.#time, faces: this.#facesNow() },
      act: act && scene ? { view: act.view, state: scene.state } : null,
    })
    canvas.setTransform(camera.sharpness, 0, 0, camera.sharpness, 0, 0)
    drawStick(canvas, this.devices.touch.stick, mood)
    if (this.#taste.graph) this.#drawGraph(act)
  }

  /** Last and above all, in the screen's pixels. */
  #drawGraph(act: Act | null): void {
    const { canvas, graphRoom, party, where } = this.#boards
    const { mood, reducedMotion } = this.#taste
    const { sharpness } = this.#screen
    this.#graphDrawing.draw(canvas, this.#graph, {
      ...{ mood, reducedMotion, sharpness, tickRate: act?.match.game.ticksPerSecond ?? 60 },
      room: () => ({ left: graphRoom.offsetLeft, top: graphRoom.offsetTop, height: graphRoom.offsetHeight }),
      words: () => graphWords(party, where, this.#screen),
    })
  }

  #measureFrame(now: number, work: number): void {
    const { party } = this.#boards
    const frame = now - (this.#frameAt ?? now)
    this.#frameAt = now
    this.#graph.add({ ...party.figures(), tick: party.match?.truth?.tick ?? null, frame, work }, now)
  }

  /** The view of the match that is on; each match has a new one. */
  #actNow(): Act | null {
    const { match } = this.#boards.party
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
    for (const { sound, burst, x, y, strength, seat, shake } of cues) {
      if (sound) playSound(sound, strength, this.#panOf(x))
      if (burst && !(this.#taste.reducedMotion && burst !== 'confetti')) {
        const { mood } = this.#taste
        const face = seat === undefined ? undefined : this.#facesNow().get(seat)
        this.#picture.particles.burst(burst, x, y, strength, mood, face && playerColours[mood][face.colour])
      }
      if (shake) this.#picture.shake.add(shake, strength)
    }
  }

  #hear(event: PartyEvent): void {
    this.#picture.speech.hear(event, this.#time)
    if (event.type === 'emoted') {
      this.#picture.painter.pop(event.seat, event.emote === 'wow' ? 5 : 3)
      playSound('emote', 0.7, this.#panOf(this.#picture.painter.crowd.get(event.seat)?.x ?? worldWidth / 2))
    } else if (event.type === 'line' && event.line.kind === 'said') {
      this.#picture.painter.pop(event.line.seat, 2)
    }
  }

  #panOf(x: number): number {
    return Math.max(-1, Math.min(1, x / (worldWidth / 2) - 1))
  }

  #facesNow(): ReadonlyMap<number, Face> {
    const { players } = this.#boards.party.state
    if (this.#faces.of !== players) {
      const map = new Map<number, Face>()
      for (const [seat, player] of players) map.set(seat, { ...player, bot: player.kind === 'bot' })
      this.#faces = { of: players, map }
    }
    return this.#faces.map
  }

  #measure(): void {
    const width = Math.max(1, this.#boards.element.clientWidth)
    const height = Math.max(1, this.#boards.element.clientHeight)
    this.#wanted = window.devicePixelRatio * this.#ease.share
    const sharpness = sharpnessFor(width, height, this.#wanted)
    this.#screen = { width, height, sharpness }
    const pixelsWide = Math.round(width * sharpness)
    const pixelsHigh = Math.round(height * sharpness)
    if (this.#boards.element.width !== pixelsWide) this.#boards.element.width = pixelsWide
    if (this.#boards.element.height !== pixelsHigh) this.#boards.element.height = pixelsHigh
    this.#camera = frameWorld(this.#screen, this.#focus)
  }
}
