/** Splashes: rings that run out where somebody fell into the water, and drops that leap up. */

import { randomStream } from '../../netcode/random.ts'
import type { Painter } from '../view.ts'
import { colours } from './view-colours.ts'
import { footing, thickness } from './view-platform.ts'
import { type Sumo, splashTick } from './world.ts'

interface Splash {
  readonly x: number
  readonly y: number
  readonly since: number
  readonly seed: number
}

/** Seconds that rings run, and that drops fly. */
const ringsFor = 1.7
const dropsFor = 0.62
const drops = 15

export class Splashes {
  #all: Splash[] = []
  #before = new Map<number, number>()

  /** Finds who reached the water since the last frame. */
  notice({ players }: Sumo, time: number): void {
    this.#all = this.#all.filter(({ since }) => time - since < ringsFor)
    players.forEach((body, seat) => {
      const fall = body?.fall ?? 0
      const before = this.#before.get(seat) ?? fall
      this.#before.set(seat, fall)
      if (!body || body.gone || before === 0 || before >= splashTick || fall < splashTick) return
      this.#all.push({ x: body.x, y: body.y + footing + thickness, since: time, seed: seat + 1 })
    })
  }

  drawRings(canvas: CanvasRenderingContext2D, { mood }: Painter, time: number): void {
    canvas.strokeStyle = colours[mood].foam
    for (const { x, y, since } of this.#all) {
      const age = (time - since) / ringsFor
      for (const late of [0, 0.16, 0.32]) {
        const own = (age - late) / (1 - late)
        if (own <= 0) continue
        const reach = 12 + 74 * Math.sqrt(own)
        canvas.globalAlpha = 0.75 * (1 - own) ** 1.5
        canvas.lineWidth = 1 + 5 * (1 - own)
        canvas.beginPath()
        canvas.ellipse(x, y, reach, reach * 0.5, 0, 0, 2 * Math.PI)
        canvas.stroke()
      }
    }
    canvas.globalAlpha = 1
  }

  drawDrops(canvas: CanvasRenderingContext2D, { mood, reducedMotion }: Painter, time: number): void {
    if (reducedMotion) return
    const { foam, glint } = colours[mood]
    for (const { x, y, since, seed } of this.#all) {
      const age = (time - since) / dropsFor
      if (age >= 1) continue
      this.#drawCrest(canvas, x, y, age, foam)
      const chance = randomStream(seed * 77)
      canvas.globalAlpha = Math.min(1, (1 - age) * 1.6)
      canvas.fillStyle = glint
      canvas.beginPath()
      for (let i = 0; i < drops; i++) {
        const aside = (chance() * 2 - 1) * 74 * age
        const up = (70 + chance() * 90) * age - 150 * age * age
        const size = (2 + chance() * 4) * (1 - age * 0.6)
        canvas.moveTo(x + aside + size, y - up)
        canvas.arc(x + aside, y - up, size, 0, 2 * Math.PI)
      }
      canvas.fill()
    }
    canvas.globalAlpha = 1
  }

  /** The crown of water in its first moment. */
  #drawCrest(canvas: CanvasRenderingContext2D, x: number, y: number, age: number, foam: string): void {
    const high = 54 * Math.sin(Math.min(1, age * 1.7) * Math.PI)
    if (high <= 0) return
    const wide = 24 + 26 * age
    canvas.globalAlpha = 0.85 * (1 - age)
    canvas.fillStyle = foam
    canvas.beginPath()
    canvas.moveTo(x - wide, y + 5)
    for (const [at, share] of [
      [-1.15, 0.8],
      [-0.5, 0.35],
      [-0.1, 1],
      [0.35, 0.4],
      [1.1, 0.75],
    ] as const)
      canvas.quadraticCurveTo(x + at * wide * 0.9, y, x + at * wide, y - high * share)
    canvas.lineTo(x + wide, y + 5)
    canvas.quadraticCurveTo(x, y + 16, x - wide, y + 5)
    canvas.fill()
    canvas.globalAlpha = 1
  }
}
