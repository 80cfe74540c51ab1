/** Paper lanterns that float on the pond; at dusk they are lit, and the water shows their light. */

import type { Painter } from '../view.ts'
import type { Box, Pictures } from '../view-pictures.ts'
import { traceStroke } from './view-strokes.ts'

const papers = ['#f0654e', '#ffc44d', '#f3eadb', '#7cc3e8', '#e98bb4'] as const
const places = [
  [474, 72],
  [1148, 58],
  [462, 842],
  [1150, 848],
  [52, 412],
  [1566, 446],
  [1470, 800],
  [84, 842],
] as const

const glowBox: Box = { left: -64, top: -64, width: 128, height: 128 }
const shineBox: Box = { left: -40, top: 0, width: 80, height: 90 }

export function drawLanterns(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  for (const [i, [x, y]] of places.entries()) {
    const moment = reducedMotion ? 0 : time
    const flicker = 0.88 + 0.12 * Math.sin(moment * 4.3 + i * 2)
    canvas.save()
    canvas.translate(x + Math.sin(moment * 0.31 + i * 1.9) * 14, y + Math.sin(moment * 0.9 + i) * 2.5)
    if (mood === 'dusk') {
      canvas.globalCompositeOperation = 'lighter'
      canvas.globalAlpha = flicker * 0.85
      pictures.put(canvas, 'glow', glowBox, paintGlow)
      pictures.put(canvas, 'shine', shineBox, paintShine)
      canvas.globalCompositeOperation = 'source-over'
      canvas.globalAlpha = 1
    }
    canvas.rotate(Math.sin(moment * 0.8 + i * 1.4) * 0.05)
    drawLantern(canvas, papers[i % papers.length] ?? papers[0], mood === 'dusk' ? flicker : 0)
    canvas.restore()
  }
}

function drawLantern(canvas: CanvasRenderingContext2D, paper: string, light: number): void {
  canvas.fillStyle = 'rgb(10 40 56 / 0.35)'
  canvas.beginPath()
  canvas.ellipse(2, 13, 21, 7, 0, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = light > 0 ? '#4b3640' : '#8a5d3b'
  canvas.beginPath()
  canvas.roundRect(-18, 5, 36, 8, 4)
  canvas.fill()
  canvas.fillStyle = paper
  canvas.beginPath()
  canvas.roundRect(-13, -20, 26, 27, 5)
  canvas.fill()
  if (light > 0) {
    canvas.fillStyle = `rgb(255 238 184 / ${0.7 * light})`
    canvas.beginPath()
    canvas.ellipse(0, -4, 8.5, 10, 0, 0, 2 * Math.PI)
    canvas.fill()
  } else {
    canvas.fillStyle = 'rgb(60 20 50 / 0.15)'
    canvas.fillRect(3, -20, 10, 27)
  }
  canvas.strokeStyle = 'rgb(90 40 40 / 0.45)'
  canvas.lineWidth = 1.4
  canvas.beginPath()
  canvas.roundRect(-13, -20, 26, 27, 5)
  canvas.moveTo(-13, -11)
  canvas.lineTo(13, -11)
  canvas.moveTo(-13, -2)
  canvas.lineTo(13, -2)
  canvas.stroke()
}

function paintGlow(canvas: CanvasRenderingContext2D): void {
  const glow = canvas.createRadialGradient(0, 0, 0, 0, 0, 64)
  glow.addColorStop(0, 'rgb(255 190 110 / 0.5)')
  glow.addColorStop(0.3, 'rgb(255 160 80 / 0.2)')
  glow.addColorStop(1, 'rgb(255 130 60 / 0)')
  canvas.fillStyle = glow
  canvas.fillRect(-64, -64, 128, 128)
}

/** Its light in the water below, in pieces. */
function paintShine(canvas: CanvasRenderingContext2D): void {
  for (let i = 0; i < 7; i++) {
    canvas.fillStyle = `rgb(255 190 110 / ${0.34 - i * 0.045})`
    canvas.beginPath()
    traceStroke(canvas, i % 2 ? 3 : -2, 16 + i * 9, 44 - i * 3, 3.4)
    canvas.fill()
  }
}
