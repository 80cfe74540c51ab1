/** The snail and the hedgehog as pictures. */

import { line, patch, shape, stroke } from './view-hands-strokes.ts'

type Canvas = CanvasRenderingContext2D

export function snail(canvas: Canvas): void {
  for (const [colour, width] of [
    [line, 0.3],
    ['#e6c48f', 0.13],
  ] as const) {
    stroke(canvas, colour, width, () => {
      canvas.moveTo(0.62, 0.2)
      canvas.lineTo(0.54, -0.42)
      canvas.moveTo(0.76, 0.2)
      canvas.lineTo(0.92, -0.34)
    })
  }
  shape(canvas, '#e6c48f', () => {
    canvas.moveTo(-0.96, 0.78)
    canvas.quadraticCurveTo(-0.6, 0.44, 0.3, 0.44)
    canvas.quadraticCurveTo(0.4, -0.02, 0.74, 0.02)
    canvas.quadraticCurveTo(1.02, 0.1, 0.94, 0.46)
    canvas.quadraticCurveTo(0.86, 0.8, 0.4, 0.8)
    canvas.closePath()
  })
  shape(canvas, '#c97a3d', () => canvas.ellipse(-0.2, -0.02, 0.66, 0.62, 0, 0, 2 * Math.PI))
  stroke(canvas, '#f3cf8d', 0.13, () => {
    for (let turn = 0; turn <= 40; turn++) {
      const angle = (turn / 40) * 4.4 * Math.PI + 0.6
      const reach = 0.05 + (turn / 40) * 0.43
      canvas.lineTo(-0.2 + Math.cos(angle) * reach, -0.02 + Math.sin(angle) * reach * 0.94)
    }
  })
  patch(canvas, line, () => {
    canvas.arc(0.53, -0.46, 0.1, 0, 2 * Math.PI)
    canvas.arc(0.94, -0.38, 0.1, 0, 2 * Math.PI)
  })
}

export function hedgehog(canvas: Canvas): void {
  shape(canvas, '#7a543a', () => {
    canvas.moveTo(0.5, 0.72)
    const spikes = 11
    for (let i = 0; i <= spikes; i++) {
      const angle = -0.5 - (i / spikes) * 2.9
      const reach = i % 2 ? 0.98 : 0.74
      canvas.lineTo(-0.08 + Math.cos(angle) * reach, 0.22 + Math.sin(angle) * reach * 0.98)
    }
    canvas.lineTo(-0.74, 0.72)
    canvas.closePath()
  })
  stroke(canvas, '#b08a62', 0.07, () => {
    for (const [x, y] of [
      [-0.5, -0.1],
      [-0.2, -0.32],
      [0.12, -0.34],
      [-0.36, 0.2],
      [-0.04, 0.02],
      [-0.6, 0.36],
    ] as const) {
      canvas.moveTo(x, y)
      canvas.lineTo(x - 0.07, y - 0.17)
    }
  })
  shape(canvas, '#f0d5a8', () => {
    canvas.moveTo(0.16, 0.72)
    canvas.quadraticCurveTo(-0.02, 0.1, 0.36, -0.1)
    canvas.quadraticCurveTo(0.62, 0.08, 0.98, 0.42)
    canvas.quadraticCurveTo(0.9, 0.72, 0.5, 0.74)
    canvas.closePath()
  })
  patch(canvas, line, () => {
    canvas.arc(0.96, 0.42, 0.12, 0, 2 * Math.PI)
    canvas.arc(0.48, 0.24, 0.09, 0, 2 * Math.PI)
  })
  for (const x of [-0.46, 0.32])
    shape(canvas, '#d9b484', () => canvas.ellipse(x, 0.78, 0.18, 0.1, 0, 0, 2 * Math.PI), 0.06)
}
