/** The stage's loop: each frame it lets the party advance, draws the match as its game does, and plays what happened. */

import type { LiveMatch, Scene } from '../../client/live-match.ts'
import type { Party } from '../../client/party.ts'
import type { AnyView, Mood } from '../../games/view.ts'
import { viewOf } from '../../games/views.ts'
import { Audience } from './audience.ts'
import { type Camera, frameWorld, letterbox, type Point } from './camera.ts'
import { CameraWork, type Framing, type Lens } from './camera-work.ts'
import { Caption } from './caption.ts'
import { DeviceSet } from './devices.ts'
import { Effects, type Setting } from './effects.ts'
import { Faces } from './faces.ts'
import { Graph } from './graph.ts'
import { GraphDrawing } from './graph-drawing.ts'
import { graphWords } from './graph-words.ts'
import { Honours } from './honours.ts'
import { awaitFaces, Lettering } from './lettering.ts'
import { Picture } from './picture.ts'
import { Rumble } from './rumble.ts'
import { type Measured, ScreenFit } from './screen-fit.ts'
import { newSignBoard, post } from './signs.ts'
import { playSound, unlockSound } from './sounds.ts'
import { drawStick } from './stick.ts'

/** Until the first word of a new match the last picture of the one before stays, for so many milliseconds at most. */
const heldFor = 700

export interface Taste {
  mood: Mood
  reducedMotion: boolean
  /** Whether the connection graph is shown. */
  graph: boolean
}

/** What a show is given to stand on. */
export interface Boards extends Measured {
  readonly party: Party
  /** The party's address, for the connection graph. */
  readonly where: string
  /** The stage, and the room in it that is left for the connection graph. */
  readonly place: HTMLElement
  readonly graphRoom: HTMLElement
  readonly canvas: CanvasRenderingContext2D
}

interface Act {
  readonly match: LiveMatch
  readonly view: AnyView
  before: unknown
}

export class Show {
  readonly devices: DeviceSet
  readonly audience: Audience
  /** What stands beside the canvas. */
  readonly signs = newSignBoard()
  readonly #boards: Boards
  readonly #picture: Picture
  readonly #effects: Effects
  readonly #fit: ScreenFit
  readonly #work = new CameraWork()
  readonly #caption = new Caption(this.signs)
  readonly #honours = new Honours()
  readonly #faces = new Faces()
  readonly #graph = new Graph()
  readonly #graphDrawing = new GraphDrawing()
  readonly #ends: (() => void)[] = []
  #taste: Taste
  #camera: Camera
  #act: Act | null = null
  #actSince = 0
  #isLensed = false
  #began: number | null = null
  #frameAt: number | null = null
  #time = 0
  #request = 0

