/** How sumo is drawn and played on a screen. */

import { Walk, walkControl } from '../steering.ts'
import type { Control, Cue, Devices, Face, Frame, Painter, View } from '../view.ts'
import { drawBadge } from '../view-badge.ts'
import { Pictures } from '../view-pictures.ts'
import { drumsOf } from './platform.ts'
import { sumoCues } from './view-cues.ts'
import { Drums } from './view-drums.ts'
import { Knocks } from './view-knocks.ts'
import { drawLanterns } from './view-lanterns.ts'
import { drawCrown, drawGain, drawRest, drawStreaks } from './view-marks.ts'
import { padsBySeat } from './view-pads.ts'
import { People, poseOf, posePad, whereabouts } from './view-people.ts'
import { Platform } from './view-platform.ts'
import { Pond } from './view-pond.ts'
import { Splashes } from './view-splash.ts'
import { captionOf, drawWords } from './view-words.ts'
import { bodyRadius, middle, type Sumo, type SumoInput, stands, walkingSpeed } from './world.ts'

const controls: readonly Control[] = [
  walkControl,
  {
    action: 'dash',
    label: 'Dash',
    keys: 'Space or E; or right click',
    touch: 'The round button',
    pad: 'A',
    codes: ['Space', 'KeyE'],
    buttons: [0],
    mouseButtons: [2],
  },
]
/** How far a narrow screen follows somebody from the platform's middle. */
const follows = 0.3

class SumoView implements View<Sumo, SumoInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed })
  readonly #pictures = new Pictures(inCoarseSteps)
  readonly #pond = new Pond()
  readonly #platform = new Platform()
  readonly #people = new People()
  readonly #splashes = new Splashes()
  readonly #drums = new Drums()
  readonly #knocks = new Knocks()

  sample(devices: Devices, state: Sumo, me: number | null): SumoInput {
    const body = me === null ? undefined : state.players[me]
    const will = this.#walk.will(devices, body && stands(body) ? body : undefined)
    return { ...will, dash: devices.held.has('dash') || devices.pressed.has('dash') }
  }

  focus(state: Sumo, seat: number | null) {
    const body = seat === null ? undefined : state.players[seat]
    if (!body || !stands(body)) return middle
    return { x: middle.x + (body.x - middle.x) * follows, y: middle.y }
  }

  caption(state: Sumo, me: number | null, faces: ReadonlyMap<number, Face>): string {
    return captionOf(state, me, faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Sumo>): void {
    const { state, me, faces, paint, time } = frame
    this.#walk.pass(time)
    this.#pictures.begin(canvas, paint.mood)
    this.#platform.notice(state, time)
    this.#splashes.notice(state, time)
    this.#knocks.notice(state, time)
    this.#pond.draw(canvas, paint, time)
    drawLanterns(canvas, this.#pictures, paint, time)
    this.#platform.drawBelow(canvas, state, this.#pictures, paint, time)
    this.#splashes.drawRings(canvas, paint, time)
    this.#drawFalling(canvas, state, 'behind', paint)
    canvas.save()
    this.#platform.rise(canvas, paint.reducedMotion, time)
    this.#platform.drawTop(canvas, state, this.#pictures, paint, time)
    this.#drawUp(canvas, frame)
    this.#knocks.draw(canvas, paint, time)
    canvas.restore()
    this.#drawFalling(canvas, state, 'before', paint)
    this.#splashes.drawDrops(canvas, paint, time)
    this.#drawOut(canvas, frame)
    this.#drawLabels(canvas, frame)
    drawWords(canvas, state, me, faces, paint)
  }

  cues(before: Sumo, after: Sumo, me: number | null): readonly Cue[] {
    return sumoCues(before, after, me)
  }

  /** Who stands further down is nearer; drums stand among them. */
  #drawUp(canvas: CanvasRenderingContext2D, { state, me, paint, time }: Frame<Sumo>): void {
    const drums = drumsOf(state)
    this.#drums.notice(drums, state, time)
    const things: { y: number; draw(): void }[] = drums.map((drum, nth) => ({
      y: drum.y,
      draw: () => this.#drums.draw(canvas, drum, nth, paint, time),
    }))
    state.players.forEach((body, seat) => {
      if (!body || body.gone || !stands(body)) return
      drawStreaks(canvas, body, paint.colour(seat))
      if (state.phase !== 'ready') drawRest(canvas, body, paint.colour(seat), seat === me)
      const draw = () => this.#people.drawUp(canvas, seat, body, state, paint, time)
      things.push({ y: body.y, draw })
    })
    for (const { draw } of things.sort((a, b) => a.y - b.y)) draw()
  }

  #drawFalling(canvas: CanvasRenderingContext2D, state: Sumo, where: 'behind' | 'before', paint: Painter) {
    state.players.forEach((body, seat) => {
      if (body && !body.gone && whereabouts(body) === where)
        this.#people.drawFalling(canvas, seat, body, paint)
    })
  }

  #drawOut(canvas: CanvasRenderingContext2D, { state, paint, time }: Frame<Sumo>): void {
    for (const [seat, pad] of padsBySeat(state)) {
      const body = state.players[seat]
      if (body && whereabouts(body) === 'out') this.#people.drawOut(canvas, seat, pad, state, paint, time)
    }
  }

  #drawLabels(canvas: CanvasRenderingContext2D, { state, paint, time }: Frame<Sumo>): void {
    const hasBegun = state.round > 1 || state.fallen > 0
    for (const [seat, pad] of padsBySeat(state)) {
      const body = state.players[seat]
      const where = body && whereabouts(body)
      if (!body || (where !== 'up' && where !== 'out')) continue
      const pose = where === 'up' ? poseOf(seat, body, state) : posePad(seat, pad, state)
      paint.label(pose)
      if (hasBegun)
        drawBadge(canvas, body.score, pose.x + bodyRadius * 1.05, pose.y + bodyRadius * 0.42, paint)
      const isCrowned = where === 'up' && state.champion === seat + 1
      if (isCrowned) drawCrown(canvas, pose.x, pose.y, time)
      const head = { x: pose.x, y: pose.y - (isCrowned ? 62 : 39) }
      if (state.phase === 'settled') drawGain(canvas, head, body.gained, state.clock / 60, paint)
    }
  }
}

/** A camera that breathes paints nothing anew. */
function inCoarseSteps(scale: number): number {
  return Math.max(0.25, Math.min(3, Math.ceil(scale * 4 - 0.2) / 4))
}

export function makeSumoView(): View<Sumo, SumoInput> {
  return new SumoView()
}
