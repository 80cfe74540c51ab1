/** The platform's top as a picture: a middle of boards, rings of curved planks around it, and a rope at the edge. */

import { randomStream } from '../../netcode/random.ts'
import type { Box } from '../view-pictures.ts'
import { coreRadius, radiusOf } from './platform.ts'
import type { Colours } from './view-colours.ts'

/** Units that planks and rope reach beyond the radius. */
const beyond = 6
const plankLength = 84

export function planksBox(boards: number): Box {
  const reach = radiusOf(boards) + beyond
  return { left: -reach, top: -reach, width: 2 * reach, height: 2 * reach }
}

/** Around the origin. */
export function paintPlanks(canvas: CanvasRenderingContext2D, boards: number, ink: Colours): void {
  const radius = radiusOf(boards)
  canvas.fillStyle = ink.gap
  canvas.beginPath()
  canvas.arc(0, 0, radius + 1, 0, 2 * Math.PI)
  canvas.fill()
  for (let ring = 2; ring <= boards; ring++) paintRing(canvas, ring, ink)
  paintCore(canvas, ink)
  paintLight(canvas, radius, ink)
  paintRope(canvas, radius - 4, ink)
}

function paintRing(canvas: CanvasRenderingContext2D, ring: number, ink: Colours): void {
  const chance = randomStream(ring * 613)
  const inner = radiusOf(ring - 1)
  const outer = radiusOf(ring)
  const count = Math.round((Math.PI * (inner + outer)) / plankLength)
  const first = chance() * 6
  for (let i = 0; i < count; i++) {
    const from = first + (i / count) * 2 * Math.PI + 1 / outer
    const to = first + ((i + 1) / count) * 2 * Math.PI - 1 / outer
    const reach = outer - 0.6 + chance() * 2.4
    canvas.fillStyle = ink.wood[Math.floor(chance() * 3)] ?? ink.wood[1]
    canvas.beginPath()
    canvas.arc(0, 0, reach, from, to)
    canvas.arc(0, 0, inner + 1 + chance(), to, from, true)
    canvas.closePath()
    canvas.fill()
    paintGrain(canvas, { inner, outer, from, to }, chance, ink)
  }
}

interface Plank {
  readonly inner: number
  readonly outer: number
  readonly from: number
  readonly to: number
}

function paintGrain(
  canvas: CanvasRenderingContext2D,
  { inner, outer, from, to }: Plank,
  chance: () => number,
  ink: Colours,
): void {
  canvas.strokeStyle = ink.gap
  canvas.lineWidth = 1
  canvas.globalAlpha = 0.22
  canvas.beginPath()
  for (let line = 0; line < 3; line++) {
    const at = inner + 8 + chance() * (outer - inner - 16)
    const start = from + (to - from) * chance() * 0.5
    const end = start + (to - start) * (0.3 + chance() * 0.65)
    canvas.moveTo(Math.cos(start) * at, Math.sin(start) * at)
    canvas.arc(0, 0, at, start, end)
  }
  canvas.stroke()
  canvas.globalAlpha = 0.5
  canvas.fillStyle = ink.gap
  canvas.beginPath()
  for (const angle of [from + 6 / outer, to - 6 / outer]) {
    for (const at of [inner + 12, outer - 13]) {
      canvas.moveTo(Math.cos(angle) * at + 1.7, Math.sin(angle) * at)
      canvas.arc(Math.cos(angle) * at, Math.sin(angle) * at, 1.7, 0, 2 * Math.PI)
    }
  }
  canvas.fill()
  canvas.globalAlpha = 1
}

/** Straight boards, and the two lines behind which wrestlers begin. */
function paintCore(canvas: CanvasRenderingContext2D, ink: Colours): void {
  const chance = randomStream(77)
  canvas.save()
  canvas.beginPath()
  canvas.arc(0, 0, coreRadius - 1.5, 0, 2 * Math.PI)
  canvas.clip()
  canvas.fillStyle = ink.gap
  canvas.fillRect(-coreRadius, -coreRadius, 2 * coreRadius, 2 * coreRadius)
  const wide = 18
  for (let y = -coreRadius; y < coreRadius; y += wide) {
    canvas.fillStyle = ink.wood[Math.floor(chance() * 2)] ?? ink.wood[0]
    canvas.fillRect(-coreRadius, y + 0.8, 2 * coreRadius, wide - 1.6)
    canvas.strokeStyle = ink.gap
    canvas.globalAlpha = 0.2
    canvas.lineWidth = 1
    canvas.beginPath()
    canvas.moveTo(-coreRadius * chance(), y + 5 + chance() * 8)
    canvas.lineTo(coreRadius * chance(), y + 5 + chance() * 8)
    canvas.stroke()
    canvas.globalAlpha = 1
  }
  canvas.restore()
  canvas.strokeStyle = ink.chalk
  canvas.lineCap = 'round'
  canvas.lineWidth = 2.5
  canvas.beginPath()
  canvas.arc(0, 0, coreRadius - 9, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.lineWidth = 6
  canvas.beginPath()
  for (const side of [-1, 1]) {
    canvas.moveTo(side * 23, -19)
    canvas.lineTo(side * 22.4, 20)
  }
  canvas.stroke()
}

/** The low sun lies across it, from the upper left. */
function paintLight(canvas: CanvasRenderingContext2D, radius: number, ink: Colours): void {
  const light = canvas.createLinearGradient(-radius, -radius, radius, radius)
  ink.light.forEach((colour, i) => {
    light.addColorStop(i / 2, colour)
  })
  canvas.fillStyle = light
  canvas.beginPath()
  canvas.arc(0, 0, radius + 1, 0, 2 * Math.PI)
  canvas.fill()
}

function paintRope(canvas: CanvasRenderingContext2D, radius: number, { rope, gap }: Colours): void {
  const circle = (colour: string, width: number, dy = 0) => {
    canvas.strokeStyle = colour
    canvas.lineWidth = width
    canvas.beginPath()
    canvas.arc(0, dy, radius, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.globalAlpha = 0.35
  circle(gap, 11, 3)
  canvas.globalAlpha = 1
  circle(rope[1], 10)
  circle(rope[0], 7.5)
  const twists = Math.round((2 * Math.PI * radius) / 8)
  canvas.strokeStyle = rope[1]
  canvas.lineWidth = 1.8
  canvas.beginPath()
  for (let i = 0; i < twists; i++) {
    const angle = (i / twists) * 2 * Math.PI
    const ahead = angle + 5 / radius
    canvas.moveTo(Math.cos(angle) * (radius - 4), Math.sin(angle) * (radius - 4))
    canvas.lineTo(Math.cos(ahead) * (radius + 4), Math.sin(ahead) * (radius + 4))
  }
  canvas.stroke()
}
