/** Small marks on the court: which way everyone will go, points as they come, who won the round. */

import { direction } from '../../netcode/headings.ts'
import type { Painter } from '../view.ts'
import { blend, fade } from './view-ribbon.ts'
import { bodyRadius, type Trails, type Walker } from './world.ts'

/** Seconds that a point floats up. */
const floatFor = 1.1
/** Seconds that a ring takes to close. */
const finderFor = 1.1

/** Before the start: arrowheads from the feet into the open, the own ones larger. */
export function drawCourse(
  canvas: CanvasRenderingContext2D,
  walker: Walker,
  colour: string,
  isMe: boolean,
  time: number,
  { mood, reducedMotion }: Painter,
): void {
  const way = direction(walker.heading)
  const size = isMe ? 13 : 8
  canvas.save()
  canvas.translate(walker.x, walker.y)
  canvas.transform(way.x, way.y, -way.y, way.x, 0, 0)
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  for (let i = 0; i < 3; i++) {
    const wave = reducedMotion ? 1 : 0.45 + 0.55 * Math.max(0, Math.sin(time * 6.5 - i * 0.9))
    // Clear of the name, where the way leads down.
    const at = bodyRadius + 18 + Math.max(0, way.y) * 22 + i * size * 1.5
    canvas.globalAlpha = wave * (isMe ? 1 : 0.8)
    canvas.beginPath()
    canvas.moveTo(at - size * 0.5, -size * 0.8)
    canvas.lineTo(at + size * 0.3, 0)
    canvas.lineTo(at - size * 0.5, size * 0.8)
    canvas.strokeStyle = mood === 'day' ? '#fffaf0' : fade(blend(colour, '#fff3dc', 0.8), 0.95)
    canvas.lineWidth = size * 0.75
    canvas.stroke()
    canvas.strokeStyle = colour
    canvas.lineWidth = size * 0.42
    canvas.stroke()
  }
  canvas.restore()
}

/** Rings that close around oneself until the start. */
export function drawFinder(
  canvas: CanvasRenderingContext2D,
  walker: Walker,
  time: number,
  paint: Painter,
): void {
  if (paint.reducedMotion) return
  const left = 1 - ((time / finderFor) % 1)
  canvas.save()
  canvas.globalAlpha = Math.min(1, left * 2, (1 - left) * 4)
  canvas.strokeStyle = paint.mood === 'day' ? '#fffaf0' : '#ffe2a6'
  canvas.lineWidth = 2.5 + 4 * left
  canvas.beginPath()
  canvas.arc(walker.x, walker.y, bodyRadius + 12 + 96 * left * left, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.restore()
}

/** Points for oneself, each as it comes. */
export class Points {
  #score: number | null = null
  #came: { readonly points: number; readonly at: number }[] = []

  draw(canvas: CanvasRenderingContext2D, walker: Walker, time: number, paint: Painter): void {
    if (this.#score !== null && walker.score > this.#score)
      this.#came.push({ points: walker.score - this.#score, at: time })
    this.#score = walker.score
    this.#came = this.#came.filter(({ at }) => time - at < floatFor)
    canvas.save()
    for (const { points, at } of this.#came) {
      const done = (time - at) / floatFor
      const rise = paint.reducedMotion ? 20 : 34 * Math.sqrt(done)
      canvas.globalAlpha = Math.min(1, (1 - done) * 2.5)
      const y = walker.y - bodyRadius * 1.6 - rise
      paint.write(`+${points}`, walker.x, y, { size: 26, ink: paint.ink('good'), rim: true })
    }
    canvas.restore()
  }
}

/** Beams and the winner's name, while the round's end is looked at. */
export function drawWinner(
  canvas: CanvasRenderingContext2D,
  walker: Walker,
  words: string,
  { clock }: Trails,
  time: number,
  paint: Painter,
): void {
  const grown = paint.reducedMotion ? 1 : easeOut(Math.min(1, clock / 22))
  canvas.save()
  canvas.translate(walker.x, walker.y)
  canvas.fillStyle = paint.mood === 'day' ? 'rgb(255 248 214 / 0.5)' : 'rgb(255 214 140 / 0.34)'
  const turned = paint.reducedMotion ? 0 : time * 0.5
  canvas.beginPath()
  for (let beam = 0; beam < 9; beam++) {
    const angle = turned + (beam / 9) * 2 * Math.PI
    const reach = (86 + (beam % 2) * 18) * grown
    canvas.moveTo(0, 0)
    canvas.lineTo(Math.cos(angle - 0.15) * reach, Math.sin(angle - 0.15) * reach)
    canvas.lineTo(Math.cos(angle + 0.15) * reach, Math.sin(angle + 0.15) * reach)
  }
  canvas.fill()
  canvas.globalAlpha = grown
  canvas.restore()
  canvas.save()
  canvas.globalAlpha = grown
  paint.write(words, walker.x, Math.max(110, walker.y - 64), { size: 34, rim: true })
  canvas.restore()
}

function easeOut(share: number): number {
  return 1 - (1 - share) ** 3
}
