/** Where it is played: a round picnic cloth on the lawn, and a slice of a trunk in its middle. Painted once. */

import type { Mood } from '../view.ts'
import { type Box, paintPicture, putSharp } from '../view-pictures.ts'
import { type Layout, middle } from './view-ring.ts'

type Canvas = CanvasRenderingContext2D

/** The slice of a trunk that things lie on. */
export const table = { x: 152, y: 104 } as const
/** How far the cloth reaches beyond the ring, and what room its picture needs beyond that. */
const hem = { x: 76, y: 58 }
const air = 36
const scallops = 56
const checks = 46

const looks = {
  day: {
    cloth: '#fff3da',
    weave: 'rgb(221 106 72 / 0.25)',
    hem: '#c9604a',
    shade: 'rgb(60 52 30 / 0.3)',
    bark: '#7a5236',
    wood: '#e3bd83',
    rings: '#c89a5d',
    light: 'rgb(255 240 190 / 0.45)',
    far: 'rgb(150 80 50 / 0.12)',
  },
  dusk: {
    cloth: '#57506f',
    weave: 'rgb(178 96 110 / 0.3)',
    hem: '#a85a68',
    shade: 'rgb(8 8 30 / 0.4)',
    bark: '#3d2c38',
    wood: '#a98a76',
    rings: '#8a6a60',
    light: 'rgb(255 214 150 / 0.2)',
    far: 'rgb(20 12 60 / 0.2)',
  },
} as const

/** Frames that the screen's scale stays as it is until the picture is painted anew for it. */
const settled = 8

interface Painted {
  readonly image: HTMLCanvasElement
  readonly key: string
  readonly pixels: number
}

export class PlacePicture {
  #painted: Painted | null = null
  #wanted = { pixels: 0, frames: 0 }

  draw(canvas: Canvas, mood: Mood, layout: Layout): void {
    const reach = { x: Math.max(340, layout.x + hem.x), y: Math.max(250, layout.y + hem.y) }
    this.#keepPainted(mood, reach, canvas.getTransform().a)
    const painted = this.#painted
    if (!painted) return
    const { left, top, ...size } = boxOf(reach)
    putSharp(canvas, painted.image, { left: middle.x + left, top: middle.y + top, ...size })
  }

  /** While a camera moves, the picture that there is serves. */
  #keepPainted(mood: Mood, reach: { x: number; y: number }, pixels: number): void {
    this.#wanted = { pixels, frames: this.#wanted.pixels === pixels ? this.#wanted.frames + 1 : 0 }
    const key = `${mood} ${reach.x} ${reach.y}`
    const isSame = this.#painted?.key === key
    if (isSame && (this.#painted?.pixels === pixels || this.#wanted.frames < settled)) return
    const image = paintPicture(boxOf(reach), pixels, (it) => {
      paintCloth(it, mood, reach)
      paintTable(it, mood)
    })
    if (image) this.#painted = { image, key, pixels }
  }
}

function boxOf(reach: { x: number; y: number }): Box {
  const [x, y] = [reach.x + air, reach.y + air]
  return { left: -x, top: -y, width: 2 * x, height: 2 * y }
}

/** Round, with a scalloped hem that lies a little uneven in the grass. */
function traceHem(canvas: Canvas, reachX: number, reachY: number): void {
  const steps = scallops * 8
  for (let i = 0; i <= steps; i++) {
    const angle = (i / steps) * 2 * Math.PI
    const scallop = Math.abs(Math.sin((angle * scallops) / 2)) * 7
    const wave = Math.sin(angle * 3 + 1) * 5 + Math.sin(angle * 7) * 2.5
    canvas.lineTo(
      Math.cos(angle) * (reachX + scallop + wave),
      Math.sin(angle) * (reachY + (scallop + wave) * 0.8),
    )
  }
  canvas.closePath()
}

function paintCloth(canvas: Canvas, mood: Mood, { x, y }: { x: number; y: number }): void {
  const look = looks[mood]
  for (const [shift, grow] of [
    [9, 5],
    [5, 1],
  ] as const) {
    canvas.fillStyle = look.shade
    canvas.beginPath()
    canvas.save()
    canvas.translate(shift, shift)
    traceHem(canvas, x + grow, y + grow)
    canvas.restore()
    canvas.fill()
  }
  canvas.beginPath()
  traceHem(canvas, x, y)
  canvas.fillStyle = look.cloth
  canvas.fill()
  canvas.strokeStyle = look.hem
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.save()
  canvas.clip()
  paintChecks(canvas, look.weave, x, y)
  canvas.strokeStyle = look.hem
  canvas.globalAlpha = 0.55
  canvas.lineWidth = 3
  canvas.beginPath()
  canvas.ellipse(0, 0, x - 22, y - 18, 0, 0, 2 * Math.PI)
  canvas.stroke()
  canvas.globalAlpha = 1
  const light = canvas.createRadialGradient(-x * 0.4, -y * 0.5, 20, 0, 0, x)
  light.addColorStop(0, look.light)
  light.addColorStop(1, look.far)
  canvas.fillStyle = light
  canvas.fillRect(-x - 20, -y - 20, x * 2 + 40, y * 2 + 40)
  canvas.restore()
}

/** Bands of thread across and along, which are darker where they cross; no thread is quite straight. */
function paintChecks(canvas: Canvas, weave: string, x: number, y: number): void {
  canvas.fillStyle = weave
  const bow = (at: number, along: number) => Math.sin(along * 0.011 + at) * 3
  for (let band = -Math.ceil(x / checks) * checks; band < x; band += checks) {
    canvas.beginPath()
    for (let along = -y - 20; along <= y + 20; along += 40) canvas.lineTo(band + bow(band, along), along)
    for (let along = y + 20; along >= -y - 20; along -= 40)
      canvas.lineTo(band + checks / 2 + bow(band, along), along)
    canvas.fill()
  }
  const flat = checks * 0.78
  for (let band = -Math.ceil(y / flat) * flat; band < y; band += flat) {
    canvas.beginPath()
    for (let along = -x - 20; along <= x + 20; along += 40) canvas.lineTo(along, band + bow(band, along))
    for (let along = x + 20; along >= -x - 20; along -= 40)
      canvas.lineTo(along, band + flat / 2 + bow(band, along))
    canvas.fill()
  }
}

function paintTable(canvas: Canvas, mood: Mood): void {
  const look = looks[mood]
  const disc = (x: number, y: number, scale: number, fill: string) => {
    canvas.beginPath()
    for (let i = 0; i <= 72; i++) {
      const angle = (i / 72) * 2 * Math.PI
      const uneven = 1 + Math.sin(angle * 5 + 2) * 0.012 + Math.sin(angle * 9) * 0.008
      canvas.lineTo(
        x + Math.cos(angle) * table.x * scale * uneven,
        y + Math.sin(angle) * table.y * scale * uneven,
      )
    }
    canvas.closePath()
    canvas.fillStyle = fill
    canvas.fill()
  }
  disc(12, 18, 1.02, look.shade)
  disc(0, 9, 1.02, look.bark)
  disc(0, 0, 1.02, look.bark)
  disc(0, 0, 0.955, look.wood)
  canvas.strokeStyle = look.rings
  for (const scale of [0.86, 0.74, 0.6, 0.44, 0.27, 0.1]) {
    canvas.lineWidth = 1.6 + scale
    canvas.globalAlpha = 0.5
    canvas.beginPath()
    canvas.ellipse(-8 * (1 - scale), 5 * (1 - scale), table.x * scale, table.y * scale, 0.04, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.globalAlpha = 1
}
