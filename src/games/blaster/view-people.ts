/** Players with what they hold: the blaster, a bubble while nothing hits them, and how they roll, sink and come back. */

import { direction } from '../../netcode/headings.ts'
import type { Painter, Pose } from '../view.ts'
import type { Pictures } from '../view-pictures.ts'
import { gardenColours } from './view-colours.ts'
import { bodyRadius, type Fighter, gapTicks, guardTicks, outTicks, rollTicks } from './world.ts'

const blasterBox = { left: -14, top: -16, width: 52, height: 32 }
const bubbleBox = { left: -44, top: -44, width: 88, height: 88 }
/** Ticks in which somebody who was hit sinks down, and who came in shimmers. */
const sinks = 22
const shimmers = 26

export function poseOf(seat: number, fighter: Fighter): Pose {
  const { x, y, vx, vy, aim, out } = fighter
  const way = direction(aim)
  const pose = { seat, x, y, radius: bodyRadius, vx, vy, lookAt: { x: x + way.x * 200, y: y + way.y * 200 } }
  return out > 0 ? { ...pose, vx: 0, vy: 0, presence: Math.max(0, (out - outTicks + sinks) / sinks) } : pose
}

/** Whether there is still something of them to be seen. */
export function isSeen({ out, left }: Fighter): boolean {
  return !left && (out === 0 || out > outTicks - sinks)
}

/** `isHit`: a berry has just splashed on them; that they are out is known from the past, a moment later. */
export function drawFighter(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  seat: number,
  fighter: Fighter,
  isHit: boolean,
  time: number,
  paint: Painter,
): void {
  const pose = poseOf(seat, fighter)
  const { x, y, out, roll, guard } = fighter
  const up = direction(fighter.aim).y < -0.35
  if (out === 0 && roll === 0 && up) drawBlaster(canvas, pictures, fighter, paint)
  canvas.save()
  if (roll > 0 && !paint.reducedMotion) tumble(canvas, fighter)
  else if (out > 0 || isHit) sink(canvas, fighter, isHit ? 0.3 : Math.min(1, (outTicks - out) / sinks))
  paint.character(pose)
  canvas.restore()
  if (out === 0 && roll === 0 && !up) drawBlaster(canvas, pictures, fighter, paint)
  if (out === 0 && guard > 0) drawBubble(canvas, pictures, fighter, time, paint)
  if (out === 0 && guard > guardTicks - shimmers) drawShimmer(canvas, x, y, guard, paint)
}

/** Low and leaning far into the roll, flattest in the middle of it. */
function tumble(canvas: CanvasRenderingContext2D, { x, y, roll, way }: Fighter): void {
  const low = Math.sin((1 - roll / rollTicks) * Math.PI)
  canvas.translate(x, y + bodyRadius)
  canvas.transform(1, 0, -direction(way).x * low * 0.55, 1, 0, 0)
  canvas.scale(1 + low * 0.22, 1 - low * 0.34)
  canvas.translate(-x, -y - bodyRadius)
}

function sink(canvas: CanvasRenderingContext2D, { x, y }: Fighter, done: number): void {
  canvas.translate(x, y + bodyRadius)
  canvas.scale(1 + done * 0.5, Math.max(0.2, 1 - done * 0.8))
  canvas.translate(-x, -y - bodyRadius)
}

/** A garden squirter of tin and wood with a glass of juice on top; it kicks back as it shoots. */
function drawBlaster(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  fighter: Fighter,
  paint: Painter,
): void {
  const { x, y, aim, gap } = fighter
  const way = direction(aim)
  const kick = paint.reducedMotion ? 0 : Math.max(0, gap - gapTicks + 6) / 6
  canvas.save()
  canvas.translate(x + way.x * (15 - kick * 7), y + 5 + way.y * (15 - kick * 7))
  canvas.rotate((aim / 1024) * 2 * Math.PI)
  if (way.x < 0) canvas.scale(1, -1)
  const { store } = fighter
  pictures.put(canvas, `blaster ${store}`, blasterBox, (it) => paintBlaster(it, store, paint))
  canvas.restore()
}

