/** The ground of the gold diggers' valley: worn earth, paths, the pond with its island and bridges, and the places of the bases. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood, Painter } from '../view.ts'
import { bridgeHalf, type Land, mineRadius, type Place, pond } from './land.ts'
import { type LandColours, landColours } from './view-colours.ts'
import { blob, fillBlob, paintImage } from './view-stamps.ts'
import { height, width } from './world.ts'

const glints = 16
/** The picture is kept in tiles of so many pixels, since much of it is empty: what is empty costs as much to draw. */
const tileSide = 160
/** Seconds that a window may still be changing its size before the ground is painted anew for it. */
const settleFor = 0.2

interface Tile {
  readonly image: HTMLCanvasElement
  /** Where it lies in the whole picture, in its pixels. */
  readonly x: number
  readonly y: number
}

interface Painted {
  readonly name: string
  readonly pixels: number
  readonly tiles: readonly Tile[]
}

export class Ground {
  #painted: Painted | null = null
  #wanted = { pixels: 0, since: 0 }

  draw(canvas: CanvasRenderingContext2D, land: Land, { mood, reducedMotion }: Painter, time: number): void {
    const now = canvas.getTransform()
    const painted = this.#paintedFor(land, mood, now.a, time)
    if (painted?.pixels === now.a) {
      for (const { image, x, y } of painted.tiles) {
        canvas.setTransform(1, 0, 0, 1, Math.round(now.e) + x, Math.round(now.f) + y)
        canvas.drawImage(image, 0, 0)
      }
      canvas.setTransform(now)
    } else if (painted) {
      const unit = 1 / painted.pixels
      for (const { image, x, y } of painted.tiles)
        canvas.drawImage(image, x * unit, y * unit, image.width * unit, image.height * unit)
    }
    drawGlints(canvas, land, landColours[mood], reducedMotion ? 0 : time)
  }

