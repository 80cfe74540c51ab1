/** What lives in the air: fireflies at dusk, butterflies and pollen in the afternoon. */

import { type Mood, type Pose, worldHeight, worldWidth } from '../../games/view.ts'
import { glowStamp } from './lanterns.ts'
import { seeded } from './seeded.ts'

interface Drifter {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly pace: number
  readonly phase: number
  readonly size: number
  /** How far somebody who came near has driven it off. */
  fleeX: number
  fleeY: number
}

const fireflies = 46
const pollen = 34
const butterflies = 4
const shy = 90
const wings = ['#ffb45e', '#fdf3d8', '#9fd3f5', '#f49bb2']

export class Air {
  readonly #fireflies = drifters(fireflies, 77)
  readonly #pollen = drifters(pollen, 78)
  readonly #butterflies = drifters(butterflies, 79)

  draw(
    canvas: CanvasRenderingContext2D,
    mood: Mood,
    time: number,
    still: boolean,
    crowd: ReadonlyMap<number, Pose>,
  ): void {
    const moment = still ? 0 : time
    canvas.save()
    if (mood === 'dusk') {
      const glow = glowStamp()
      canvas.globalCompositeOperation = 'lighter'
      if (glow) for (const fly of this.#fireflies) drawFirefly(canvas, glow, fly, moment, crowd)
    } else {
      this.#drawPollen(canvas, moment)
      for (const [i, fly] of this.#butterflies.entries()) drawButterfly(canvas, fly, moment, i, crowd)
    }
    canvas.restore()
  }

  #drawPollen(canvas: CanvasRenderingContext2D, time: number): void {
    canvas.fillStyle = '#fffbe0'
    for (const mote of this.#pollen) {
      const x = wrap(mote.x + time * (9 + mote.pace * 8), worldWidth)
      const y = wrap(mote.y + Math.sin(time * mote.pace + mote.phase) * 26 - time * 3, worldHeight)
      canvas.globalAlpha = 0.25 + 0.35 * Math.sin(time * 0.8 + mote.phase) ** 2
      canvas.beginPath()
      canvas.arc(x, y, 1 + mote.size * 1.3, 0, 2 * Math.PI)
      canvas.fill()
    }
  }
}

function drifters(count: number, seed: number): Drifter[] {
  const chance = seeded(seed)
  return Array.from({ length: count }, () => ({
    x: chance() * worldWidth,
    y: 30 + chance() * (worldHeight - 60),
    wide: 30 + chance() * 90,
    pace: 0.25 + chance() * 0.5,
    phase: chance() * 20,
    size: chance(),
    fleeX: 0,
    fleeY: 0,
  }))
}

function place(it: Drifter, time: number, crowd: ReadonlyMap<number, Pose>): { x: number; y: number } {
  const t = time * it.pace + it.phase
  const x = it.x + Math.sin(t) * it.wide + Math.sin(t * 2.3 + 1) * it.wide * 0.4
  const y = it.y + Math.cos(t * 0.83) * it.wide * 0.7 + Math.sin(t * 1.9) * it.wide * 0.25
  let awayX = 0
  let awayY = 0
  for (const body of crowd.values()) {
    const dx = x + it.fleeX - body.x
    const dy = y + it.fleeY - body.y
    if (dx > shy || dx < -shy || dy > shy || dy < -shy) continue
    const far = Math.hypot(dx, dy) || 1
    const push = Math.max(0, 1 - far / shy) * 4
    awayX += (dx / far) * push
    awayY += (dy / far) * push
  }
  it.fleeX = it.fleeX * 0.97 + awayX
  it.fleeY = it.fleeY * 0.97 + awayY
  return { x: x + it.fleeX, y: y + it.fleeY }
}

function drawFirefly(
  canvas: CanvasRenderingContext2D,
  glow: HTMLCanvasElement,
  fly: Drifter,
  time: number,
  crowd: ReadonlyMap<number, Pose>,
): void {
  const beat = Math.max(0, Math.sin(time * (0.9 + fly.pace) + fly.phase * 3))
  const { x, y } = place(fly, time, crowd)
  if (beat < 0.03) return
  const reach = (11 + fly.size * 11) * (0.6 + 0.4 * beat)
  canvas.globalAlpha = beat
  canvas.drawImage(glow, x - reach, y - reach, reach * 2, reach * 2)
  canvas.fillStyle = '#fff3b0'
  canvas.beginPath()
  canvas.arc(x, y, 1.5 + fly.size, 0, 2 * Math.PI)
  canvas.fill()
}

function drawButterfly(
  canvas: CanvasRenderingContext2D,
  fly: Drifter,
  time: number,
  index: number,
  crowd: ReadonlyMap<number, Pose>,
): void {
  const { x, y } = place(fly, time * 1.4, crowd)
  const ahead = Math.cos(time * 1.4 * fly.pace + fly.phase) >= 0 ? 1 : -1
  const flap = 0.25 + 0.75 * Math.abs(Math.sin(time * 11 + fly.phase))
  canvas.fillStyle = 'rgb(50 60 40 / 0.2)'
  canvas.globalAlpha = 1
  canvas.beginPath()
  canvas.ellipse(x + 12, y + 30, 6 * flap, 2.4, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.save()
  canvas.translate(x, y)
  canvas.rotate(ahead * 0.5)
  canvas.scale(flap, 1)
  canvas.fillStyle = wings[index % wings.length] ?? '#fff'
  canvas.strokeStyle = 'rgb(90 50 40 / 0.55)'
  canvas.lineWidth = 1
  for (const side of [-1, 1]) {
    canvas.beginPath()
    canvas.ellipse(side * 5.5, -3.5, 6, 5, side * 0.6, 0, 2 * Math.PI)
    canvas.ellipse(side * 4.5, 4, 4.2, 3.6, side * -0.4, 0, 2 * Math.PI)
    canvas.fill()
    canvas.stroke()
  }
  canvas.restore()
  canvas.fillStyle = '#4a3028'
  canvas.beginPath()
  canvas.ellipse(x, y, 1.5, 6, ahead * 0.5, 0, 2 * Math.PI)
  canvas.fill()
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size
}
