/** The connection graph on the canvas: painted when a column is full, stamped in every frame. */

import type { Mood } from '../../games/view.ts'
import { columns, type Graph } from './graph.ts'
import { type Strip, stripsFor, type Tone, toneOf, topFor, worstOf, written } from './graph-strips.ts'
import { displayFace, quietFace } from './lettering.ts'
import { blend, fade, inks } from './palette.ts'

/** The room for it on the stage, in CSS pixels. */
export interface GraphRoom {
  readonly left: number
  readonly top: number
  readonly height: number
}

export interface GraphShot {
  readonly mood: Mood
  /** Device pixels for each CSS pixel. */
  readonly sharpness: number
  /** With reduced motion nothing travels: the newest column walks over the oldest ones instead. */
  readonly reducedMotion: boolean
  /** How often the host is meant to tick, a second. */
  readonly tickRate: number
  /** Asked when it is painted anew, which is not in every frame. */
  room(): GraphRoom
  words(): GraphWords
}

/** What is written above the strips: a title and the lines below it. */
export interface GraphWords {
  readonly title: string
  readonly lines: readonly string[]
}

const padding = 10
const lineHeight = 15
const titleHeight = 19
const stripAt = padding + 80
const figureEnd = stripAt + columns + 36
const unitAt = figureEnd + 4
const worstEnd = unitAt + 64
export const graphWidth = worstEnd + padding
const [lowRow, highRow] = [15, 21]
/** How solid the ground behind the figures is: enough to read them over anything. */
export const groundOpacity = 0.9
const tones: readonly Tone[] = ['good', 'warning', 'danger']
/** Columns before the walking one that are left out, so that one sees where it walks. */
const wake = 3

export class GraphDrawing {
  readonly #image = document.createElement('canvas')
  #painted = ''
  #room: GraphRoom = { left: 0, top: 0, height: 0 }
  #height = 0

  /** Draws on a canvas whose unit is a CSS pixel. */
  draw(canvas: CanvasRenderingContext2D, graph: Graph, shot: GraphShot): void {
    const key = `${graph.newest} ${shot.mood} ${shot.sharpness} ${shot.reducedMotion}`
    if (key !== this.#painted) {
      this.#painted = key
      this.#room = shot.room()
      this.#paint(graph, shot)
    }
    canvas.drawImage(this.#image, this.#room.left, this.#room.top, graphWidth, this.#height)
  }

  #paint(graph: Graph, shot: GraphShot): void {
    const { title, lines } = shot.words()
    const strips = stripsFor(shot.tickRate)
    const head = padding + titleHeight + lines.length * lineHeight + 4
    const row = Math.max(
      lowRow,
      Math.min(highRow, Math.floor((this.#room.height - head - padding) / strips.length)),
    )
    this.#height = head + strips.length * row + padding - 4
    const canvas = this.#begin(shot)
    if (!canvas) return
    const ink = inks[shot.mood]
    canvas.fillStyle = fade(ink.surface, groundOpacity)
    canvas.beginPath()
    canvas.roundRect(0, 0, graphWidth, this.#height, 14)
    canvas.fill()
    canvas.textBaseline = 'alphabetic'
    canvas.textAlign = 'left'
    canvas.fillStyle = ink.ink
    canvas.font = `600 14px ${displayFace}`
    canvas.fillText(title, padding, padding + 12, graphWidth - 2 * padding)
    canvas.font = `500 12px ${quietFace}`
    canvas.fillStyle = ink.quiet
    lines.forEach((line, i) => {
      canvas.fillText(line, padding, padding + titleHeight + lineHeight * i + 10, graphWidth - 2 * padding)
    })
    canvas.font = `500 11px ${quietFace}`
    canvas.textAlign = 'right'
    canvas.fillText('worst', worstEnd, head - 9)
    strips.forEach((strip, i) => {
      paintStrip(canvas, graph, strip, head + i * row, row - 4, shot)
    })
  }

  #begin({ sharpness }: GraphShot): CanvasRenderingContext2D | null {
    const wide = Math.ceil(graphWidth * sharpness)
    const high = Math.ceil(this.#height * sharpness)
    if (this.#image.width !== wide) this.#image.width = wide
    if (this.#image.height !== high) this.#image.height = high
    const canvas = this.#image.getContext('2d')
    if (!canvas) return null
    canvas.setTransform(1, 0, 0, 1, 0, 0)
    canvas.clearRect(0, 0, wide, high)
    canvas.setTransform(wide / graphWidth, 0, 0, high / this.#height, 0, 0)
    return canvas
  }
}

function paintStrip(
  canvas: CanvasRenderingContext2D,
  graph: Graph,
  strip: Strip,
  top: number,
  height: number,
  { mood, reducedMotion }: GraphShot,
): void {
  const ink = inks[mood]
  const per = strip.per ?? 1
  const values = Array.from({ length: columns }, (_, age) => graph.value(strip.key, age) * per)
  const most = topFor(strip, Math.max(0, ...values.filter((value) => !Number.isNaN(value))))
  const figure = graph.figure(strip.key) * per
  const base = top + height

  canvas.fillStyle = blend(ink.surface, ink.ink, 0.09)
  canvas.fillRect(stripAt, top, columns, height)
  for (const tone of tones) {
    canvas.fillStyle = ink[tone]
    canvas.beginPath()
    values.forEach((value, age) => {
      if (Number.isNaN(value) || toneOf(strip, value) !== tone) return
      const x = placeOf(age, graph.newest ?? 0, reducedMotion)
      if (x === null) return
      const high = Math.max(value > 0 ? 1 : 0, Math.min(1, value / most) * height)
      canvas.rect(stripAt + x, base - high, 1, high)
    })
    canvas.fill()
  }

  const line = base - height / 2 + 4
  canvas.font = `500 12px ${quietFace}`
  canvas.fillStyle = ink.ink
  canvas.textAlign = 'left'
  canvas.fillText(strip.label, padding, line)
  canvas.font = `650 12px ${quietFace}`
  canvas.textAlign = 'right'
  canvas.fillText(written(figure), figureEnd, line)
  canvas.font = `500 11px ${quietFace}`
  canvas.fillStyle = ink.quiet
  canvas.textAlign = 'left'
  canvas.fillText(strip.unit, unitAt, line)
  // Corrections are added up: there is no worst of them.
  if (strip.key === 'corrections') return
  canvas.textAlign = 'right'
  canvas.fillText(written(worstOf(strip, values)), worstEnd, line)
}

/** How far from the strip's left end a column stands; null where it makes room for the walking one. */
function placeOf(age: number, newest: number, still: boolean): number | null {
  if (!still) return columns - 1 - age
  return age >= columns - wake ? null : (((newest - age) % columns) + columns) % columns
}
