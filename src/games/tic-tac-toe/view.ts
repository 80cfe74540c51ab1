/** How tic-tac-toe is drawn and played on a screen: a picnic of wooden boards. */

import type { Control, Cue, Devices, Face, Frame, View } from '../view.ts'
import { drawBench } from './view-bench.ts'
import { captionOf } from './view-caption.ts'
import { Crowd } from './view-crowd.ts'
import { ticTacToeCues } from './view-cues.ts'
import { middlePlace } from './view-layout.ts'
import { drawNotes, drawTime } from './view-notes.ts'
import { People } from './view-people.ts'
import { Picking } from './view-picking.ts'
import { SizedPictures } from './view-pictures.ts'
import { Pieces } from './view-pieces.ts'
import { drawTable } from './view-table.ts'
import { Tables } from './view-tables.ts'
import { none, type TicTacToe, type TicTacToeInput } from './world.ts'

const controls: readonly Control[] = [
  {
    label: 'Choose a cell, or who wins while you wait',
    keys: 'Click; or arrows; or Q W E, A S D, Z X C',
    touch: 'Tap it',
    pad: 'Left stick or cross',
  },
  {
    action: 'place',
    label: 'Place',
    keys: 'Space',
    touch: 'The tap places; or the round button',
    pad: 'A',
    codes: ['Space'],
    buttons: [0],
  },
]

class TicTacToeView implements View<TicTacToe, TicTacToeInput> {
  readonly controls = controls
  readonly #pictures = new SizedPictures()
  readonly #pieces = new Pieces(this.#pictures)
  readonly #tables = new Tables()
  readonly #people = new People()
  readonly #crowd = new Crowd()
  readonly #picking = new Picking()

  sample(devices: Devices, state: TicTacToe, me: number | null): TicTacToeInput {
    return this.#picking.input(devices, state, me, this.#tables, this.#people)
  }

  /** One's own board, or the one that is followed, always lies in the middle, with its moves below it. */
  focus() {
    return { x: middlePlace.x, y: middlePlace.y + 62 }
  }

  caption(state: TicTacToe, me: number | null, faces: ReadonlyMap<number, Face>): string | null {
    return captionOf(state, me, state.boards[this.#tables.middle ?? none], faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<TicTacToe>): void {
    const { state, me, paint, time } = frame
    this.#picking.pass(time)
    this.#tables.arrange(state, me, time, paint.reducedMotion)
    this.#people.settle(state, this.#tables, time, paint.reducedMotion)
    paint.meadow()
    // Tall grass lies flat under a cloth.
    paint.beforeGrass()
    const means = { pictures: this.#pictures, pieces: this.#pieces }
    drawBench(canvas, this.#pictures, this.#people.waiting.length, paint)
    this.#pieces.begin()
    const { middle } = this.#tables
    for (const index of [...state.boards.keys(), none]) {
      // The one in the middle comes last, above those that slide past it.
      const at = index === none ? (middle ?? none) : index
      const board = state.boards[at]
      const isMain = at === middle
      if (!board || (isMain && index !== none)) continue
      const place = this.#tables.placeOf(at)
      const table = { index: at, board, place, cell: this.#tables.restOf(at).cell, isMain }
      drawTable(canvas, means, table, isMain ? this.#picking.cursor : null, frame)
    }
    drawNotes(canvas, means, state.boards[middle ?? none], frame.faces, paint)
    drawTime(canvas, this.#pictures, state, paint)
    this.#crowd.draw(canvas, this.#people, middle, frame)
  }

  cues(before: TicTacToe, after: TicTacToe, me: number | null): readonly Cue[] {
    return ticTacToeCues(before, after, me, this.#tables, this.#people)
  }
}

export function makeTicTacToeView(): View<TicTacToe, TicTacToeInput> {
  return new TicTacToeView()
}
