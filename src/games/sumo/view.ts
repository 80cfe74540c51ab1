/** How sumo is drawn and played on a screen. */

import { Walk } from '../steering.ts'
import type { Control, Cue, Devices, Face, Frame, View } from '../view.ts'
import { bodyRadius, middle, type Sumo, type SumoInput, stands, walkingSpeed } from './world.ts'

const controls: readonly Control[] = [
  {
    label: 'Walk',
    keys: 'WASD or arrows; or click',
    touch: 'Drag anywhere; or tap',
    pad: 'Left stick',
  },
  {
    action: 'dash',
    label: 'Dash',
    keys: 'Space or E; or click twice',
    touch: 'The round button',
    pad: 'A',
    codes: ['Space', 'KeyE'],
    buttons: [0],
  },
]

class SumoView implements View<Sumo, SumoInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed })

  sample(devices: Devices, state: Sumo, me: number | null): SumoInput {
    const body = me === null ? undefined : state.players[me]
    const will = this.#walk.will(devices, body && stands(body) ? body : undefined)
    return { ...will, dash: devices.held.has('dash') || devices.pressed.has('dash') }
  }

  focus() {
    return middle
  }

  caption(state: Sumo, _me: number | null, _faces: ReadonlyMap<number, Face>): string {
    return `Round ${state.round} of ${state.rounds}`
  }

  draw(_canvas: CanvasRenderingContext2D, { state, paint, time }: Frame<Sumo>): void {
    this.#walk.pass(time)
    paint.meadow()
    state.players.forEach((body, seat) => {
      if (body && !body.gone)
        paint.character({ seat, x: body.x, y: body.y, radius: bodyRadius, vx: body.vx, vy: body.vy })
    })
  }

  cues(): readonly Cue[] {
    return []
  }
}

export function makeSumoView(): View<Sumo, SumoInput> {
  return new SumoView()
}