  constructor(boards: Boards, taste: Taste) {
    const { party, place, element } = boards
    this.#boards = boards
    this.#taste = taste
    this.#fit = new ScreenFit(boards)
    this.#fit.measure()
    this.#camera = frameWorld(this.#fit.screen, null)
    const lettering = new Lettering()
    this.#picture = new Picture(lettering)
    this.#effects = new Effects(this.#picture, new Rumble(window))
    this.devices = new DeviceSet(window, place)
    const { painter } = this.#picture
    this.audience = new Audience(party, this.devices, this.signs, () => painter.crowd)
    const sizes = new ResizeObserver(() => this.#fit.measure())
    sizes.observe(element)
    sizes.observe(boards.fieldRoom)
    awaitFaces(document, () => lettering.forget())
    this.#ends.push(
      () => sizes.disconnect(),
      () => this.devices.stop(),
      unlockSound(window),
      party.hear((event) => this.#effects.hear(event, this.#time, this.#setting(this.#frameAt ?? 0))),
    )
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
    this.#fit.pass(now)
    this.#boards.party.advance(now)
    this.#draw(now, dt)
    this.#measureFrame(now, performance.now() - begun)
  }

  #draw(now: number, dt: number): void {
    const act = this.#actNow()
    const devices = this.devices.read(this.#camera, now)
    const setting = this.#setting(now)
    const wasWatching = this.audience.isWatching
    this.audience.pass(this.#camera, now, dt)
    const scene = act?.match.frame(now, (state) => act.view.sample(devices, state, act.match.me)) ?? null
    if (scene && (scene.committed > 0 || scene.me === null)) this.devices.spend()
    const { camera, drawn, lens } = this.#look(act, scene, dt)
    this.#camera = camera
    if (act && scene) {
      if (act.before !== null) {
        this.#effects.play(act.view.cues(act.before, scene.state, scene.me), setting)
        const isOut = this.audience.isWatching && !wasWatching && scene.me !== null
        if (isOut && this.#boards.party.state.evening?.phase === 'playing') this.#effects.out(setting)
      }
      act.before = scene.state
    }
    this.#celebrate()
    if (act && !scene && now - this.#actSince < heldFor) return
    const { mood, reducedMotion, faces } = setting
    const { canvas, party } = this.#boards
    this.#holdUp(lens)
    this.#picture.draw(canvas, {
      ...{ camera: drawn, mood, reducedMotion, dt, faces, time: this.#time, me: scene?.me ?? null },
      ...{ paused: party.state.evening?.paused ?? false, crowned: this.#honours.leaders },
      act: act && scene ? { view: act.view, state: scene.state } : null,
    })
    canvas.setTransform(camera.sharpness, 0, 0, camera.sharpness, 0, 0)
    drawStick(canvas, this.devices.touch.stick, mood)
    this.#tell(act, scene, setting)
    if (this.#taste.graph) this.#drawGraph(act)
  }

  #setting(now: number): Setting {
    const { mood, reducedMotion } = this.#taste
    const { party } = this.#boards
    return {
      mood,
      reducedMotion,
      now,
      me: party.match?.me ?? null,
      faces: this.#faces.of(party.state.players),
    }
  }

  /** Last and above all, in the screen's pixels. */
  #drawGraph(act: Act | null): void {
    const { canvas, graphRoom, party, where } = this.#boards
    const { mood, reducedMotion } = this.#taste
    const { screen } = this.#fit
    this.#graphDrawing.draw(canvas, this.#graph, {
      ...{ mood, reducedMotion, sharpness: screen.sharpness, tickRate: act?.match.game.ticksPerSecond ?? 60 },
      room: () => ({ left: graphRoom.offsetLeft, top: graphRoom.offsetTop, height: graphRoom.offsetHeight }),
      words: () => graphWords(party, where, screen),
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
    this.#actSince = this.#frameAt ?? Number.NEGATIVE_INFINITY
    this.#picture.clear()
    this.devices.use(view?.controls ?? [])
    this.#fit.keepRoom(match !== null && !match.game.endless)
    return this.#act
  }

  /** At oneself or at whom one follows, where the game says so or they were seen last; else at everything. */
  #look(act: Act | null, scene: Scene | null, dt: number): Framing {
    const { isWatching, followed, place } = this.audience
    let focus: Point | null = null
    if (act && scene) {
      const seat = isWatching ? followed : act.match.me
      const isAsked = seat !== null || act.match.game.endless
      focus = (isAsked ? act.view.focus?.(scene.state, seat) : null) ?? (followed === null ? null : place)
    }
    const goal = frameWorld(this.#fit.screen, focus, followed !== null)
    const manner = { dt, still: this.#taste.reducedMotion, gently: isWatching }
    return this.#work.look(goal, letterbox(this.#fit.screen), manner)
  }

  #holdUp(lens: Lens | null): void {
    if (!lens && !this.#isLensed) return
    this.#isLensed = lens !== null
    const { style } = this.#boards.element
    style.transform = lens ? `translate(${lens.x}px, ${lens.y}px) scale(${lens.scale})` : ''
  }

  #celebrate(): void {
    const { celebration } = this.#picture
    const winners = this.#honours.pass(this.#boards.party.state.evening, this.#taste.mood)
    if (!winners) return
    if (winners.size === 0) celebration.end()
    else {
      celebration.begin(winners)
      playSound('win')
    }
  }

  /** What is written beside the canvas. */
  #tell(act: Act | null, scene: Scene | null, { me, faces, now }: Setting): void {
    const { evening } = this.#boards.party.state
    post(this.signs, {
      title: act?.match.game.title ?? null,
      view: act?.view ?? null,
      isPlaying: me !== null && !this.audience.isWatching,
      hasCaption: act !== null && !act.match.game.endless,
    })
    // During the countdown a card says all that there is to say.
    const isOn = act && scene && evening?.phase === 'playing'
    this.#caption.pass(now, () => (isOn ? (act.view.caption?.(scene.state, scene.me, faces) ?? null) : null))
  }
}
