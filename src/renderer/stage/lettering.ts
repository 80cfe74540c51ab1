/** Words on the stage, painted once and then stamped: names and bubbles that stay readable on any ground. */

import type { Mood, Writing } from '../../games/view.ts'
import { fade, inks } from './palette.ts'

const quietFace = '"Figtree Variable", "Figtree", system-ui, sans-serif'
const displayFace = '"Fredoka Variable", "Fredoka", ui-rounded, system-ui, sans-serif'
const bubbleWidth = 210
const bubbleLines = 4

/** A painted picture with its size in the unit that it was asked for. */
export interface Stamp {
  readonly image: HTMLCanvasElement
  readonly width: number
  readonly height: number
}

/** Words, with the empty edge that their rim needs. */
export interface WordsStamp extends Stamp {
  readonly edge: number
}

/** Sizes are in world units; `pixels` is how many device pixels make one. */
export class Lettering {
  readonly #stamps = new Map<string, Stamp | null>()

  /** The bundled faces arrived: what was painted with stand-ins is painted anew. */
  forget(): void {
    this.#stamps.clear()
  }

  name(text: string, size: number, mood: Mood, pixels: number): Stamp | null {
    return this.#stamp(`name ${mood} ${size} ${pixels} ${text}`, () => paintName(text, size, mood, pixels))
  }

  bubble(text: string, size: number, mood: Mood, pixels: number): Stamp | null {
    return this.#stamp(`bubble ${mood} ${size} ${pixels} ${text}`, () =>
      paintBubble(text, size, mood, pixels),
    )
  }

  words(text: string, writing: Writing & { ink: string }, mood: Mood, pixels: number): WordsStamp | null {
    const { ink, rim = false } = writing
    // Words that grow or shrink are painted in a few sizes only, and drawn in those between.
    const size = Number.isInteger(writing.size) ? writing.size : Math.ceil(writing.size / 6) * 6
    const drawn = writing.size / size
    const edge = rim ? size * 0.2 : size * 0.05
    const key = `words ${mood} ${size} ${ink} ${rim} ${pixels} ${text}`
    const stamp = this.#stamp(key, () => paintWords(text, { size, ink, rim, edge }, mood, pixels))
    return (
      stamp && {
        image: stamp.image,
        width: stamp.width * drawn,
        height: stamp.height * drawn,
        edge: edge * drawn,
      }
    )
  }

  #stamp(key: string, paint: () => Stamp | null): Stamp | null {
    const known = this.#stamps.get(key)
    if (known !== undefined) return known
    if (this.#stamps.size > 300) this.#stamps.clear()
    const stamp = paint()
    this.#stamps.set(key, stamp)
    return stamp
  }
}

/** Asks for the faces that canvases use, since drawing alone does not fetch them everywhere. */
export function awaitFaces(document: Document, arrived: () => void): void {
  const wanted = [`600 16px ${quietFace}`, `500 16px ${quietFace}`, `600 16px ${displayFace}`]
  void Promise.allSettled(wanted.map((face) => document.fonts?.load(face))).then(arrived)
}

export { displayFace, quietFace }

function paintName(text: string, size: number, mood: Mood, pixels: number): Stamp | null {
  const font = `650 ${size}px ${quietFace}`
  const width = Math.min(measure(text, font), 260) + size * 0.8
  const height = size * 1.6
  return paint(width, height, pixels, (canvas) => {
    canvas.font = font
    canvas.textAlign = 'center'
    canvas.textBaseline = 'middle'
    canvas.lineJoin = 'round'
    canvas.strokeStyle = mood === 'day' ? 'rgb(52 42 30 / 0.82)' : 'rgb(16 16 40 / 0.85)'
    canvas.lineWidth = size * 0.3
    canvas.strokeText(text, width / 2, height / 2, 260)
    canvas.fillStyle = '#fffaf0'
    canvas.fillText(text, width / 2, height / 2, 260)
  })
}

