/** The pictures above heads: four emotes, and the letters of sleep. */

import { traceHeart } from './face.ts'
import { displayFace, type Stamp } from './lettering.ts'
import type { EmoteShown } from './speech.ts'

/** Draws with its lower edge around `y`; `size` is the height of a name's letters. */
export function drawEmote(
  canvas: CanvasRenderingContext2D,
  { emote, since, until }: EmoteShown,
  x: number,
  y: number,
  size: number,
  time: number,
  reducedMotion: boolean,
): void {
  const age = time - since
  const grow = reducedMotion ? 1 : Math.min(1, age / 0.18) * Math.min(1, (until - time) / 0.2)
  const beat = reducedMotion ? 0 : age
  canvas.save()
  canvas.translate(x, y - size * 1.1 - (reducedMotion ? 0 : Math.min(1, age) * size * 0.3))
  canvas.scale((size / 17) * grow, (size / 17) * grow)
  canvas.lineJoin = 'round'
  canvas.lineCap = 'round'
  switch (emote) {
    case 'heart':
      drawHearts(canvas, beat)
      break
    case 'wave':
      drawHand(canvas, beat)
      break
    case 'laugh':
      drawLaughter(canvas, beat)
      break
    case 'wow':
      drawStar(canvas, beat)
      break
  }
  canvas.restore()
}

function drawHearts(canvas: CanvasRenderingContext2D, age: number): void {
  const throb = 1 + 0.1 * Math.sin(age * 9)
  sticker(canvas, '#e8364f', (path) => traceHeart(path, 0, 0, 15 * throb))
  sticker(canvas, '#ff7d8c', (path) => traceHeart(path, 19 + Math.sin(age * 4) * 2, -12 - age * 7, 6.5))
  sticker(canvas, '#ff7d8c', (path) => traceHeart(path, -19 - Math.sin(age * 5) * 2, -7 - age * 9, 5))
}

/** Palm, four fingers and a thumb, as thick lines. */
const hand = [
  [0, 4, 0, 6, 19],
  [-6, 0, -10, -15, 6],
  [-2, -2, -3, -20, 6.4],
  [3, -2, 4, -19, 6.4],
  [7, 0, 11, -13, 6],
  [-6, 8, -15, 0, 6.4],
] as const

function drawHand(canvas: CanvasRenderingContext2D, age: number): void {
  canvas.translate(0, 12)
  canvas.rotate(Math.sin(age * 11) * 0.34)
  canvas.translate(0, -12)
  for (const [colour, wider] of [
    ['#fffaf0', 5],
    ['#8a4a2c', 1.6],
    ['#ffd166', 0],
  ] as const) {
    canvas.strokeStyle = colour
    for (const [fromX, fromY, toX, toY, thick] of hand) {
      canvas.lineWidth = thick + wider
      canvas.beginPath()
      canvas.moveTo(fromX, fromY)
      canvas.lineTo(toX, toY)
      canvas.stroke()
    }
  }
}

function drawLaughter(canvas: CanvasRenderingContext2D, age: number): void {
  canvas.font = `600 19px ${displayFace}`
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  ;['ha', 'ha', 'ha'].forEach((word, i) => {
    const born = age - i * 0.18
    if (born < 0) return
    canvas.save()
    canvas.translate((i - 1) * 21, -i * 7 + Math.sin(age * 12 + i * 2) * 2.5)
    canvas.rotate((i - 1) * 0.2)
    canvas.strokeStyle = '#5a2a3c'
    canvas.lineWidth = 5
    canvas.strokeText(word, 0, 0)
    canvas.fillStyle = '#ffe08a'
    canvas.fillText(word, 0, 0)
    canvas.restore()
  })
}

function drawStar(canvas: CanvasRenderingContext2D, age: number): void {
  canvas.rotate(Math.sin(age * 3) * 0.15)
  const reach = 1 + 0.08 * Math.sin(age * 16)
  sticker(canvas, '#ffc94d', (path) => {
    for (let i = 0; i < 18; i++) {
      const radius = (i % 2 ? 13 : 21) * reach
      path.lineTo(Math.cos((i / 9) * Math.PI) * radius, Math.sin((i / 9) * Math.PI) * radius)
    }
    path.closePath()
  })
  canvas.fillStyle = '#7a2b1d'
  canvas.beginPath()
  canvas.roundRect(-2.6, -11, 5.2, 13, 2.6)
  canvas.roundRect(-2.6, 5, 5.2, 5.2, 2.6)
  canvas.fill()
}

function sticker(canvas: CanvasRenderingContext2D, fill: string, trace: (path: CanvasPath) => void): void {
  canvas.beginPath()
  trace(canvas)
  canvas.strokeStyle = '#fffaf0'
  canvas.lineWidth = 5
  canvas.stroke()
  canvas.fillStyle = fill
  canvas.fill()
}

/** Three letters rise one after the other; `letter` is one of them, painted. */
export function drawSleep(
  canvas: CanvasRenderingContext2D,
  letter: Stamp,
  x: number,
  y: number,
  time: number,
  size: number,
  reducedMotion: boolean,
): void {
  const opacity = canvas.globalAlpha
  for (let i = 0; i < 3; i++) {
    const age = reducedMotion ? (i + 0.5) / 3 : (time / 2.7 + i / 3) % 1
    const scale = 0.7 + age * 0.6
    const left = x + age * size * 1.2 + Math.sin(age * 7) * size * 0.2
    const top = y - age * size * 2.3
    canvas.globalAlpha = opacity * Math.sin(age * Math.PI)
    const width = letter.width * scale
    const height = letter.height * scale
    canvas.drawImage(letter.image, left - width / 2, top - height / 2, width, height)
  }
  canvas.globalAlpha = opacity
}
