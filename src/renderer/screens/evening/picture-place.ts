/** The place behind the painted table: sky, hills and a string of lanterns, in the mood of the screen. */

import type { Mood } from '../../../games/view.ts'
import { seeded } from '../../stage/seeded.ts'

export interface PlaceSize {
  wide: number
  high: number
  /** Where the near hill's edge is, about. */
  ground: number
  mood: Mood
}

const tones = {
  day: {
    sky: ['#a9d8d3', '#f6e3b4', '#ffc793'],
    sun: '#fff3c4',
    hills: ['#b9cf8a', '#97bd6d', '#75a655'],
    wire: '#6b5248',
  },
  dusk: {
    sky: ['#1b1738', '#4b3164', '#b8605a'],
    sun: '#ffe9b8',
    hills: ['#4a4270', '#33535a', '#24403f'],
    wire: '#15112b',
  },
} as const
const glows = ['#ffb648', '#ff7d5e', '#8fd3b1', '#ffd873', '#f58fb0', '#8fc2f0'] as const

export function paintPlace(canvas: CanvasRenderingContext2D, { wide, high, ground, mood }: PlaceSize): void {
  const { sky, sun, hills } = tones[mood]
  const light = canvas.createLinearGradient(0, 0, 0, ground)
  for (const [i, tone] of sky.entries()) light.addColorStop(i / (sky.length - 1), tone)
  canvas.fillStyle = light
  canvas.fillRect(0, 0, wide, high)
  canvas.fillStyle = sun
  canvas.beginPath()
  canvas.arc(wide * 0.84, ground * 0.46, mood === 'day' ? 66 : 40, 0, 2 * Math.PI)
  canvas.fill()
  hills.forEach((tone, i) => {
    paintHill(canvas, tone, { wide, high, top: ground - 150 + i * 74, swing: 46 - i * 9, shift: i * 2.1 })
  })
  paintGrass(canvas, { wide, high, ground, mood })
  paintLanterns(canvas, wide, mood)
}

interface Hill {
  wide: number
  high: number
  top: number
  swing: number
  shift: number
}

function paintHill(
  canvas: CanvasRenderingContext2D,
  tone: string,
  { wide, high, top, swing, shift }: Hill,
): void {
  canvas.fillStyle = tone
  canvas.beginPath()
  canvas.moveTo(0, high)
  for (let x = 0; x <= wide; x += 20)
    canvas.lineTo(x, top + Math.sin(x / 190 + shift) * swing + Math.sin(x / 71) * 5)
  canvas.lineTo(wide, high)
  canvas.closePath()
  canvas.fill()
}

function paintGrass(canvas: CanvasRenderingContext2D, { wide, high, ground, mood }: PlaceSize): void {
  const chance = seeded(7)
  canvas.strokeStyle = mood === 'day' ? 'rgb(61 95 74 / 0.35)' : 'rgb(20 28 46 / 0.5)'
  canvas.lineWidth = 2.5
  canvas.lineCap = 'round'
  canvas.beginPath()
  for (let i = 0; i < 160; i++) {
    const [x, y] = [chance() * wide, ground + 30 + chance() * (high - ground)]
    canvas.moveTo(x, y)
    canvas.quadraticCurveTo(x + 1, y - 8, x - 4 + chance() * 8, y - 12 - chance() * 8)
  }
  canvas.stroke()
}

function paintLanterns(canvas: CanvasRenderingContext2D, wide: number, mood: Mood): void {
  const length = wide / 3
  for (let part = 0; part < 3; part++) {
    const from = part * length
    canvas.strokeStyle = tones[mood].wire
    canvas.lineWidth = 2.5
    canvas.beginPath()
    canvas.moveTo(from, 4)
    canvas.quadraticCurveTo(from + length / 2, 74, from + length, 4)
    canvas.stroke()
    for (const [i, along] of [0.2, 0.5, 0.8].entries()) {
      const y = 4 + 2 * along * (1 - along) * 70
      paintLantern(canvas, from + along * length, y, glows[(part * 3 + i) % glows.length] ?? glows[0], mood)
    }
  }
}

function paintLantern(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  glow: string,
  mood: Mood,
): void {
  if (mood === 'dusk') {
    const halo = canvas.createRadialGradient(x, y + 24, 4, x, y + 24, 56)
    halo.addColorStop(0, `${glow}88`)
    halo.addColorStop(1, `${glow}00`)
    canvas.fillStyle = halo
    canvas.fillRect(x - 60, y - 40, 120, 130)
  }
  canvas.fillStyle = glow
  canvas.beginPath()
  canvas.ellipse(x, y + 24, 15, 18, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.strokeStyle = 'rgb(60 24 40 / 0.3)'
  canvas.lineWidth = 2
  canvas.beginPath()
  for (const rib of [-6, 6]) {
    canvas.moveTo(x - 13, y + 24 + rib)
    canvas.quadraticCurveTo(x, y + 29 + rib, x + 13, y + 24 + rib)
  }
  canvas.stroke()
}
