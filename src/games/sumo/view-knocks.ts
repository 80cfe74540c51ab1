/** A hard knock as it is seen: for a moment a star bursts where two bodies met. */

import type { Painter } from '../view.ts'
import { bodyRadius, mostReel, type Sumo, stands } from './world.ts'

interface Knock {
  readonly x: number
  readonly y: number
  readonly angle: number
  readonly strength: number
  readonly since: number
}

const lasts = 0.24
/** Ticks of reeling that make a knock worth a star. */
const hard = 8
const points = 9

export class Knocks {
  #all: Knock[] = []
  readonly #before = new Map<number, number>()

  notice({ players }: Sumo, time: number): void {
    this.#all = this.#all.filter(({ since }) => time - since < lasts)
    players.forEach((body, seat) => {
      const reel = body?.reel ?? 0
      const before = this.#before.get(seat) ?? reel
      this.#before.set(seat, reel)
      if (!body || !stands(body) || reel < before + hard) return
      // It flies away from where it was met.
      const speed = Math.hypot(body.vx, body.vy) || 1
      const x = body.x - (body.vx / speed) * bodyRadius
      const y = body.y - (body.vy / speed) * bodyRadius
      const angle = Math.atan2(body.vy, body.vx)
      this.#all.push({ x, y, angle, strength: reel / mostReel, since: time })
    })
  }

  draw(canvas: CanvasRenderingContext2D, { reducedMotion }: Painter, time: number): void {
    for (const { x, y, angle, strength, since } of this.#all) {
      const age = (time - since) / lasts
      const reach = (20 + 34 * strength) * (reducedMotion ? 0.8 : 0.45 + 0.55 * Math.sqrt(age))
      canvas.save()
      canvas.translate(x, y)
      canvas.rotate(angle)
      canvas.globalAlpha = Math.min(1, (1 - age) * 1.8)
      trace(canvas, reach, 0.5)
      canvas.lineJoin = 'round'
      canvas.strokeStyle = '#e2745c'
      canvas.lineWidth = 4
      canvas.stroke()
      canvas.fillStyle = '#ffd757'
      canvas.fill()
      trace(canvas, reach * 0.62, 0.55)
      canvas.fillStyle = '#fffbe8'
      canvas.fill()
      canvas.restore()
    }
  }
}

function trace(canvas: CanvasRenderingContext2D, reach: number, inner: number): void {
  canvas.beginPath()
  for (let i = 0; i < points * 2; i++) {
    const way = (i / points) * Math.PI
    const far = i % 2 ? reach * inner : reach * (0.85 + 0.15 * Math.sin(i * 7))
    if (i === 0) canvas.moveTo(far, 0)
    else canvas.lineTo(Math.cos(way) * far, Math.sin(way) * far)
  }
  canvas.closePath()
}
