/** Tufts of grass painted in every sway of the wind beforehand: put down on whole pixels, each is a mere copy. */

import type { Mood } from '../../games/view.ts'
import { seeded } from './seeded.ts'

export const tuftKinds = 5
/** World units that a tuft may be high. */
export const tuftSizes: readonly number[] = [17, 22.5, 28, 33.5]
/** Beyond this bend a tuft is not in the wind but in somebody's way; there are few of them. */
const mostSway = 0.25
const swayStep = 0.025
const sways = Math.round((2 * mostSway) / swayStep) + 1

export interface TuftLook {
  readonly kind: number
  /** Its place in `tuftSizes`. */
  readonly size: number
}

const greens: Readonly<Record<Mood, readonly [string, string, string]>> = {
  day: ['#7d9a3f', '#93ab49', '#b9c766'],
  dusk: ['#27474a', '#315a55', '#4a7563'],
}

export class GrassSheet {
  readonly #pixels: number
  readonly #tufts: readonly (HTMLCanvasElement | null)[]
  readonly #sheet: HTMLCanvasElement | null
  readonly #cell: { readonly width: number; readonly height: number }

  /** `pixels`: how many of them make a world unit. */
  constructor(mood: Mood, pixels: number) {
    const largest = tuftSizes.at(-1) ?? 0
    this.#pixels = pixels
    this.#tufts = Array.from({ length: tuftKinds }, (_, kind) =>
      paintTuft(mood, kind, Math.ceil(largest * 1.35 * pixels)),
    )
    // The tips sway aside by nine tenths of the bend.
    this.#cell = {
      width: Math.ceil(largest * (1 + 2 * 0.9 * mostSway) * pixels) + 2,
      height: Math.ceil(largest * pixels) + 2,
    }
    this.#sheet = this.#paintSheet()
  }

  /** Draws a tuft that stands at a place, on a canvas whose transform is `now` and is left as it may be. */
  draw(canvas: CanvasRenderingContext2D, now: DOMMatrix, look: TuftLook, bend: number, x: number, y: number) {
    const fits = now.b === 0 && now.c === 0 && Math.abs(now.a - this.#pixels) < 1e-6 && now.d === now.a
    const sway = Math.round(bend / swayStep) + (sways - 1) / 2
    if (this.#sheet && fits && sway >= 0 && sway < sways) {
      const { width, height } = this.#cell
      canvas.setTransform(1, 0, 0, 1, Math.round(now.e + x * now.a), Math.round(now.f + y * now.d))
      const row = look.kind * tuftSizes.length + look.size
      const [left, top] = [-(width >> 1), 1 - height]
      canvas.drawImage(this.#sheet, sway * width, row * height, width, height, left, top, width, height)
      return
    }
    canvas.setTransform(now)
    canvas.translate(x, y)
    this.#drawBent(canvas, look, bend)
  }

  #drawBent(canvas: CanvasRenderingContext2D, { kind, size }: TuftLook, bend: number): void {
    const image = this.#tufts[kind]
    const wide = tuftSizes[size] ?? 0
    if (!image) return
    const height = wide * (1 - Math.abs(bend) * 0.28)
    canvas.transform(1, 0, -bend * 0.9, 1, 0, 0)
    canvas.drawImage(image, -wide / 2, -height, wide, height)
  }

  #paintSheet(): HTMLCanvasElement | null {
    const { width, height } = this.#cell
    const sheet = document.createElement('canvas')
    sheet.width = width * sways
    sheet.height = height * tuftKinds * tuftSizes.length
    const canvas = sheet.getContext('2d')
    if (!canvas) return null
    for (let row = 0; row < tuftKinds * tuftSizes.length; row++) {
      for (let sway = 0; sway < sways; sway++) {
        const [x, y] = [sway * width + (width >> 1), (row + 1) * height - 1]
        canvas.setTransform(this.#pixels, 0, 0, this.#pixels, x, y)
        const look = { kind: Math.floor(row / tuftSizes.length), size: row % tuftSizes.length }
        this.#drawBent(canvas, look, (sway - (sways - 1) / 2) * swayStep)
      }
    }
    return sheet
  }
}

function paintTuft(mood: Mood, kind: number, size: number): HTMLCanvasElement | null {
  const image = document.createElement('canvas')
  image.width = size
  image.height = size
  const canvas = image.getContext('2d')
  if (!canvas) return null
  const chance = seeded(kind * 991 + 5)
  canvas.scale(size, size)
  const blades = 7
  for (let i = 0; i < blades; i++) {
    const root = 0.5 + (i / (blades - 1) - 0.5) * 0.3
    const tip = 0.5 + (i / (blades - 1) - 0.5) * 0.92 + (chance() - 0.5) * 0.12
    const top = 0.08 + Math.abs(i / (blades - 1) - 0.5) * 0.75 + chance() * 0.14
    canvas.fillStyle = greens[mood][i % 3] ?? greens[mood][0]
    canvas.beginPath()
    canvas.moveTo(root - 0.042, 1)
    canvas.quadraticCurveTo(root - 0.02, 0.55, tip, top)
    canvas.quadraticCurveTo(root + 0.07, 0.6, root + 0.042, 1)
    canvas.fill()
  }
  return image
}
