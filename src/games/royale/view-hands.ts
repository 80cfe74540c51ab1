/** The pictures of the hands: things from the garden, painted by hand, legible when they are small. */

type Canvas = CanvasRenderingContext2D

const line = '#4a342c'
/** The outline's width, for a picture that reaches from −1 to 1. */
const rim = 0.09

/** Draws the picture of a pick, 1 to 7, in a box of `size` around a place. */
export function drawHand(canvas: Canvas, pick: number, x: number, y: number, size: number): void {
  const stamp = stampOf(pick, size * Math.abs(canvas.getTransform().a))
  if (stamp) canvas.drawImage(stamp, x - size / 2, y - size / 2, size, size)
}

const stamps = new Map<string, HTMLCanvasElement | null>()

/** Painted once for about each size in pixels, then stamped. */
function stampOf(pick: number, pixels: number): HTMLCanvasElement | null {
  const side = Math.max(8, Math.ceil(pixels / 8) * 8)
  const key = `${pick} ${side}`
  const known = stamps.get(key)
  if (known !== undefined) return known
  if (stamps.size > 150) stamps.clear()
  const stamp = paintStamp(pick, side)
  stamps.set(key, stamp)
  return stamp
}

function paintStamp(pick: number, side: number): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const image = document.createElement('canvas')
  image.width = side
  image.height = side
  const canvas = image.getContext('2d')
  const paint = painters[pick - 1]
  if (!canvas || !paint) return null
  canvas.scale(side / 2.2, side / 2.2)
  canvas.translate(1.1, 1.1)
  canvas.lineJoin = 'round'
  canvas.lineCap = 'round'
  paint(canvas)
  return image
}

/** Rim first, so that what is painted over it keeps its full size. */
function shape(canvas: Canvas, fill: string, trace: () => void, width = rim): void {
  canvas.beginPath()
  trace()
  canvas.strokeStyle = line
  canvas.lineWidth = width * 2
  canvas.stroke()
  canvas.fillStyle = fill
  canvas.fill()
}

function patch(canvas: Canvas, fill: string, trace: () => void): void {
  canvas.beginPath()
  trace()
  canvas.fillStyle = fill
  canvas.fill()
}

function stroke(canvas: Canvas, colour: string, width: number, trace: () => void): void {
  canvas.beginPath()
  trace()
  canvas.strokeStyle = colour
  canvas.lineWidth = width
  canvas.stroke()
}

/** A closed line through points, without a corner. */
function smooth(canvas: Canvas, points: readonly (readonly [number, number])[]): void {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return
  canvas.moveTo((last[0] + first[0]) / 2, (last[1] + first[1]) / 2)
  points.forEach(([x, y], i) => {
    const next = points[i + 1] ?? first
    canvas.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2)
  })
  canvas.closePath()
}

function rock(canvas: Canvas): void {
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
  shape(canvas, '#a39a8d', () => smooth(canvas, outline))
  canvas.save()
  canvas.clip()
  patch(canvas, '#857c75', () =>
    smooth(canvas, [
      [-1, 1],
      [-0.9, 0.36],
      [0.1, 0.52],
      [0.5, 0.1],
      [1.1, 0.2],
      [1, 1],
    ]),
  )
  patch(canvas, '#c8c0b0', () =>
    smooth(canvas, [
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

function paper(canvas: Canvas): void {
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

function scissors(canvas: Canvas): void {
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

function water(canvas: Canvas): void {
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

function flower(canvas: Canvas): void {
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

function snail(canvas: Canvas): void {
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

function hedgehog(canvas: Canvas): void {
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

const painters: readonly ((canvas: Canvas) => void)[] = [
  rock,
  paper,
  scissors,
  water,
  flower,
  snail,
  hedgehog,
]