  #paintedFor(land: Land, mood: Mood, pixels: number, time: number): Painted | null {
    const name = `${land.bases.length} ${mood}`
    const has = this.#painted
    if (has?.name === name && has.pixels === pixels) return has
    if (this.#wanted.pixels !== pixels) this.#wanted = { pixels, since: time }
    if (has?.name === name && time - this.#wanted.since < settleFor) return has
    this.#painted = { name, pixels, tiles: paintTiles(land, mood, pixels) }
    return this.#painted
  }
}

function paintTiles(land: Land, mood: Mood, pixels: number): readonly Tile[] {
  const whole = paintImage({ left: 0, top: 0, width, height }, pixels, (it) => paintGround(it, land, mood))
  const dots = whole?.getContext('2d')?.getImageData(0, 0, whole.width, whole.height).data
  const tiles: Tile[] = []
  if (!whole || !dots) return tiles
  for (let x = 0; x < whole.width; x += tileSide) {
    for (let y = 0; y < whole.height; y += tileSide) {
      const right = Math.min(whole.width, x + tileSide)
      const bottom = Math.min(whole.height, y + tileSide)
      if (isEmpty(dots, whole.width, { x, y, right, bottom })) continue
      const image = document.createElement('canvas')
      image.width = right - x
      image.height = bottom - y
      image.getContext('2d')?.drawImage(whole, -x, -y)
      tiles.push({ image, x, y })
    }
  }
  return tiles
}

function isEmpty(
  dots: Uint8ClampedArray,
  wide: number,
  { x, y, right, bottom }: { x: number; y: number; right: number; bottom: number },
): boolean {
  for (let row = y; row < bottom; row++)
    for (let column = x; column < right; column++) if (dots[(row * wide + column) * 4 + 3] !== 0) return false
  return true
}

function paintGround(canvas: CanvasRenderingContext2D, land: Land, mood: Mood): void {
  const colours = landColours[mood]
  const { x, y } = land.middle
  for (const [far, seed] of [
    [318, 11],
    [272, 12],
    [232, 13],
  ] as const) {
    canvas.globalAlpha = mood === 'day' ? 0.42 : 0.34
    fillBlob(canvas, colours.earth, x, y, far * 1.12, far * 0.98, seed, 0.07)
  }
  canvas.globalAlpha = 1
  for (const base of land.bases) paintPath(canvas, land, base, colours)
  for (const base of land.bases) paintPlot(canvas, base, land.baseRadius, colours)
  paintPebbles(canvas, land, colours)
  paintPond(canvas, land, colours)
  for (const way of land.bridges) paintBridge(canvas, land.middle, Math.atan2(way.y, way.x), colours)
  if (mood === 'day') return
  paintLight(canvas, land.middle, 250, 0.3)
  for (const base of land.bases) paintLight(canvas, base, land.baseRadius * 2.1, 0.26)
}

/** Trodden by many feet, never straight. */
function paintPath(
  canvas: CanvasRenderingContext2D,
  { middle, baseRadius }: Land,
  base: Place,
  colours: LandColours,
): void {
  const dx = base.x - middle.x
  const dy = base.y - middle.y
  const far = Math.hypot(dx, dy)
  const chance = randomStream(Math.round(base.x * 3 + base.y))
  canvas.fillStyle = colours.earth
  for (let along = pond.outer + 6; along < far; along += 17) {
    const bow = Math.sin((along / far) * Math.PI * 2) * 14
    const x = middle.x + (dx / far) * along - (dy / far) * bow
    const y = middle.y + (dy / far) * along + (dx / far) * bow
    canvas.globalAlpha = 0.26
    blob(canvas, x, y, 34 + chance() * 14, 26 + chance() * 10, along + base.x, 0.2)
    canvas.fill()
  }
  canvas.globalAlpha = 0.3
  fillBlob(canvas, colours.earth, base.x, base.y, baseRadius * 1.5, baseRadius * 1.36, base.x + 5, 0.1)
  canvas.globalAlpha = 1
}

/** A ring of stones says how far home reaches. */
function paintPlot(
  canvas: CanvasRenderingContext2D,
  base: Place,
  radius: number,
  colours: LandColours,
): void {
  canvas.globalAlpha = 0.8
  fillBlob(canvas, colours.earth, base.x, base.y, radius, radius * 0.98, base.x * 3 + 1, 0.05)
  canvas.globalAlpha = 0.5
  fillBlob(canvas, colours.sand, base.x - 4, base.y - 5, radius * 0.78, radius * 0.72, base.x + 9, 0.1)
  canvas.globalAlpha = 1
  const stones = Math.round(radius / 2.9)
  const chance = randomStream(Math.round(base.x + base.y * 7))
  for (let i = 0; i < stones; i++) {
    const angle = (i / stones) * 2 * Math.PI
    const x = base.x + Math.cos(angle) * radius
    const y = base.y + Math.sin(angle) * radius
    paintStone(canvas, x, y, 5 + chance() * 3, i, colours)
  }
}

function paintStone(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  seed: number,
  colours: LandColours,
): void {
  fillBlob(canvas, colours.shade, x + size * 0.4, y + size * 0.35, size * 1.1, size * 0.7, seed)
  fillBlob(canvas, colours.rock[1], x, y, size, size * 0.76, seed)
  fillBlob(canvas, colours.rock[2], x - size * 0.18, y - size * 0.2, size * 0.62, size * 0.4, seed + 1)
}

/** Pebbles, and specks of what everyone is here for. */
function paintPebbles(canvas: CanvasRenderingContext2D, { middle }: Land, colours: LandColours): void {
  const chance = randomStream(404)
  for (let i = 0; i < 130; i++) {
    const angle = chance() * 2 * Math.PI
    const far = pond.outer + 18 + chance() * 130
    const x = middle.x + Math.cos(angle) * far * 1.08
    const y = middle.y + Math.sin(angle) * far * 0.94
    const isGold = i % 4 === 0
    canvas.globalAlpha = isGold ? 0.9 : 0.6
    const size = isGold ? 1.2 + chance() : 2 + chance() * 3
    fillBlob(canvas, isGold ? colours.gold[2] : colours.earthDark, x, y, size, size * 0.7, i)
  }
  canvas.globalAlpha = 1
}

function paintPond(canvas: CanvasRenderingContext2D, { middle }: Land, colours: LandColours): void {
  const { inner, outer } = pond
  const [shallow, deep] = colours.water
  const chance = randomStream(17)
  for (const [reach, wave, phase, colour] of [
    [outer + 15, 3.4, 0, colours.sand],
    [outer + 3, 2.2, 1, colours.earthDark],
    [outer, 2.2, 1, shallow],
    [outer - 9, 3.2, 2.2, deep],
    [inner + 21, 3.4, 4, shallow],
    [inner + 4, 2, 5, colours.foam],
    [inner, 2, 5, colours.sand],
    [inner - 13, 3.4, 6, colours.earth],
  ] as const) {
    canvas.fillStyle = colour
    traceShore(canvas, middle, reach, wave, phase)
    canvas.fill()
  }
  canvas.globalAlpha = 0.5
  fillBlob(canvas, colours.earthDark, middle.x, middle.y + 8, mineRadius + 24, mineRadius + 14, 25, 0.1)
  canvas.globalAlpha = 1
  for (let i = 0; i < 9; i++) {
    const angle = (i / 9) * 2 * Math.PI + chance()
    const far = (inner + outer) / 2 + (chance() - 0.5) * 22
    const [x, y] = [middle.x + Math.cos(angle) * far, middle.y + Math.sin(angle) * far]
    paintLily(canvas, x, y, 7 + chance() * 6, angle, colours)
  }
  for (let i = 0; i < 17; i++) {
    const angle = chance() * 2 * Math.PI
    const far = i % 2 ? inner - 3 : outer + 7
    const [x, y] = [middle.x + Math.cos(angle) * far, middle.y + Math.sin(angle) * far]
    paintStone(canvas, x, y, 5 + chance() * 5, i + 60, colours)
  }
}

/** A round shore that wavers by about `wave` units. */
function traceShore(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  reach: number,
  wave: number,
  phase: number,
): void {
  canvas.beginPath()
  for (let i = 0; i < 72; i++) {
    const angle = (i / 72) * 2 * Math.PI
    const waver =
      Math.sin(angle * 3 + phase) + 0.7 * Math.sin(angle * 7 + phase * 2) + 0.4 * Math.sin(angle * 13)
    const far = reach + waver * wave
    canvas.lineTo(x + Math.cos(angle) * far, y + Math.sin(angle) * far)
  }
  canvas.closePath()
}

function paintLily(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  turn: number,
  { pine, foam }: LandColours,
): void {
  canvas.fillStyle = pine[1]
  canvas.beginPath()
  canvas.ellipse(x, y, size, size * 0.72, 0, turn + 0.3, turn + 2 * Math.PI - 0.3)
  canvas.lineTo(x, y)
  canvas.fill()
  canvas.fillStyle = pine[2]
  canvas.globalAlpha = 0.6
  canvas.beginPath()
  canvas.ellipse(x - size * 0.2, y - size * 0.18, size * 0.5, size * 0.3, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.globalAlpha = 1
  if (size < 10) return
  canvas.fillStyle = foam
  canvas.beginPath()
  for (let petal = 0; petal < 5; petal++) {
    const angle = (petal / 5) * 2 * Math.PI
    const [px, py] = [x + Math.cos(angle) * 3, y - 2 + Math.sin(angle) * 2.2]
    canvas.moveTo(px + 2.6, py)
    canvas.ellipse(px, py, 2.6, 2, angle, 0, 2 * Math.PI)
  }
  canvas.fill()
}

/** At dusk lanterns light the mine and every home. */
function paintLight(
  canvas: CanvasRenderingContext2D,
  { x, y }: Place,
  reach: number,
  strength: number,
): void {
  canvas.save()
  canvas.globalCompositeOperation = 'lighter'
  canvas.translate(x, y)
  canvas.scale(1, 0.85)
  const glow = canvas.createRadialGradient(0, 0, 0, 0, 0, reach)
  glow.addColorStop(0, `rgb(255 180 88 / ${strength})`)
  glow.addColorStop(0.4, `rgb(244 146 72 / ${strength * 0.5})`)
  glow.addColorStop(1, 'rgb(220 110 70 / 0)')
  canvas.fillStyle = glow
  canvas.fillRect(-reach, -reach, reach * 2, reach * 2)
  canvas.restore()
}

/** Planks over two beams, from the island to the far bank. */
function paintBridge(
  canvas: CanvasRenderingContext2D,
  middle: Place,
  angle: number,
  { plank, shade }: LandColours,
): void {
  const from = pond.inner - 16
  const to = pond.outer + 16
  const wide = bridgeHalf - 4
  canvas.save()
  canvas.translate(middle.x, middle.y + 7)
  canvas.rotate(angle)
  canvas.fillStyle = shade
  canvas.fillRect(from + 4, -wide, to - from - 8, wide * 2)
  canvas.restore()
  canvas.save()
  canvas.translate(middle.x, middle.y)
  canvas.rotate(angle)
  const chance = randomStream(Math.round(angle * 100) + 900)
  for (let along = from; along < to; along += 11.5) {
    const crooked = (chance() - 0.5) * 5
    canvas.fillStyle = plank[0]
    canvas.beginPath()
    canvas.roundRect(along, -wide + crooked, 10.6, wide * 2, 3)
    canvas.fill()
    canvas.fillStyle = chance() > 0.5 ? plank[1] : plank[2]
    canvas.globalAlpha = 0.75 + chance() * 0.25
    canvas.beginPath()
    canvas.roundRect(along + 0.8, -wide + crooked + 1, 8.4, wide * 2 - 2.5, 2.5)
    canvas.fill()
    canvas.globalAlpha = 1
  }
  canvas.lineCap = 'round'
  for (const side of [-1, 1]) {
    canvas.strokeStyle = plank[0]
    canvas.lineWidth = 6.5
    canvas.beginPath()
    canvas.moveTo(from - 2, side * wide)
    canvas.lineTo(to + 2, side * wide)
    canvas.stroke()
    canvas.strokeStyle = plank[2]
    canvas.lineWidth = 3
    canvas.stroke()
  }
  canvas.restore()
}

/** The water goes round, slowly. */
function drawGlints(canvas: CanvasRenderingContext2D, land: Land, { foam }: LandColours, time: number): void {
  const { x, y } = land.middle
  canvas.save()
  canvas.strokeStyle = foam
  canvas.lineCap = 'round'
  canvas.lineWidth = 2
  for (let i = 0; i < glints; i++) {
    const far = pond.inner + 12 + ((i * 37) % (pond.outer - pond.inner - 22))
    const angle = (i / glints) * 2 * Math.PI + time * (0.1 + (i % 3) * 0.03)
    if (isUnderBridge(land, angle)) continue
    const length = 0.05 + 0.05 * Math.sin(time * 1.1 + i * 2)
    canvas.globalAlpha = 0.35 + 0.25 * Math.sin(time * 1.7 + i)
    canvas.beginPath()
    canvas.arc(x, y, far, angle, angle + Math.max(0.02, length))
    canvas.stroke()
  }
  canvas.restore()
}

function isUnderBridge({ bridges }: Land, angle: number): boolean {
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  return bridges.some((way) => way.x * x + way.y * y > 0.93)
}
