/** What one sees of one's own aim: where a berry would go, the mouse's mark, and whom one is helped to aim at. */

import { direction } from '../../netcode/headings.ts'
import type { Painter } from '../view.ts'
import { wallsOf } from './arena.ts'
import { reachOf } from './rules-walls.ts'
import { type Aim, along } from './view-aim.ts'
import { gardenColours } from './view-colours.ts'
import { type Blaster, bodyRadius, type Fighter, range } from './world.ts'

const firstDot = 52
const dotsApart = 21
const dots = 8

export function drawSight(
  canvas: CanvasRenderingContext2D,
  state: Blaster,
  me: Fighter,
  aim: Aim,
  time: number,
  { mood, reducedMotion }: Painter,
): void {
  const { light, rim } = gardenColours[mood]
  const reach = reachOf(me, direction(me.aim), wallsOf(state.arena), range)
  for (let i = 0; i < dots; i++) {
    const far = firstDot + i * dotsApart
    if (far > reach) break
    const { x, y } = along(me, me.aim, far)
    canvas.globalAlpha = (me.store > 0 ? 0.95 : 0.35) * (1 - i / (dots + 1))
    for (const [colour, more] of [
      [rim, 1.6],
      [light, 0],
    ] as const) {
      canvas.fillStyle = colour
      canvas.beginPath()
      canvas.arc(x, y, 4 - i * 0.25 + more, 0, 2 * Math.PI)
      canvas.fill()
    }
  }
  canvas.globalAlpha = 1
  const helped = aim.target === null ? undefined : state.fighters[aim.target]
  if (helped && helped.out === 0) {
    const turn = reducedMotion ? 0 : time * 1.4
    for (const [colour, wide] of [
      [rim, 5],
      [light, 2.6],
    ] as const) {
      canvas.strokeStyle = colour
      canvas.lineWidth = wide
      for (let i = 0; i < 4; i++) {
        canvas.beginPath()
        canvas.arc(helped.x, helped.y, bodyRadius + 13, turn + i * 1.571, turn + i * 1.571 + 0.7)
        canvas.stroke()
      }
    }
  }
  if (aim.mark) drawMark(canvas, aim.mark, rim, light)
}

function drawMark(
  canvas: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  rim: string,
  light: string,
): void {
  for (const [colour, wide] of [
    [rim, 5],
    [light, 2.4],
  ] as const) {
    canvas.strokeStyle = colour
    canvas.lineWidth = wide
    canvas.beginPath()
    canvas.arc(x, y, 13, 0, 2 * Math.PI)
    canvas.moveTo(x + 2, y)
    canvas.arc(x, y, 2, 0, 2 * Math.PI)
    canvas.stroke()
  }
}
