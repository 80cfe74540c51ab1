/** How a royale is drawn and played on a screen. */

import {
  type Control,
  type Cue,
  type Devices,
  type Face,
  type Frame,
  type Pose,
  type View,
  worldWidth,
} from '../view.ts'
import { type Card, CardRow, layCards } from './view-cards.ts'
import { royaleCues } from './view-cues.ts'
import { drawFall, drawGain, drawPoints, drawWreath } from './view-marks.ts'
import { Moment } from './view-moment.ts'
import { isOpen, Picking, pickCodes } from './view-picking.ts'
import { PlacePicture } from './view-place.ts'
import { middle, Ring } from './view-ring.ts'
import { Table } from './view-table.ts'
import { Tokens } from './view-tokens.ts'
import { captionOf } from './view-words.ts'
import { lasts, type Royale, type RoyaleInput, ticksPerSecond } from './world.ts'

const controls: readonly Control[] = [
  {
    label: 'Pick a hand, and change your mind',
    keys: 'Its letter, as R for rock; arrows; or click a card',
    touch: 'Tap a card',
    pad: 'Left stick, left and right',
    codes: pickCodes,
  },
]
/** World units; where less of the width is on the screen, everyone stands closer together. */
const narrow = 1150

class RoyaleView implements View<Royale, RoyaleInput> {
  readonly controls = controls
  readonly #moment = new Moment()
  readonly #place = new PlacePicture()
  readonly #ring = new Ring()
  readonly #tokens = new Tokens()
  readonly #table = new Table()
  readonly #row = new CardRow()
  readonly #picking = new Picking()
  #cards: readonly Card[] = []
  #open = 0
  #time = 0

  sample(devices: Devices, state: Royale, me: number | null): RoyaleInput {
    return { pick: this.#picking.sample(devices, state, me, this.#cards) }
  }

  focus(): { x: number; y: number } {
    return middle
  }

  caption(state: Royale, me: number | null, faces: ReadonlyMap<number, Face>): string {
    return captionOf(state, me, faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Royale>): void {
    const { state, time, paint } = frame
    const { isNarrow } = widthSeen(canvas)
    this.#moment.pass(state, time)
    this.#picking.pass(time)
    this.#ring.walk(state, time, isNarrow, paint.reducedMotion)
    paint.meadow()
    // No grass grows through the cloth: all of it is drawn before.
    paint.shadow(0, 9999, 1, 0)
    this.#place.draw(canvas, paint.mood, isNarrow)
    this.#table.draw(canvas, state, this.#moment, time, paint)
    this.#drawPeople(canvas, frame)
    this.#drawCards(canvas, frame, isNarrow)
  }

  cues(before: Royale, after: Royale, me: number | null): readonly Cue[] {
    return royaleCues(before, after, me, (seat) => this.#ring.pose(seat))
  }

  #drawPeople(canvas: CanvasRenderingContext2D, { state, time, paint }: Frame<Royale>): void {
    const moment = this.#moment
    const { seats } = this.#ring
    const poses = seats.map((seat): [Pose, number] => [this.#ring.pose(seat), seat])
    for (const [pose, seat] of poses) {
      const player = state.players[seat]
      if (player) drawFall(canvas, player, pose, moment, paint)
    }
    const drum = state.round === 1 ? lasts.drum.first : lasts.drum.later
    const beat = { moment, time, drum: drum / ticksPerSecond }
    for (const [pose, seat] of poses) {
      const player = state.players[seat]
      if (!player) continue
      paint.label(pose)
      if (player.points > 0) drawPoints(canvas, player.points, pose, paint)
    }
    for (const [pose, seat] of poses) {
      const player = state.players[seat]
      if (!player) continue
      this.#tokens.draw(canvas, player, pose, beat, paint)
      drawWreath(canvas, state, player, pose, moment, paint)
      drawGain(canvas, state, player, pose, moment, paint)
    }
  }

  #drawCards(
    canvas: CanvasRenderingContext2D,
    { state, me, time, paint }: Frame<Royale>,
    isNarrow: boolean,
  ): void {
    const mine = me === null ? undefined : state.players[me]
    const isMine = mine?.fate === 'in' && isOpen(state)
    const dt = Math.min(0.1, Math.max(0, time - this.#time))
    this.#time = time
    this.#open += ((isMine ? 1 : 0) - this.#open) * (paint.reducedMotion ? 1 : 1 - Math.exp(-dt * 12))
    this.#cards = layCards(state.actions, isNarrow)
    const { picked, cursor, hovered } = this.#picking
    const isShown = mine?.fate === 'in' || mine?.fate === 'falls'
    this.#row.draw(
      canvas,
      this.#cards,
      {
        ...{ cursor, hovered, isNarrow, time, open: this.#open, actions: state.actions },
        picked: picked || (isShown ? mine.pick : 0),
        colour: me === null ? '#fff' : paint.colour(me),
      },
      paint,
    )
  }
}

export function makeRoyaleView(): View<Royale, RoyaleInput> {
  return new RoyaleView()
}

/** How much of the world's width is on the screen. */
function widthSeen(canvas: CanvasRenderingContext2D): { isNarrow: boolean } {
  const { a } = canvas.getTransform()
  const seen = Math.min(worldWidth, canvas.canvas.width / Math.max(0.01, a))
  return { isNarrow: seen < narrow }
}
