/** The courtyard's paving, painted once: worn slabs in uneven rows, moss in the joints, a ring of small stones. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import { fade } from './view-ribbon.ts'
import { court } from './world.ts'

export const courtWidth = court.right - court.left
export const courtHeight = court.bottom - court.top

/** World units of a small slab. */
const side = 47

const stones = {
  day: {
    joint: '#a3946f',
    slabs: ['#c9ba96', '#c4b590', '#cdbf9b', '#c6b591', '#bfb18d'],
    worn: '#e2d5b4',
    dark: '#8a785a',
    moss: ['#8f9f55', '#76893f'],
    petal: ['#fff6ea', '#f6c9bd', '#f3d477'],
    light: 'rgb(255 226 160 / 0.34)',
    shade: 'rgb(86 66 92 / 0.3)',
  },
  dusk: {
    joint: '#3d3c5c',
    slabs: ['#525377', '#4e4f73', '#56577b', '#515073', '#4c4d70'],
    worn: '#6a6988',
    dark: '#2c2a48',
    moss: ['#3f6663', '#325453'],
    petal: ['#cfd2e6', '#b98aa4', '#c9b274'],
    light: 'rgb(255 190 120 / 0.2)',
    shade: 'rgb(14 12 44 / 0.42)',
  },
} as const

/** Paints onto a canvas whose origin is the court's corner, in world units. */
export function paintCourt(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const look = stones[mood]
  canvas.fillStyle = look.joint
  canvas.fillRect(0, 0, courtWidth, courtHeight)
  paintSlabs(canvas, mood)
  paintRing(canvas, mood)
  paintMoss(canvas, mood)
  paintLight(canvas, mood)
  paintPetals(canvas, mood)
}

/** Slabs of one, two or four squares, laid as they came. */
function paintSlabs(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const look = stones[mood]
  const chance = randomStream(41)
  for (const { x, y, wide, high } of laySlabs(chance)) {
    canvas.fillStyle = look.slabs[Math.floor(chance() * look.slabs.length)] ?? look.slabs[0]
    canvas.beginPath()
    traceSlab(canvas, x, y, wide, high, chance)
    canvas.fill()
    if (chance() < 0.35) {
      // Where feet have polished it.
      canvas.fillStyle = fade(look.worn, 0.2)
      canvas.beginPath()
      const [midX, midY] = [x + wide * (0.35 + chance() * 0.3), y + high * (0.35 + chance() * 0.3)]
      canvas.ellipse(midX, midY, wide * 0.34, high * 0.27, chance() * 3, 0, 2 * Math.PI)
      canvas.fill()
    }
    if (chance() < 0.06) paintCrack(canvas, x + wide * 0.4, y + 4, high - 8, look.dark, chance)
  }
}

interface Slab {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly high: number
}

function laySlabs(chance: () => number): readonly Slab[] {
  const columns = Math.ceil(courtWidth / side) + 1
  const rows = Math.ceil(courtHeight / side) + 1
  const laid = new Set<number>()
  const slabs: Slab[] = []
  const isFree = (column: number, row: number) =>
    column < columns && row < rows && !laid.has(row * columns + column)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isFree(column, row)) continue
      const across = isFree(column + 1, row) && chance() < 0.62 ? 2 : 1
      const down =
        isFree(column, row + 1) && (across === 1 || isFree(column + 1, row + 1)) && chance() < 0.55 ? 2 : 1
      for (let i = 0; i < across; i++)
        for (let j = 0; j < down; j++) laid.add((row + j) * columns + column + i)
      const [x, y] = [column * side - side / 2, row * side - side / 3]
      slabs.push({ x, y, wide: across * side, high: down * side })
    }
  }
  return slabs
}

/** Four corners, none of them where a ruler would have put it. */
function traceSlab(
  canvas: CanvasPath,
  x: number,
  y: number,
  wide: number,
  high: number,
  chance: () => number,
): void {
  const off = () => 1.2 + chance() * 2.4
  const [left, top, right, bottom] = [x + off(), y + off(), x + wide - off(), y + high - off()]
  const round = 4 + chance() * 5
  canvas.moveTo(left + round, top)
  canvas.lineTo(right - round, top + off() - 2)
  canvas.quadraticCurveTo(right, top, right, top + round)
  canvas.lineTo(right + off() - 2.4, bottom - round)
  canvas.quadraticCurveTo(right, bottom, right - round, bottom)
  canvas.lineTo(left + round, bottom + off() - 2.4)
  canvas.quadraticCurveTo(left, bottom, left, bottom - round)
  canvas.lineTo(left, top + round)
  canvas.quadraticCurveTo(left, top, left + round, top)
}

