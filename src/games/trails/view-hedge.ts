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
/** Clumps along a long and a short side. */
const along = { long: 52, short: 27 }
/** How far the clumps' middles stand behind the line that may not be crossed. */
const behind = 15

interface Pictures {
  readonly key: string
  readonly clumps: readonly HTMLCanvasElement[]
  readonly thicket: HTMLCanvasElement
}

export class Hedge {
  #pictures: Pictures | null = null

  /** `free`: what is left of the court. `time` lets it breathe; 0 keeps it still. */
  draw(canvas: CanvasRenderingContext2D, free: Box, mood: Mood, time: number): void {
    if (typeof document === 'undefined') return
    const pixels = Math.min(4, Math.max(0.5, Math.ceil(canvas.getTransform().a * 4) / 4))
    const key = `${mood} ${pixels}`
    if (this.#pictures?.key !== key) this.#pictures = paintPictures(key, mood, pixels)
    this.#drawThicket(canvas, free, this.#pictures.thicket, pixels)
    const { clumps } = this.#pictures
    const width = free.right - free.left
    const height = free.bottom - free.top
    const put = (x: number, y: number, i: number) => {
      const clump = clumps[i % kinds]
      const swell = time === 0 ? 0 : Math.sin(time * 1.3 + i * 1.9) * 1.2
      if (clump)
        canvas.drawImage(clump, x - half - swell, y - half - swell, 2 * (half + swell), 2 * (half + swell))
    }
    // From top to bottom, so that the nearer stands before the farther. What has crowded together is thinned out.
    const thin = (length: number, count: number) =>
      Math.max(1, Math.floor((count * 11) / Math.max(1, length)))
    for (let i = 0; i <= along.long; i += thin(width, along.long)) {
      put(free.left + (width * i) / along.long, free.top - behind + uneven(i), i)
    }
    for (let i = 0; i <= along.short; i += thin(height, along.short)) {
      const y = free.top + (height * i) / along.short
      put(free.left - behind + uneven(i + 11), y, i * 3 + 1)
      put(free.right + behind + uneven(i + 29), y, i * 5 + 2)
    }
    for (let i = 0; i <= along.long; i += thin(width, along.long)) {
      put(free.left + (width * i) / along.long, free.bottom + behind + uneven(i + 43), i * 2 + 3)
    }
  }

  /** The part of the court that the hedge has taken. */
  #drawThicket(
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
}

/** World units that a clump stands out of line; the same for each forever. */
function uneven(i: number): number {
  return ((i * 7919) % 11) - 5
}

function paintPictures(key: string, mood: Mood, pixels: number): Pictures {
  const clumps = Array.from({ length: kinds }, (_, kind) => {
    const image = document.createElement('canvas')
    image.width = image.height = Math.ceil(2 * half * pixels)
    const canvas = image.getContext('2d')
    if (canvas) {
      canvas.scale(pixels, pixels)
      paintClump(canvas, half, half, 19 + (kind % 3) * 2, mood, kind + 1)
    }
    return image
  })
  const thicket = document.createElement('canvas')
  thicket.width = Math.ceil((court.right - court.left) * pixels)
  thicket.height = Math.ceil((court.bottom - court.top) * pixels)
  const canvas = thicket.getContext('2d', { alpha: false })
  if (canvas) paintThicket(canvas, clumps, mood, pixels)
  return { key, clumps, thicket }
}

function paintThicket(
  canvas: CanvasRenderingContext2D,
  clumps: readonly HTMLCanvasElement[],
  mood: Mood,
  pixels: number,
): void {
  const chance = randomStream(5)
  canvas.fillStyle = leaves[mood].deep
  canvas.fillRect(0, 0, canvas.canvas.width, canvas.canvas.height)
  canvas.scale(pixels, pixels)
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
