/** The pond at evening: painted once for each size and mood, with light that moves on it. */

import { randomStream } from '../../netcode/random.ts'
import { type Mood, type Painter, worldHeight, worldWidth } from '../view.ts'
import { type Box, paintPicture } from '../view-pictures.ts'
import { boxSeen } from '../view-seen.ts'
import { colours } from './view-colours.ts'
import { paintPond } from './view-pond-paint.ts'
import { traceStroke } from './view-strokes.ts'

/** Painted beyond what is seen, in units: for a picture that shakes. */
const margin = 50
/** More pixels than these show nothing more of water. */
const mostPixels = 6_000_000
const moodFade = 0.7

interface Painted {
  readonly picture: HTMLCanvasElement
  readonly box: Box
  readonly mood: Mood
  readonly wanted: number
}

const chance = randomStream(4242)
const glints = Array.from({ length: 54 }, () => ({
  x: chance() * worldWidth,
  y: 10 + chance() * (worldHeight - 20),
  length: 26 + chance() * 70,
  pace: 0.5 + chance() * 0.9,
  phase: chance() * 20,
}))
const groups = 3

export class Pond {
  #painted: Painted | null = null
  #before: { painted: Painted; since: number } | null = null

  draw(canvas: CanvasRenderingContext2D, { mood, reducedMotion }: Painter, time: number): void {
    this.#keepPainted(canvas, mood, time)
    const fading = this.#before && (time - this.#before.since) / moodFade
    if (this.#before && fading !== null && fading < 1) {
      put(canvas, this.#before.painted)
      canvas.globalAlpha = Math.max(0, fading)
    } else this.#before = null
    if (this.#painted) put(canvas, this.#painted)
    canvas.globalAlpha = 1
    drawGlints(canvas, mood, reducedMotion ? 0 : time)
  }

  #keepPainted(canvas: CanvasRenderingContext2D, mood: Mood, time: number): void {
    const seen = boxSeen(canvas)
    const wanted = canvas.getTransform().a
    const has = this.#painted
    const isSharp = has !== null && wanted < has.wanted * 1.25 && wanted > has.wanted * 0.5
    if (has?.mood === mood && isSharp && covers(has.box, seen)) return
    const box = boxToPaint(seen)
    const pixels = Math.min(wanted, 1.5, Math.sqrt(mostPixels / (box.width * box.height)))
    const picture = paintPicture(box, pixels, (on) => paintPond(on, box, mood))
    if (!picture) return
    if (has && has.mood !== mood) this.#before = { painted: has, since: time }
    this.#painted = { picture, box, mood, wanted }
  }
}

/** Light on the water that comes and goes, a little further each time. */
function drawGlints(canvas: CanvasRenderingContext2D, mood: Mood, time: number): void {
  canvas.fillStyle = colours[mood].glint
  for (let group = 0; group < groups; group++) {
    const beat = Math.max(0, Math.sin(time * 0.8 + (group * 2 * Math.PI) / groups))
    canvas.globalAlpha = 0.1 + 0.28 * beat
    canvas.beginPath()
    for (let i = group; i < glints.length; i += groups) {
      const glint = glints[i]
      if (!glint) continue
      const x = glint.x + Math.sin(time * 0.35 * glint.pace + glint.phase) * 26
      const y = glint.y + Math.sin(time * 0.6 * glint.pace + glint.phase * 2) * 4
      traceStroke(canvas, x, y, glint.length * (0.7 + 0.3 * beat), 2.4)
    }
    canvas.fill()
  }
  canvas.globalAlpha = 1
}

/** All of the world, and all around it that this screen sees. */
function boxToPaint(seen: Box): Box {
  const left = Math.min(seen.left, 0) - margin
  const top = Math.min(seen.top, 0) - margin
  const right = Math.max(seen.left + seen.width, worldWidth) + margin
  const bottom = Math.max(seen.top + seen.height, worldHeight) + margin
  return { left, top, width: right - left, height: bottom - top }
}

function covers(big: Box, small: Box): boolean {
  return (
    big.left <= small.left &&
    big.top <= small.top &&
    big.left + big.width >= small.left + small.width &&
    big.top + big.height >= small.top + small.height
  )
}

function put(canvas: CanvasRenderingContext2D, { picture, box }: Painted): void {
  canvas.drawImage(picture, box.left, box.top, box.width, box.height)
}