function paintCrack(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  high: number,
  colour: string,
  chance: () => number,
): void {
  canvas.strokeStyle = fade(colour, 0.35)
  canvas.lineWidth = 1.2
  canvas.beginPath()
  canvas.moveTo(x, y)
  for (let part = 1; part <= 3; part++) canvas.lineTo(x + (chance() - 0.5) * 22, y + (high * part) / 3)
  canvas.stroke()
}

/** Two rings of small stones around the middle, laid a long time ago. */
function paintRing(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const look = stones[mood]
  const chance = randomStream(7)
  for (const [radius, count, size] of [
    [112, 52, 6.4],
    [128, 60, 5.2],
  ] as const) {
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI + (chance() - 0.5) * 0.03
      canvas.fillStyle = fade(i % 3 === 0 ? look.worn : look.dark, 0.42)
      canvas.beginPath()
      canvas.ellipse(
        courtWidth / 2 + Math.cos(angle) * radius,
        courtHeight / 2 + Math.sin(angle) * radius,
        size * (0.8 + chance() * 0.3),
        size * 0.72,
        angle + Math.PI / 2,
        0,
        2 * Math.PI,
      )
      canvas.fill()
    }
  }
}

function paintMoss(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const look = stones[mood]
  const chance = randomStream(93)
  for (let i = 0; i < 150; i++) {
    // More of it where fewer feet go: towards the hedge.
    const x = edgewards(chance()) * courtWidth
    const y = edgewards(chance()) * courtHeight
    canvas.fillStyle = fade(look.moss[i % 2] ?? look.moss[0], 0.2 + chance() * 0.3)
    canvas.beginPath()
    for (let lobe = 0; lobe < 5; lobe++) {
      const [lobeX, lobeY] = [x + (chance() - 0.5) * 24, y + (chance() - 0.5) * 12]
      canvas.moveTo(lobeX + 8, lobeY)
      canvas.ellipse(lobeX, lobeY, 3 + chance() * 5, 2 + chance() * 3.4, 0, 0, 2 * Math.PI)
    }
    canvas.fill()
  }
}

function edgewards(chance: number): number {
  const off = (chance - 0.5) * 2
  return 0.5 + (Math.sign(off) * Math.sqrt(Math.abs(off))) / 2
}

/** The evening comes in from the upper left; the far corner lies in the shade. */
function paintLight(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const look = stones[mood]
  const slant = canvas.createLinearGradient(0, 0, courtWidth, courtHeight)
  slant.addColorStop(0, look.light)
  slant.addColorStop(0.45, 'rgb(255 220 160 / 0)')
  slant.addColorStop(0.6, 'rgb(80 60 100 / 0)')
  slant.addColorStop(1, look.shade)
  canvas.fillStyle = slant
  canvas.fillRect(0, 0, courtWidth, courtHeight)
  // The hedge around it keeps the light off the edges.
  for (const [x, y, toX, toY] of [
    [0, 0, 0, 48],
    [0, 0, 48, 0],
    [courtWidth, 0, courtWidth - 34, 0],
    [0, courtHeight, 0, courtHeight - 34],
  ] as const) {
    const edge = canvas.createLinearGradient(x, y, toX, toY)
    edge.addColorStop(0, look.shade)
    edge.addColorStop(1, 'rgb(40 30 60 / 0)')
    canvas.fillStyle = edge
    canvas.fillRect(0, 0, courtWidth, courtHeight)
  }
}

function paintPetals(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const look = stones[mood]
  const chance = randomStream(12)
  for (let i = 0; i < 46; i++) {
    const x = edgewards(chance()) * courtWidth
    const y = edgewards(chance()) * courtHeight
    canvas.fillStyle = fade(look.petal[i % look.petal.length] ?? look.petal[0], 0.8)
    canvas.beginPath()
    canvas.ellipse(x, y, 3.2, 1.7, chance() * Math.PI, 0, 2 * Math.PI)
    canvas.fill()
  }
}
