/**
 * The connection graph on the canvas. Its columns are painted when one is full and its words twice a second, as fast as
 * one reads; in between both are only copied.
 */

import type { Mood } from '../../games/view.ts'
import { putSharp } from '../../games/view-pictures.ts'
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
/** Columns before the walking one that are left out, so that one sees where it walks. */
const wake = 3

/** Words are painted anew after so many columns. */
const wordsEvery = 5

/** Where everything is, in CSS pixels. */
interface Layout {
  readonly room: GraphRoom
  readonly strips: readonly Strip[]
  /** Where the first strip begins, and how far apart they are. */
  readonly head: number
  readonly row: number
  readonly height: number
}

export class GraphDrawing {
  readonly #wordSheet = new Sheet()
  readonly #columnSheet = new Sheet()
  #layout: Layout | null = null

  /** Draws on a canvas whose unit is a CSS pixel. */
  draw(canvas: CanvasRenderingContext2D, graph: Graph, shot: GraphShot): void {
    const newest = graph.newest ?? 0
    const look = `${shot.mood} ${shot.sharpness} ${shot.reducedMotion} ${shot.tickRate}`
    const saysMore = this.#wordSheet.isStale(`${Math.floor(newest / wordsEvery)} ${look}`)
    if (saysMore || !this.#layout) {
      const words = shot.words()
      this.#layout = layOut(shot, words)
      const { height } = this.#layout
      const sheet = this.#wordSheet.begin(graphWidth, height, shot.sharpness)
      if (sheet) paintWords(sheet, graph, words, this.#layout, shot)
    }
    const { room, strips, head, row, height } = this.#layout
    if (this.#columnSheet.isStale(`${newest} ${look} ${head} ${row}`)) {
      const sheet = this.#columnSheet.begin(columns, strips.length * row, shot.sharpness)
      strips.forEach((strip, i) => {
        if (sheet) paintColumns(sheet, graph, strip, i * row, row - 4, shot)
      })
    }
    this.#wordSheet.stamp(canvas, room.left, room.top, graphWidth, height)
    this.#columnSheet.stamp(canvas, room.left + stripAt, room.top + head, columns, strips.length * row)
  }
}

/** A picture that is kept until what it shows has changed. */
class Sheet {
  readonly #image = document.createElement('canvas')
  #key = ''

  /** Whether it shows something else than `key` now; it is then taken for painted. */
  isStale(key: string): boolean {
    const stale = key !== this.#key
    this.#key = key
    return stale
  }

