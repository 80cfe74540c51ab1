/** The hedge around the court: clumps of leaves along what is still free, and behind them all that has grown over. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import { fade } from './view-ribbon.ts'
import { type Box, court } from './world.ts'

const leaves = {
  day: { deep: '#41693c', middle: '#5d8a45', light: '#8cae55', shade: 'rgb(60 44 56 / 0.3)' },
  dusk: { deep: '#17303c', middle: '#234650', light: '#376360', shade: 'rgb(10 8 34 / 0.42)' },
} as const
const blossoms = { day: ['#fffaf0', '#f58a70', '#ffe071'], dusk: ['#cfd8e6', '#b06a7c', '#c9b77c'] } as const

/** World units from the middle of a picture of a clump to its edge. */
const half = 34
const kinds = 7
/** World units between two clumps. */
const apart = 29
/** How far the clumps' middles stand behind the line that may not be crossed. */
const behind = 15

interface Pictures {
  readonly key: string
  /** All that the hedge can take of the court, and its front along each side: as long as the court's. */
  readonly thicket: HTMLCanvasElement
  readonly long: HTMLCanvasElement
  readonly short: HTMLCanvasElement
  readonly corner: HTMLCanvasElement
}

export class Hedge {
  #pictures: Pictures | null = null

  /** `free`: what is left of the court. */
  draw(canvas: CanvasRenderingContext2D, free: Box, mood: Mood): void {
    if (typeof document === 'undefined') return
    const pixels = Math.min(4, Math.max(0.5, Math.ceil(canvas.getTransform().a * 4) / 4))
    const key = `${mood} ${pixels}`
    if (this.#pictures?.key !== key) this.#pictures = paintPictures(key, mood, pixels)
    const pictures = this.#pictures
    if (free.left > court.left) {
      drawThicket(canvas, free, pictures.thicket, pixels)
      drawFront(canvas, court, pictures, pixels)
    }
    drawFront(canvas, free, pictures, pixels)
  }
}

/** A row of clumps behind each edge of what is free, cut to its length. */
function drawFront(
  canvas: CanvasRenderingContext2D,
  free: Box,
  { long, short, corner }: Pictures,
  pixels: number,
): void {
  const [left, right] = [free.left - 2 * behind, free.right + 2 * behind]
  const [top, bottom] = [free.top - behind, free.bottom + behind]
  const wide = right - left
  const high = bottom - top
  const across = (y: number) => {
    const from = (left - court.left + half) * pixels
    canvas.drawImage(long, from, 0, wide * pixels, 2 * half * pixels, left, y - half, wide, 2 * half)
  }
  const down = (x: number) => {
    const from = (top - court.top + half) * pixels
    canvas.drawImage(short, 0, from, 2 * half * pixels, high * pixels, x - half, top, 2 * half, high)
  }
  // From top to bottom, so that the nearer stands before the farther.
  across(free.top - behind)
  down(free.left - behind)
  down(free.right + behind)
  across(free.bottom + behind)
  // Over where the rows are cut.
  for (const x of [left, right])
    for (const y of [top, bottom]) canvas.drawImage(corner, x - half, y - half, 2 * half, 2 * half)
}

/** The part of the court that the hedge has taken. */
function drawThicket(
  canvas: CanvasRenderingContext2D,
  free: Box,
  thicket: HTMLCanvasElement,
  pixels: number,
): void {
  const put = (left: number, top: number, right: number, bottom: number) => {
    const [wide, high] = [right - left, bottom - top]
    if (wide <= 0 || high <= 0) return
    const from = [(left - court.left) * pixels, (top - court.top) * pixels] as const
    canvas.drawImage(thicket, ...from, wide * pixels, high * pixels, left, top, wide, high)
  }
  put(court.left, court.top, court.right, free.top)
  put(court.left, free.bottom, court.right, court.bottom)
  put(court.left, free.top, free.left, free.bottom)
  put(free.right, free.top, court.right, free.bottom)
}

/** World units that a clump stands out of line; the same for each forever. */
function uneven(i: number): number {
  return ((i * 7919) % 11) - 5
}

function paintPictures(key: string, mood: Mood, pixels: number): Pictures {
  const clumps = Array.from({ length: kinds }, (_, kind) => {
    const [image, canvas] = makePicture(2 * half, 2 * half, pixels)
    paintClump(canvas, half, half, 19 + (kind % 3) * 2, mood, kind + 1)
    return image
  })
  const [wide, high] = [court.right - court.left, court.bottom - court.top]
  const [thicket, canvas] = makePicture(wide, high, pixels)
  paintThicket(canvas, clumps, mood)
  const row = (
    image: HTMLCanvasElement,
    front: CanvasRenderingContext2D,
    length: number,
    isAcross: boolean,
  ) => {
    for (let i = 0, at = 0; at <= length + 2 * half; i++, at += apart) {
      const clump = clumps[(i * 3 + (i % 2)) % kinds]
      const [x, y] = isAcross ? [at, half + uneven(i)] : [half + uneven(i), at]
      if (clump) front.drawImage(clump, x - half, y - half, 2 * half, 2 * half)
    }
    return image
  }
  const long = row(...makePicture(wide + 2 * half, 2 * half, pixels), wide, true)
  const short = row(...makePicture(2 * half, high + 2 * half, pixels), high, false)
  const [corner, leafy] = makePicture(2 * half, 2 * half, pixels)
  paintClump(leafy, half, half, 25, mood, 5)
  return { key, thicket, long, short, corner }
}

/** A canvas in world units, `pixels` device pixels each. */
function makePicture(
  wide: number,
  high: number,
  pixels: number,
): readonly [HTMLCanvasElement, CanvasRenderingContext2D] {
  const image = document.createElement('canvas')
  image.width = Math.ceil(wide * pixels)
  image.height = Math.ceil(high * pixels)
  const canvas = image.getContext('2d')
  if (!canvas) throw new Error('A canvas without a context.')
  canvas.scale(pixels, pixels)
  return [image, canvas]
}

function paintThicket(
  canvas: CanvasRenderingContext2D,
  clumps: readonly HTMLCanvasElement[],
  mood: Mood,
): void {
  const chance = randomStream(5)
  canvas.fillStyle = leaves[mood].deep
  canvas.fillRect(0, 0, court.right - court.left, court.bottom - court.top)
  for (let y = 0; y < court.bottom - court.top + 20; y += 21) {
    for (let x = 0; x < court.right - court.left + 20; x += 29) {
      const clump = clumps[Math.floor(chance() * kinds)]
      const [atX, atY] = [x + (chance() - 0.5) * 16 - half, y + (chance() - 0.5) * 10 - half]
      if (clump) canvas.drawImage(clump, atX, atY, 2 * half, 2 * half)
    }
  }
}

/** Leaves in three tones, lit from above left, over their own shadow. */
function paintClump(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  mood: Mood,
  seed: number,
): void {
  const look = leaves[mood]
  const chance = randomStream(seed * 77)
  canvas.fillStyle = look.shade
  canvas.beginPath()
  canvas.ellipse(x + 4, y + 7, radius * 1.12, radius * 1.02, 0, 0, 2 * Math.PI)
  canvas.fill()
  for (const [colour, dx, dy, size] of [
    [look.deep, 0, 0, 1],
    [look.middle, -2, -3.4, 0.78],
  ] as const) {
    canvas.fillStyle = colour
    canvas.beginPath()
    const lobes = 8 + Math.floor(chance() * 3)
    for (let i = 0; i < lobes; i++) {
      const angle = (i / lobes) * 2 * Math.PI + chance() * 0.4
      const far = radius * size * (0.66 + chance() * 0.12)
      const [lobeX, lobeY] = [x + dx + Math.cos(angle) * far, y + dy + Math.sin(angle) * far]
      canvas.moveTo(lobeX, lobeY)
      canvas.arc(lobeX, lobeY, radius * size * 0.4, 0, 2 * Math.PI)
    }
    canvas.moveTo(x + dx, y + dy)
    canvas.arc(x + dx, y + dy, radius * size * 0.76, 0, 2 * Math.PI)
    canvas.fill()
  }
  canvas.fillStyle = fade(look.light, 0.85)
  canvas.beginPath()
  for (let leaf = 0; leaf < 9; leaf++) {
    const angle = Math.PI * (0.95 + chance())
    const far = radius * (0.15 + chance() * 0.55)
    const [leafX, leafY] = [x - 2 + Math.cos(angle) * far, y - 2 + Math.sin(angle) * far]
    canvas.moveTo(leafX, leafY)
    canvas.ellipse(leafX, leafY, radius * 0.16, radius * 0.09, angle + chance(), 0, 2 * Math.PI)
  }
  canvas.fill()
  if (seed % 3 !== 0) return
  for (let i = 0; i < 3; i++) {
    canvas.fillStyle = blossoms[mood][(seed + i) % 3] ?? '#fff'
    canvas.beginPath()
    canvas.arc(
      x + (chance() - 0.5) * radius * 1.1,
      y + (chance() - 0.6) * radius,
      1.8 + chance() * 1.2,
      0,
      2 * Math.PI,
    )
    canvas.fill()
  }
}