function paintWords(
  text: string,
  { size, ink, rim, edge }: { size: number; ink: string; rim: boolean; edge: number },
  mood: Mood,
  pixels: number,
): Stamp | null {
  const font = `600 ${size}px ${displayFace}`
  const width = measure(text, font) + edge * 2
  const height = size * 1.3 + edge * 2
  return paint(width, height, pixels, (canvas) => {
    canvas.font = font
    canvas.textBaseline = 'middle'
    canvas.lineJoin = 'round'
    if (rim) {
      canvas.strokeStyle = mood === 'day' ? 'rgb(255 250 236 / 0.92)' : 'rgb(20 20 46 / 0.88)'
      canvas.lineWidth = edge * 1.7
      canvas.strokeText(text, edge, height / 2)
    }
    canvas.fillStyle = ink
    canvas.fillText(text, edge, height / 2)
  })
}

function paintBubble(text: string, size: number, mood: Mood, pixels: number): Stamp | null {
  const font = `500 ${size}px ${quietFace}`
  const lines = wrap(text, font, bubbleWidth * (size / 17))
  const lineHeight = size * 1.28
  const inside = Math.max(size, ...lines.map((line) => measure(line, font)))
  const tail = size * 0.6
  const margin = size * 0.35
  const width = inside + size * 1.5 + margin * 2
  const height = lines.length * lineHeight + size * 0.9 + tail + margin * 2
  return paint(width, height, pixels, (canvas) => {
    const right = width - margin
    const bottom = height - margin - tail
    canvas.shadowColor = 'rgb(30 15 40 / 0.28)'
    canvas.shadowBlur = size * 0.35 * pixels
    canvas.shadowOffsetY = size * 0.12 * pixels
    canvas.fillStyle = inks[mood].surface
    const box = () => canvas.roundRect(margin, margin, right - margin, bottom - margin, size * 0.8)
    canvas.beginPath()
    box()
    canvas.fill()
    canvas.shadowColor = 'transparent'
    canvas.beginPath()
    canvas.moveTo(width / 2 - size * 0.45, bottom - 1)
    canvas.quadraticCurveTo(
      width / 2 - size * 0.1,
      bottom + tail * 0.4,
      width / 2 + size * 0.05,
      bottom + tail,
    )
    canvas.quadraticCurveTo(width / 2 + size * 0.3, bottom + tail * 0.4, width / 2 + size * 0.4, bottom - 1)
    canvas.fill()
    if (mood === 'dusk') {
      canvas.strokeStyle = fade(inks.dusk.ink, 0.3)
      canvas.lineWidth = size * 0.07
      canvas.beginPath()
      box()
      canvas.stroke()
    }
    canvas.fillStyle = inks[mood].ink
    canvas.font = font
    canvas.textAlign = 'center'
    canvas.textBaseline = 'middle'
    lines.forEach((line, i) => {
      canvas.fillText(line, width / 2, margin + size * 0.45 + lineHeight * (i + 0.5))
    })
  })
}

function paint(
  width: number,
  height: number,
  pixels: number,
  draw: (canvas: CanvasRenderingContext2D) => void,
): Stamp | null {
  if (typeof document === 'undefined') return null
  const image = document.createElement('canvas')
  image.width = Math.ceil(width * pixels)
  image.height = Math.ceil(height * pixels)
  const canvas = image.getContext('2d')
  if (!canvas) return null
  canvas.scale(pixels, pixels)
  draw(canvas)
  return { image, width: image.width / pixels, height: image.height / pixels }
}

let ruler: CanvasRenderingContext2D | null = null

function measure(text: string, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d')
  if (!ruler) return text.length * 8
  ruler.font = font
  return ruler.measureText(text).width
}

/** Breaks at spaces where there are any, and ends with an ellipsis what would be a book. */
function wrap(text: string, font: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((long) => pieces(long, font, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, font) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= bubbleLines) return lines
  const kept = lines.slice(0, bubbleLines)
  kept[bubbleLines - 1] = `${kept[bubbleLines - 1]}…`
  return kept
}

function pieces(word: string, font: string, width: number): string[] {
  if (measure(word, font) <= width) return [word]
  const cut: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter, font) > width) {
      cut.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...cut, piece]
}