  /** An empty canvas of a size in CSS pixels. */
  begin(width: number, height: number, sharpness: number): CanvasRenderingContext2D | null {
    const wide = Math.ceil(width * sharpness)
    const high = Math.ceil(height * sharpness)
    if (this.#image.width !== wide) this.#image.width = wide
    if (this.#image.height !== high) this.#image.height = high
    const canvas = this.#image.getContext('2d')
    if (!canvas) return null
    canvas.setTransform(1, 0, 0, 1, 0, 0)
    canvas.clearRect(0, 0, wide, high)
    canvas.setTransform(wide / width, 0, 0, high / height, 0, 0)
    return canvas
  }

  stamp(canvas: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
    putSharp(canvas, this.#image, { left: x, top: y, width, height })
  }
}

function layOut(shot: GraphShot, { lines }: GraphWords): Layout {
  const room = shot.room()
  const strips = stripsFor(shot.tickRate)
  const head = padding + titleHeight + lines.length * lineHeight + 4
  const fitting = Math.floor((room.height - head - padding) / strips.length)
  const row = Math.max(lowRow, Math.min(highRow, fitting))
  return { room, strips, head, row, height: head + strips.length * row + padding - 4 }
}

function paintWords(
  canvas: CanvasRenderingContext2D,
  graph: Graph,
  { title, lines }: GraphWords,
  { strips, head, row, height }: Layout,
  { mood }: GraphShot,
): void {
  const ink = inks[mood]
  const within = graphWidth - 2 * padding
  canvas.fillStyle = fade(ink.surface, groundOpacity)
  canvas.beginPath()
  canvas.roundRect(0, 0, graphWidth, height, 14)
  canvas.fill()
  canvas.textBaseline = 'alphabetic'
  canvas.textAlign = 'left'
  canvas.fillStyle = ink.ink
  canvas.font = `600 14px ${displayFace}`
  canvas.fillText(title, padding, padding + 12, within)
  canvas.font = `500 12px ${quietFace}`
  canvas.fillStyle = ink.quiet
  lines.forEach((line, i) => {
    canvas.fillText(line, padding, padding + titleHeight + lineHeight * i + 10, within)
  })
  canvas.font = `500 11px ${quietFace}`
  canvas.textAlign = 'right'
  canvas.fillText('worst', worstEnd, head - 9)
  strips.forEach((strip, i) => {
    paintFigures(canvas, graph, strip, head + i * row + (row - 4) / 2 + 4, ink)
  })
}

function paintFigures(
  canvas: CanvasRenderingContext2D,
  graph: Graph,
  strip: Strip,
  line: number,
  ink: { readonly ink: string; readonly quiet: string },
): void {
  canvas.font = `500 12px ${quietFace}`
  canvas.fillStyle = ink.ink
  canvas.textAlign = 'left'
  canvas.fillText(strip.label, padding, line)
  canvas.font = `650 12px ${quietFace}`
  canvas.textAlign = 'right'
  canvas.fillText(written(graph.figure(strip.key)), figureEnd, line)
  canvas.font = `500 11px ${quietFace}`
  canvas.fillStyle = ink.quiet
  canvas.textAlign = 'left'
  canvas.fillText(strip.unit, unitAt, line)
  // Corrections are added up: there is no worst of them.
  if (strip.key === 'corrections') return
  canvas.textAlign = 'right'
  canvas.fillText(written(worstOf(strip, valuesOf(graph, strip))), worstEnd, line)
}

function paintColumns(
  canvas: CanvasRenderingContext2D,
  graph: Graph,
  strip: Strip,
  top: number,
  height: number,
  { mood, reducedMotion, sharpness }: GraphShot,
): void {
  const ink = inks[mood]
  const values = valuesOf(graph, strip)
  const most = topFor(strip, Math.max(0, ...values.filter((value) => !Number.isNaN(value))))
  const base = top + height
  const highOf = (value: number) =>
    Math.max(value > 0 ? 1 : 0, Math.round(Math.min(1, value / most) * height * sharpness) / sharpness)

  canvas.fillStyle = blend(ink.surface, ink.ink, 0.09)
  canvas.fillRect(0, top, columns, height)
  // Neighbours of one height are one box.
  let box: { x: number; width: number; high: number; tone: Tone } | null = null
  const fill = () => {
    if (!box) return
    canvas.fillStyle = ink[box.tone]
    canvas.fillRect(box.x, base - box.high, box.width, box.high)
  }
  values.forEach((value, age) => {
    const x = placeOf(age, graph.newest ?? 0, reducedMotion)
    if (x === null || Number.isNaN(value)) return
    const tone = toneOf(strip, value)
    const high = highOf(value)
    if (box && box.x === x + 1 && box.high === high && box.tone === tone) {
      box.x = x
      box.width++
      return
    }
    fill()
    box = { x, width: 1, high, tone }
  })
  fill()
}

/** In the strip's unit, from now on backwards. */
function valuesOf(graph: Graph, { key }: Strip): number[] {
  return Array.from({ length: columns }, (_, age) => graph.value(key, age))
}

/** How far from the strip's left end a column stands; null where it makes room for the walking one. */
function placeOf(age: number, newest: number, still: boolean): number | null {
  if (!still) return columns - 1 - age
  return age >= columns - wake ? null : (((newest - age) % columns) + columns) % columns
}
