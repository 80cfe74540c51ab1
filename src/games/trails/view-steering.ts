/** From keys, stick and pointer to an input: left and right, or a direction to turn to. */

import { headingOf, turn } from '../../netcode/headings.ts'
import type { Control, Devices } from '../view.ts'
import { compass, idle, noWay, type TrailsInput, type Walker } from './world.ts'

export const controls: readonly Control[] = [
  {
    label: 'Steer',
    keys: 'Left and right, or A and D; or hold the mouse where you want to go',
    touch: 'Drag the way you want to go; or hold a place',
    pad: 'Left stick',
  },
]

const left = ['ArrowLeft', 'KeyA']
const right = ['ArrowRight', 'KeyD']
/** Nearer than this, in world units, a place says nothing about the way to it. */
const tooNear = 12
/** A stick that is thrown less far than this means nothing. */
const stickRest = 0.3

export function steering({ keys, stick, pointer }: Devices, walker: Walker | undefined): TrailsInput {
  const steer = holds(keys, right) - holds(keys, left)
  if (steer !== 0) return { steer, towards: noWay }
  if (stick && Math.hypot(stick.x, stick.y) > stickRest) return { steer: 0, towards: wayOf(stick.x, stick.y) }
  if (!walker || !pointer?.held) return idle
  const [x, y] = [pointer.x - walker.x, pointer.y - walker.y]
  return Math.hypot(x, y) < tooNear ? idle : { steer: 0, towards: wayOf(x, y) }
}

function wayOf(x: number, y: number): number {
  return Math.round(headingOf(x, y) / (turn / compass)) % compass
}

function holds(keys: ReadonlySet<string>, codes: readonly string[]): number {
  return codes.some((code) => keys.has(code)) ? 1 : 0
}