function paintBlaster(canvas: CanvasRenderingContext2D, store: number, { mood }: Painter): void {
  const { tin, wood, rim, light, fruit } = gardenColours[mood]
  const outlined = (colour: string, trace: () => void) => {
    canvas.beginPath()
    trace()
    canvas.strokeStyle = light
    canvas.lineWidth = 5
    canvas.stroke()
    canvas.strokeStyle = rim
    canvas.lineWidth = 2.4
    canvas.stroke()
    canvas.fillStyle = colour
    canvas.fill()
  }
  outlined(wood[2], () => canvas.roundRect(-6, 1, 8, 11, 3))
  outlined(tin[1], () => canvas.roundRect(-8, -5, 30, 9, 4))
  outlined(tin[0], () => canvas.roundRect(20, -6.5, 9, 12, 3))
  outlined(light, () => canvas.ellipse(3, -7, 8, 5.5, 0, 0, 2 * Math.PI))
  canvas.fillStyle = fruit[0] ?? rim
  for (let i = 0; i < store; i++) {
    canvas.beginPath()
    canvas.arc(-1.5 + i * 4.6, -7, 2.5, 0, 2 * Math.PI)
    canvas.fill()
  }
}

/** Soap, and round it the light. */
function drawBubble(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  { x, y, guard }: Fighter,
  time: number,
  paint: Painter,
): void {
  const wobble = paint.reducedMotion ? 0 : Math.sin(time * 7) * 0.025
  canvas.globalAlpha = Math.min(1, guard / 10)
  const { light } = gardenColours[paint.mood]
  pictures.put(canvas, 'bubble', bubbleBox, (it) => paintBubble(it, light), { x, y: y - 2, wide: 1 + wobble })
  canvas.globalAlpha = 1
}

function paintBubble(canvas: CanvasRenderingContext2D, light: string): void {
  const soap = canvas.createRadialGradient(-10, -12, 6, 0, 0, 38)
  soap.addColorStop(0, 'rgb(255 255 255 / 0.06)')
  soap.addColorStop(0.75, 'rgb(190 225 255 / 0.16)')
  soap.addColorStop(1, 'rgb(255 225 250 / 0.5)')
  canvas.fillStyle = soap
  canvas.beginPath()
  canvas.arc(0, 0, 37, 0, 2 * Math.PI)
  canvas.fill()
  canvas.strokeStyle = light
  canvas.lineWidth = 2.4
  canvas.stroke()
  canvas.lineWidth = 4
  canvas.beginPath()
  canvas.arc(0, 0, 29, Math.PI * 1.1, Math.PI * 1.42)
  canvas.stroke()
}

/** A ring of light that closes around who has just come. */
function drawShimmer(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  guard: number,
  { mood, reducedMotion }: Painter,
): void {
  const left = (guard - guardTicks + shimmers) / shimmers
  const { light } = gardenColours[mood]
  canvas.globalAlpha = left
  canvas.strokeStyle = light
  canvas.lineWidth = 2 + left * 5
  canvas.beginPath()
  const radius = reducedMotion ? 42 : 34 + left * 60
  canvas.ellipse(x, y + 14, radius, radius * 0.6, 0, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.fillStyle = light
  for (let i = 0; i < 8; i++) {
    const turn = (i / 8) * 2 * Math.PI + left * 2
    canvas.beginPath()
    canvas.arc(
      x + Math.cos(turn) * radius * 0.8,
      y + 10 + Math.sin(turn) * radius * 0.5 - (1 - left) * 44,
      3 * left + 1,
      0,
      2 * Math.PI,
    )
    canvas.fill()
  }
  canvas.globalAlpha = 1
}
