/** How a royale is drawn and played on a screen. */

import type { Control, Cue, Devices, Face, Frame, View } from '../view.ts'
import { boxSeen } from '../view-seen.ts'
import { type Card, CardRow, layCards } from './view-cards.ts'
import { royaleCues } from './view-cues.ts'
import { drawGain, drawPerson, drawPoints, drawWreath, type Person } from './view-marks.ts'
import { Moment } from './view-moment.ts'
import { isOpen, Picking, pickCodes } from './view-picking.ts'
import { PlacePicture } from './view-place.ts'
import { type Layout, layoutFor, middle, Ring } from './view-ring.ts'
import { Table } from './view-table.ts'
import { Tokens } from './view-tokens.ts'
import { captionOf } from './view-words.ts'
import { celebrated, present, type Royale, type RoyaleInput } from './world.ts'

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
const narrow = 900

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
  /** The last pick of one's own that was heard. */
  #heard = 0
  #time = 0

  sample(devices: Devices, state: Royale, me: number | null): RoyaleInput {
    return { pick: this.#picking.sample(devices, state, me, this.#cards) }
  }

  focus(): { x: number; y: number } {
    return middle
  }

  caption(state: Royale, me: number | null, faces: ReadonlyMap<number, Face>): string {
    return captionOf(state, me, this.#picking.picked, faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Royale>): void {
    const { state, time, paint } = frame
    const layout = layoutFor(present(state).length, boxSeen(canvas).width < narrow)
    this.#moment.pass(state, time)
    this.#picking.pass(time)
    this.#ring.walk(state, time, layout, paint.reducedMotion)
    paint.meadow()
    // No grass grows through the cloth.
    paint.beforeGrass()
    this.#place.draw(canvas, paint.mood, layout)
    this.#table.draw(canvas, state, this.#moment, time, paint)
    this.#drawPeople(canvas, frame, layout)
    this.#drawCards(canvas, frame, layout)
  }

  cues(before: Royale, after: Royale, me: number | null): readonly Cue[] {
    const cues = royaleCues(before, after, me, (seat) => this.#ring.pose(seat))
    const { picked } = this.#picking
    const card = this.#cards.find(({ pick }) => pick === picked)
    if (card && picked !== this.#heard) cues.push({ sound: 'pick', x: card.x, y: card.y, strength: 0.8 })
    this.#heard = picked
    return cues
  }

  #drawPeople(canvas: CanvasRenderingContext2D, frame: Frame<Royale>, layout: Layout): void {
    const { me, paint } = frame
    const people = this.#people(frame)
    for (const person of people) drawPerson(canvas, person, paint)
    for (const person of people) {
      this.#tokens.draw(canvas, person, paint)
      drawWreath(canvas, person, paint)
    }
    for (const person of people) {
      const isMine = person.pose.seat === me
      // In a dense crowd names would only hide each other.
      const isLegible = isMine || !(layout.isCrowd && layout.isNarrow)
      if (isLegible) paint.label(person.pose)
      if (isLegible) drawPoints(canvas, person, paint)
      if (isMine || !layout.isCrowd) drawGain(canvas, person, paint)
    }
  }

  /** Those further back first. */
  #people({ state, time }: Frame<Royale>): Person[] {
    const winners = celebrated(state)
    return this.#ring.seats.flatMap((seat) => {
      const player = state.players[seat]
      if (!player) return []
      const isCelebrated = winners.includes(seat)
      return [{ state, player, pose: this.#ring.pose(seat), moment: this.#moment, isCelebrated, time }]
    })
  }

  #drawCards(
    canvas: CanvasRenderingContext2D,
    { state, me, time, paint }: Frame<Royale>,
    { isNarrow }: Layout,
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
