/** Paper lanterns on strings over the far hedge, and on posts along the near one; at dusk they are lit. */

import { type Mood, worldHeight } from '../../games/view.ts'
import type { GroundColours } from './ground-colours.ts'
import { fade } from './palette.ts'

interface Lantern {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly hue: number
  /** Hanging ones sway. */
  readonly hangs: boolean
}

const papers = ['#f0654e', '#ffc44d', '#f3eadb', '#7cc3e8', '#e98bb4']
const posts = [70, 435, 800, 1165, 1530]
const postTop = 6
const perString = 4
const sag = 17

function onString(from: number, to: number, share: number): { x: number; y: number } {
  return { x: from + (to - from) * share, y: postTop + 4 * sag * share * (1 - share) }
}

const lanterns: readonly Lantern[] = [
  ...posts.slice(1).flatMap((to, string) =>
    Array.from({ length: perString }, (_, i): Lantern => {
      const place = onString(posts[string] ?? 0, to, (i + 0.5) / perString)
      return { ...place, radius: 10.5, hue: (string * perString + i) % papers.length, hangs: true }
    }),
  ),
  ...[150, 470, 790, 1110, 1440].map(
    (x, i): Lantern => ({
      x,
      y: worldHeight - 33,
      radius: 10,
      hue: (i * 2 + 1) % papers.length,
      hangs: false,
    }),
  ),
]

/** The parts that never move: posts, strings, and at dusk the pools of light on the ground. */
export function paintLanternPosts(
  canvas: CanvasRenderingContext2D,
  mood: Mood,
  colours: GroundColours,
): void {
  if (mood === 'dusk') for (const lantern of lanterns) paintPool(canvas, lantern)
  canvas.lineCap = 'round'
  for (const x of posts) {
    stroke(canvas, colours.wood, 6, () => {
      canvas.moveTo(x, 44)
      canvas.lineTo(x, postTop - 3)
    })
    stroke(canvas, fade('#fff0d0', mood === 'day' ? 0.35 : 0.14), 1.6, () => {
      canvas.moveTo(x - 1.6, 42)
      canvas.lineTo(x - 1.6, postTop - 3)
    })
  }
  posts.slice(1).forEach((to, i) => {
    stroke(canvas, mood === 'day' ? '#5f4a3a' : '#171a33', 1.6, () => {
      const from = posts[i] ?? 0
      canvas.moveTo(from, postTop)
      canvas.quadraticCurveTo((from + to) / 2, postTop + 2 * sag, to, postTop)
    })
  })
  for (const { x, y, hangs } of lanterns) {
    if (hangs) continue
    stroke(canvas, colours.wood, 4.5, () => {
      canvas.moveTo(x, y + 8)
      canvas.lineTo(x, y + 32)
    })
  }
}

function paintPool(canvas: CanvasRenderingContext2D, { x, y, hangs }: Lantern): void {
  const reach = hangs ? 250 : 210
  canvas.save()
  canvas.globalCompositeOperation = 'lighter'
  canvas.translate(x, y + (hangs ? 70 : -14))
  canvas.scale(1, 0.72)
  const glow = canvas.createRadialGradient(0, 0, 0, 0, 0, reach)
  glow.addColorStop(0, 'rgb(255 176 84 / 0.17)')
  glow.addColorStop(0.35, 'rgb(240 140 70 / 0.085)')
  glow.addColorStop(1, 'rgb(200 100 80 / 0)')
  canvas.fillStyle = glow
  canvas.fillRect(-reach, -reach, reach * 2, reach * 2)
  canvas.restore()
}

/** The lanterns themselves, every frame: they sway, and their light is never quite still. */
export function drawLanterns(
  canvas: CanvasRenderingContext2D,
  mood: Mood,
  time: number,
  still: boolean,
): void {
  for (const [i, lantern] of lanterns.entries()) {
    const sway = still || !lantern.hangs ? 0 : Math.sin(time * 1.3 + i * 1.7) * 0.1
    const flicker = still ? 1 : 0.86 + 0.1 * Math.sin(time * 5 + i * 2.1) + 0.04 * Math.sin(time * 13 + i)
    canvas.save()
    canvas.translate(lantern.x, lantern.y)
    canvas.rotate(sway)
    canvas.translate(0, lantern.hangs ? lantern.radius + 3 : 0)
    drawPaper(canvas, lantern, mood, flicker)
    canvas.restore()
  }
}

function drawPaper(
  canvas: CanvasRenderingContext2D,
  { radius, hue }: Lantern,
  mood: Mood,
  flicker: number,
): void {
  const glow = mood === 'dusk' ? glowStamp() : null
  if (glow) {
    canvas.globalCompositeOperation = 'lighter'
    canvas.globalAlpha = flicker * 0.8
    canvas.drawImage(glow, -radius * 5, -radius * 5, radius * 10, radius * 10)
    canvas.globalCompositeOperation = 'source-over'
    canvas.globalAlpha = 1
  }
  canvas.fillStyle = papers[hue] ?? '#ffc44d'
  canvas.beginPath()
  canvas.ellipse(0, 0, radius, radius * 1.08, 0, 0, 2 * Math.PI)
  canvas.fill()
  if (mood === 'dusk') {
    canvas.fillStyle = `rgb(255 240 190 / ${0.72 * flicker})`
    canvas.beginPath()
    canvas.ellipse(0, radius * 0.14, radius * 0.66, radius * 0.78, 0, 0, 2 * Math.PI)
    canvas.fill()
  } else {
    canvas.fillStyle = 'rgb(60 20 50 / 0.16)'
    canvas.beginPath()
    canvas.ellipse(radius * 0.32, radius * 0.12, radius * 0.66, radius * 0.94, 0, 0, 2 * Math.PI)
    canvas.fill()
  }
  canvas.strokeStyle = mood === 'dusk' ? 'rgb(150 70 50 / 0.5)' : 'rgb(80 30 40 / 0.3)'
  canvas.lineWidth = 0.9
  canvas.beginPath()
  canvas.ellipse(0, 0, radius * 0.42, radius * 1.06, 0, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.fillStyle = '#4a3530'
  canvas.fillRect(-radius * 0.42, -radius * 1.22, radius * 0.84, radius * 0.26)
  canvas.fillRect(-radius * 0.36, radius * 0.98, radius * 0.72, radius * 0.22)
}

let glowImage: HTMLCanvasElement | null = null

/** A soft ball of warm light, to be laid on with `lighter`. */
export function glowStamp(): HTMLCanvasElement | null {
  if (glowImage || typeof document === 'undefined') return glowImage
  const side = 96
  const image = document.createElement('canvas')
  image.width = side
  image.height = side
  const canvas = image.getContext('2d')
  if (!canvas) return null
  const glow = canvas.createRadialGradient(side / 2, side / 2, 0, side / 2, side / 2, side / 2)
  glow.addColorStop(0, 'rgb(255 214 130 / 0.8)')
  glow.addColorStop(0.25, 'rgb(255 180 90 / 0.34)')
  glow.addColorStop(1, 'rgb(255 140 60 / 0)')
  canvas.fillStyle = glow
  canvas.fillRect(0, 0, side, side)
  glowImage = image
  return image
}

function stroke(canvas: CanvasRenderingContext2D, colour: string, width: number, trace: () => void): void {
  canvas.strokeStyle = colour
  canvas.lineWidth = width
  canvas.beginPath()
  trace()
  canvas.stroke()
}
