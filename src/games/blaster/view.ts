/** How the blaster is drawn and played on a screen. */

import type { Control, Cue, Devices, Frame, View } from '../view.ts'
import { type Blaster, type BlasterInput, bodyRadius, idle } from './world.ts'

const controls: readonly Control[] = []

class BlasterView implements View<Blaster, BlasterInput> {
  readonly controls = controls

  sample(_devices: Devices, _state: Blaster, _me: number | null): BlasterInput {
    return idle
  }

  draw(_canvas: CanvasRenderingContext2D, { state, paint }: Frame<Blaster>): void {
    paint.meadow()
    state.fighters.forEach((fighter, seat) => {
      if (fighter && !fighter.left && fighter.out === 0)
        paint.character({ seat, radius: bodyRadius, ...fighter })
    })
  }

  cues(_before: Blaster, _after: Blaster, _me: number | null): readonly Cue[] {
    return []
  }
}

export function makeBlasterView(): View<Blaster, BlasterInput> {
  return new BlasterView()
}
