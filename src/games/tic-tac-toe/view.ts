/** How tic-tac-toe is drawn and played on a screen. */

import type { Devices, Frame, View } from '../view.ts'
import { idle, type TicTacToe, type TicTacToeInput } from './world.ts'

class TicTacToeView implements View<TicTacToe, TicTacToeInput> {
  readonly controls = []

  sample(_devices: Devices): TicTacToeInput {
    return idle
  }

  draw(_canvas: CanvasRenderingContext2D, { paint }: Frame<TicTacToe>): void {
    paint.meadow()
  }

  cues() {
    return []
  }
}

export function makeTicTacToeView(): View<TicTacToe, TicTacToeInput> {
  return new TicTacToeView()
}
