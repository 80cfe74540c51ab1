/** Gamepads of the standard mapping: the left stick or the cross to move, the right one to aim, buttons by their numbers. */

import type { Point } from './camera.ts'
import { withDeadZone } from './touch.ts'

const deadZone = 0.2
/** Larger: a thumb that lets go of the stick must not turn what it aims with. */
const aimDeadZone = 0.35
const cross = { up: 12, down: 13, left: 14, right: 15 }

export interface PadState {
  readonly stick: Point | null
  readonly aim: Point | null
  readonly buttons: ReadonlySet<number>
}

type Pad = Pick<Gamepad, 'axes' | 'buttons' | 'mapping' | 'connected'>

/** All pads together, so that whichever is picked up works; they may come and go at any time. */
export function readPads(pads: readonly (Pad | null)[]): PadState {
  const buttons = new Set<number>()
  let stick: Point | null = null
  let aim: Point | null = null
  for (const pad of pads) {
    if (!pad?.connected) continue
    pad.buttons.forEach((button, number) => {
      if (button.pressed || button.value > 0.5) buttons.add(number)
    })
    stick ??= withDeadZone(pad.axes[0] ?? 0, pad.axes[1] ?? 0, deadZone)
    if (pad.mapping !== 'standard') continue
    stick ??= crossOf(pad)
    aim ??= withDeadZone(pad.axes[2] ?? 0, pad.axes[3] ?? 0, aimDeadZone)
  }
  return { stick, aim, buttons }
}

function crossOf(pad: Pad): Point | null {
  const on = (number: number) => (pad.buttons[number]?.pressed ? 1 : 0)
  const x = on(cross.right) - on(cross.left)
  const y = on(cross.down) - on(cross.up)
  return withDeadZone(x, y, 0)
}
