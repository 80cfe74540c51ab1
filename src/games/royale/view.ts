/** How a royale is drawn and played on a screen. */

import type { Cue, Devices, Frame, View } from '../view.ts'
import type { Royale, RoyaleInput } from './world.ts'

class RoyaleView implements View<Royale, RoyaleInput> {
  readonly controls = []

  sample(_devices: Devices, _state: Royale, _me: number | null): RoyaleInput {
    return { pick: 0 }
  }

  draw(_canvas: CanvasRenderingContext2D, { paint }: Frame<Royale>): void {
    paint.meadow()
  }

  cues(_before: Royale, _after: Royale, _me: number | null): readonly Cue[] {
    return []
  }
}

export function makeRoyaleView(): View<Royale, RoyaleInput> {
  return new RoyaleView()
}
