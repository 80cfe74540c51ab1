/** Rock, paper, scissors, water and flower as pictures. */

import { traceSmooth } from '../view-brush.ts'
import { line, patch, rim, shape, stroke } from './view-hands-strokes.ts'

type Canvas = CanvasRenderingContext2D

export function rock(canvas: Canvas): void {
  const outline = [
    [-0.9, 0.66],
    [-0.98, 0.1],
    [-0.6, -0.52],
    [0.02, -0.82],
    [0.62, -0.56],
    [0.98, 0.08],
    [0.9, 0.7],
    [0.2, 0.8],
  ] as const
  shape(canvas, '#a39a8d', () => traceSmooth(canvas, outline))
  canvas.save()
  canvas.clip()
  patch(canvas, '#857c75', () =>
    traceSmooth(canvas, [
      [-1, 1],
      [-0.9, 0.36],
      [0.1, 0.52],
      [0.5, 0.1],
      [1.1, 0.2],
      [1, 1],
    ]),
  )
  patch(canvas, '#c8c0b0', () =>
    traceSmooth(canvas, [
      [-0.72, 0.06],
      [-0.52, -0.42],
      [0.02, -0.68],
      [0.22, -0.34],
      [-0.24, -0.06],
    ]),
  )
  canvas.restore()
  stroke(canvas, '#6d645f', 0.07, () => {
    canvas.moveTo(0.34, -0.4)
    canvas.lineTo(0.48, -0.12)
    canvas.lineTo(0.36, 0.1)
  })
}

export function paper(canvas: Canvas): void {
  canvas.save()
  canvas.rotate(0.1)
  shape(canvas, '#fffaf0', () => {
    canvas.moveTo(-0.66, -0.88)
    canvas.lineTo(0.3, -0.9)
    canvas.lineTo(0.68, -0.5)
    canvas.lineTo(0.7, 0.9)
    canvas.quadraticCurveTo(0, 0.8, -0.68, 0.9)
    canvas.closePath()
  })
  for (const y of [-0.24, 0.06, 0.36, 0.64]) {
    stroke(canvas, '#8fb3cf', 0.08, () => {
      canvas.moveTo(-0.42, y)
      canvas.lineTo(y > 0.5 ? 0.1 : 0.46, y - 0.02)
    })
  }
  shape(
    canvas,
    '#e4d5b6',
    () => {
      canvas.moveTo(0.3, -0.9)
      canvas.lineTo(0.28, -0.48)
      canvas.lineTo(0.68, -0.5)
      canvas.closePath()
    },
    0.045,
  )
  canvas.restore()
}

export function scissors(canvas: Canvas): void {
  for (const side of [-1, 1]) {
    canvas.save()
    canvas.scale(side, 1)
    canvas.translate(0, 0.12)
    canvas.rotate(0.36)
    shape(canvas, side > 0 ? '#dfe5e6' : '#bfc9cc', () => {
      canvas.moveTo(-0.14, 0.16)
      canvas.lineTo(-0.14, -0.84)
      canvas.quadraticCurveTo(0, -1.2, 0.13, -0.8)
      canvas.lineTo(0.15, 0.16)
      canvas.closePath()
    })
    canvas.restore()
  }
  for (const side of [-1, 1]) {
    canvas.save()
    canvas.translate(side * 0.44, 0.6)
    canvas.rotate(side * -0.5)
    canvas.beginPath()
    canvas.ellipse(0, 0, 0.24, 0.31, 0, 0, 2 * Math.PI)
    canvas.strokeStyle = line
    canvas.lineWidth = 0.38
    canvas.stroke()
    canvas.strokeStyle = '#d8503a'
    canvas.lineWidth = 0.21
    canvas.stroke()
    canvas.restore()
  }
  patch(canvas, line, () => canvas.arc(0, 0.12, 0.12, 0, 2 * Math.PI))
  patch(canvas, '#f6d98c', () => canvas.arc(0, 0.12, 0.06, 0, 2 * Math.PI))
}

export function water(canvas: Canvas): void {
  shape(canvas, '#4f9fd6', () => {
    canvas.moveTo(0, -0.96)
    canvas.bezierCurveTo(0.3, -0.46, 0.74, -0.12, 0.74, 0.32)
    canvas.bezierCurveTo(0.74, 0.7, 0.42, 0.94, 0, 0.94)
    canvas.bezierCurveTo(-0.42, 0.94, -0.74, 0.7, -0.74, 0.32)
    canvas.bezierCurveTo(-0.74, -0.12, -0.3, -0.46, 0, -0.96)
  })
  canvas.save()
  canvas.clip()
  patch(canvas, '#3a7fb8', () => {
    canvas.moveTo(-1, 0.5)
    canvas.quadraticCurveTo(-0.5, 0.2, -0.1, 0.44)
    canvas.quadraticCurveTo(0.36, 0.7, 1, 0.36)
    canvas.lineTo(1, 1.2)
    canvas.lineTo(-1, 1.2)
  })
  canvas.restore()
  patch(canvas, '#d9f0ff', () => canvas.ellipse(-0.34, 0.02, 0.12, 0.26, 0.5, 0, 2 * Math.PI))
}

export function flower(canvas: Canvas): void {
  stroke(canvas, line, 0.32, () => stem(canvas))
  shape(canvas, '#6f9a3c', () => canvas.ellipse(0.36, 0.66, 0.34, 0.15, -0.5, 0, 2 * Math.PI))
  stroke(canvas, '#6f9a3c', 0.15, () => stem(canvas))
  const petals = Array.from({ length: 6 }, (_, i) => (i / 6) * 2 * Math.PI + 0.26)
  for (const pass of ['rim', 'fill']) {
    canvas.beginPath()
    for (const angle of petals) {
      const [x, y] = [Math.cos(angle) * 0.42, Math.sin(angle) * 0.42 - 0.3]
      canvas.moveTo(x, y)
      canvas.ellipse(x, y, 0.34, 0.25, angle, 0, 2 * Math.PI)
    }
    canvas.strokeStyle = line
    canvas.lineWidth = rim * 2
    if (pass === 'rim') canvas.stroke()
    canvas.fillStyle = '#f08a9b'
    canvas.fill()
  }
  shape(canvas, '#f8cf4a', () => canvas.arc(0, -0.3, 0.24, 0, 2 * Math.PI), 0.05)
}

function stem(canvas: Canvas): void {
  canvas.moveTo(0, -0.2)
  canvas.quadraticCurveTo(0.12, 0.4, -0.02, 0.92)
}
