/** The platform on the water: its outermost ring shakes before it breaks off, and its pieces drift apart and sink. */

import { randomStream } from '../../netcode/random.ts'
import type { Painter } from '../view.ts'
import type { Pictures } from '../view-pictures.ts'
import { radiusOf, shaking } from './platform.ts'
import { type Colours, colours } from './view-colours.ts'
import { paintPlanks, planksBox } from './view-planks.ts'
import { bodyRadius, middle, type Sumo } from './world.ts'

/** Where feet stand below a body's middle; planks lie under feet. */
export const footing = Math.round(bodyRadius * 0.66)
const centre = { x: middle.x, y: middle.y + footing }
export const thickness = 25
const pieces = 14
/** Seconds that broken planks are seen to sink, and that a new platform takes to come up. */
const sinkFor = 1.2
const riseFor = 0.55

export class Platform {
  #left = -1
  #round = 0
  #sinking: { boards: number; since: number }[] = []
  #risenAt = -10

  /** Notices what broke off since the last frame. */
  notice({ left, round }: Sumo, time: number): void {
    if (round !== this.#round || left > this.#left) {
      if (this.#left >= 0) this.#risenAt = time
      this.#sinking = []
    } else if (left < this.#left) this.#sinking.push({ boards: this.#left, since: time })
    this.#left = left
    this.#round = round
    this.#sinking = this.#sinking.filter(({ since }) => time - since < sinkFor)
  }

  /** What lies in the water below those who fall. */
  drawBelow(
    canvas: CanvasRenderingContext2D,
    { left }: Sumo,
    pictures: Pictures,
    paint: Painter,
    time: number,
  ): void {
    const ink = colours[paint.mood]
    const still = paint.reducedMotion
    if (left > 0) {
      crescent(canvas, radiusOf(left), 0, thickness + 20, ink.shade, 8)
      drawWaves(canvas, radiusOf(left), ink, still ? 0 : time)
    }
    for (const { boards, since } of this.#sinking)
      drawSinking(canvas, boards, (time - since) / sinkFor, pictures, ink, still)
  }

  drawTop(
    canvas: CanvasRenderingContext2D,
    state: Sumo,
    pictures: Pictures,
    paint: Painter,
    time: number,
  ): void {
    const { left, phase, clock } = state
    if (left === 0) return
    const ink = colours[paint.mood]
    // While nobody moves, one picture a frame: none is missing when its ring is the edge.
    if (phase === 'ready') planks(1 + (clock % left), pictures, ink)
    drawSide(canvas, radiusOf(left), ink)
    const alarm = shaking(state)
    if (alarm > 0) {
      drawShaking(canvas, left, alarm, pictures, ink, paint.reducedMotion ? null : time)
      if (left > 1) drawPlanks(canvas, left - 1, pictures, ink)
    } else drawPlanks(canvas, left, pictures, ink)
  }

  /** A new platform comes up out of the water, with all who stand on it: draws the rest of the frame so. */
  rise(canvas: CanvasRenderingContext2D, still: boolean, time: number): void {
    const risen = Math.min(1, (time - this.#risenAt) / riseFor)
    canvas.globalAlpha = risen
    if (!still) canvas.translate(0, (1 - risen) ** 2 * 34)
  }
}

function drawPlanks(
  canvas: CanvasRenderingContext2D,
  boards: number,
  pictures: Pictures,
  ink: Colours,
  at: { readonly x: number; readonly y: number } = centre,
): void {
  const picture = planks(boards, pictures, ink)
  const { left, top, width, height } = planksBox(boards)
  if (picture) canvas.drawImage(picture, at.x + left, at.y + top, width, height)
}

function planks(boards: number, pictures: Pictures, ink: Colours): HTMLCanvasElement | null {
  return pictures.of(`planks ${boards}`, planksBox(boards), (on) => paintPlanks(on, boards, ink))
}

/** What is seen of a round thing below its own edge, `from` to `to` units lower. */
function crescent(
  canvas: CanvasRenderingContext2D,
  radius: number,
  from: number,
  to: number,
  colour: string,
  aside = 0,
): void {
  canvas.fillStyle = colour
  canvas.beginPath()
  canvas.arc(centre.x + aside, centre.y + to, radius, -0.12, Math.PI + 0.12)
  canvas.arc(centre.x, centre.y + from, radius - 1, Math.PI + 0.12, -0.12, true)
  canvas.closePath()
  canvas.fill()
}

function drawSide(canvas: CanvasRenderingContext2D, radius: number, { side, gap }: Colours): void {
  crescent(canvas, radius, 0, thickness, side[1])
  crescent(canvas, radius, 0, thickness * 0.6, side[0])
  canvas.strokeStyle = gap
  canvas.lineWidth = 2
  canvas.beginPath()
  const count = Math.round(radius / 7)
  for (let i = 1; i < count; i++) {
    const angle = (i / count) * Math.PI
    const x = centre.x + Math.cos(angle) * radius
    const y = centre.y + Math.sin(angle) * radius
    canvas.moveTo(x, y)
    canvas.lineTo(x, y + thickness * (0.8 + 0.2 * Math.sin(i * 5)))
  }
  canvas.stroke()
}

/** Foam at the waterline, and rings that run out over the pond. */
function drawWaves(canvas: CanvasRenderingContext2D, radius: number, { foam }: Colours, time: number): void {
  canvas.strokeStyle = foam
  for (let ring = 0; ring < 3; ring++) {
    const age = (time * 0.28 + ring / 3) % 1
    canvas.globalAlpha = 0.32 * (1 - age)
    canvas.lineWidth = 3 - 2 * age
    canvas.beginPath()
    canvas.arc(centre.x, centre.y + thickness * 0.9, radius + 2 + age * 34, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.globalAlpha = 1
}

/** `time` is null where nothing may tremble: then the colour alone says it. */
function drawShaking(
  canvas: CanvasRenderingContext2D,
  left: number,
  alarm: number,
  pictures: Pictures,
  ink: Colours,
  time: number | null,
): void {
  const outer = radiusOf(left)
  const inner = radiusOf(left - 1)
  const tremble = time === null ? 0 : 0.6 + 1.9 * alarm
  const shift = {
    x: centre.x + Math.sin((time ?? 0) * 53) * tremble,
    y: centre.y + Math.sin((time ?? 0) * 67 + 1) * tremble + alarm * 2,
  }
  drawPlanks(canvas, left, pictures, ink, shift)
  canvas.save()
  canvas.translate(shift.x, shift.y)
  const beat = time === null ? 0.6 : 0.5 + 0.5 * Math.sin(time * (7 + 9 * alarm))
  canvas.globalAlpha = (0.12 + 0.3 * alarm) * beat
  canvas.strokeStyle = ink.alarm
  canvas.lineWidth = outer - inner
  canvas.beginPath()
  canvas.arc(0, 0, (outer + inner) / 2, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.globalAlpha = 0.85
  canvas.strokeStyle = ink.gap
  canvas.lineWidth = 1 + 4 * alarm
  canvas.beginPath()
  if (inner > 0) canvas.arc(0, 0, inner + 2, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.lineWidth = 1.5 + 1.5 * alarm
  canvas.lineJoin = 'round'
  canvas.beginPath()
  for (let crack = 0; crack < pieces; crack++) traceCrack(canvas, crack, inner, outer, alarm)
  canvas.stroke()
  canvas.restore()
}

/** A crack that grows inward from the edge. */
function traceCrack(canvas: CanvasPath, crack: number, inner: number, outer: number, share: number): void {
  const chance = randomStream(crack * 97 + 3)
  const angle = ((crack + chance() * 0.4) / pieces) * 2 * Math.PI
  const steps = 4
  for (let step = 0; step <= steps; step++) {
    const reach = outer - 2 - (outer - inner) * share * (step / steps)
    const way = angle + ((chance() - 0.5) * 14) / outer
    if (step === 0) canvas.moveTo(Math.cos(way) * reach, Math.sin(way) * reach)
    else canvas.lineTo(Math.cos(way) * reach, Math.sin(way) * reach)
  }
}

function drawSinking(
  canvas: CanvasRenderingContext2D,
  boards: number,
  age: number,
  pictures: Pictures,
  ink: Colours,
  still: boolean,
): void {
  const picture = planks(boards, pictures, ink)
  if (!picture) return
  const box = planksBox(boards)
  const outer = radiusOf(boards) + 4
  const inner = radiusOf(boards - 1)
  for (let piece = 0; piece < pieces; piece++) {
    const chance = randomStream(piece * 131 + boards)
    const from = ((piece + chance() * 0.3) / pieces) * 2 * Math.PI
    const to = from + ((0.7 + chance() * 0.2) / pieces) * 2 * Math.PI
    const way = (from + to) / 2
    const delay = chance() * 0.2
    const own = Math.max(0, Math.min(1, (age - delay) / (1 - delay)))
    const middleAt = { x: (Math.cos(way) * (inner + outer)) / 2, y: (Math.sin(way) * (inner + outer)) / 2 }
    const drift = still ? 0 : 8 + own * 34
    canvas.save()
    canvas.globalAlpha = (1 - own) ** 1.2
    canvas.translate(centre.x + Math.cos(way) * drift, centre.y + Math.sin(way) * drift + own * 26)
    canvas.translate(middleAt.x, middleAt.y)
    if (!still) canvas.rotate((chance() - 0.5) * own * 0.9)
    canvas.scale(1 - own * 0.18, 1 - own * 0.34)
    canvas.translate(-middleAt.x, -middleAt.y)
    canvas.beginPath()
    canvas.arc(0, 0, outer, from, to)
    canvas.arc(0, 0, inner + 1, to, from, true)
    canvas.closePath()
    canvas.clip()
    canvas.drawImage(picture, box.left, box.top, box.width, box.height)
    canvas.restore()
  }
}
