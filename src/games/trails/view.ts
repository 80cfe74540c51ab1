/** How Trails is drawn and played on a screen. */

import type { Control, Cue, Devices, Frame, View } from '../view.ts'
import { bodyRadius, idle, type Trails, type TrailsInput } from './world.ts'

const controls: readonly Control[] = []

class TrailsView implements View<Trails, TrailsInput> {
  readonly controls = controls

  sample(_devices: Devices, _state: Trails, _me: number | null): TrailsInput {
    return idle
  }

  draw(_canvas: CanvasRenderingContext2D, { state, paint }: Frame<Trails>): void {
    paint.meadow()
    state.walkers.forEach((walker, seat) => {
      if (walker) paint.character({ seat, x: walker.x, y: walker.y, radius: bodyRadius, vx: 0, vy: 0 })
    })
  }

  cues(_before: Trails, _after: Trails, _me: number | null): readonly Cue[] {
    return []
  }
}

export function makeTrailsView(): View<Trails, TrailsInput> {
  return new TrailsView()
}
