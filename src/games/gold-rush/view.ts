/** How the gold rush is drawn and played on a screen. */

import { Walk } from '../steering.ts'
import type { Control, Cue, Devices, Frame, View } from '../view.ts'
import { bodyRadius, hedge, height, type Rush, type RushInput, walkingSpeed, width } from './world.ts'

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
    keys: 'Space or E; or right click',
    touch: 'The round button',
    pad: 'A',
    codes: ['Space', 'KeyE'],
    buttons: [0],
    mouseButtons: [2],
  },
]

class RushView implements View<Rush, RushInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed, nearest: insideTheHedge })

  sample(devices: Devices, state: Rush, me: number | null): RushInput {
    const body = me === null ? undefined : state.players[me]
    const will = this.#walk.will(devices, body)
    return { ...will, dash: devices.held.has('dash') || devices.pressed.has('dash') }
  }

  draw(_canvas: CanvasRenderingContext2D, { state, paint, time }: Frame<Rush>): void {
    this.#walk.pass(time)
    paint.meadow()
    state.players.forEach((body, seat) => {
      if (body) paint.character({ seat, x: body.x, y: body.y, radius: bodyRadius, vx: body.vx, vy: body.vy })
    })
  }

  cues(): readonly Cue[] {
    return []
  }
}

export function makeGoldRushView(): View<Rush, RushInput> {
  return new RushView()
}

function insideTheHedge({ x, y }: { x: number; y: number }) {
  const edge = hedge + bodyRadius
  return { x: Math.max(edge, Math.min(width - edge, x)), y: Math.max(edge, Math.min(height - edge, y)) }
}
