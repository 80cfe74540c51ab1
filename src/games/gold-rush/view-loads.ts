/** What people carry: the pennant of their team over one shoulder, and over the other a sack that grows. */

import type { Mood, Painter } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import type { Pictures } from '../view-pictures.ts'
import { type Banner, landColours, traceSign } from './view-colours.ts'
import { type Body, bodyRadius, mostLoad } from './world.ts'

const sackBox = { left: -46, top: -72, width: 92, height: 104 }
const pennantBox = { left: -8, top: -36, width: 44, height: 64 }
/** Seconds in which a sack swings to the other side. */
const swing = 0.09

/** Which side everyone's sack hangs on: −1 to 1, following the way they walk. */
export class Sacks {
  readonly #sides: number[] = []
  #time = 0

  pass(time: number, players: readonly (Body | undefined)[], still: boolean): void {
    const ease = still ? 1 : Math.min(1, Math.max(0, time - this.#time) / swing)
    this.#time = time
    for (let seat = 0; seat < players.length; seat++) {
      const body = players[seat]
      if (!body) continue
      const side = this.#sides[seat] ?? -1
      const aim = Math.abs(body.vx) < 25 ? Math.sign(side) || -1 : -Math.sign(body.vx)
      this.#sides[seat] = side + (aim - side) * ease
    }
  }

  side(seat: number): number {
    return this.#sides[seat] ?? -1
  }
}

/** Behind the body: the team's pennant over one shoulder, the sack over the other. */
export function drawBehind(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  body: Body,
  side: number,
  banner: Banner,
  paint: Painter,
): void {
  const name = `pennant ${banner.sign} ${banner.colour}`
  const shoulder = side > 0 ? -1 : 1
  pictures.putSharp(
    canvas,
    name,
    pennantBox,
    (on, mood) => paintPennant(on, banner, mood),
    body.x + shoulder * bodyRadius * 0.66,
    body.y - bodyRadius * 0.98,
  )
  if (body.load === 0) return
  const bob = paint.reducedMotion ? 0 : Math.sin((body.x + body.y) * 0.07) * 1.5
  const x = body.x + side * (19 + body.load * 0.45)
  const y = body.y - 4 - body.load * 0.4 + bob
  pictures.putSharp(canvas, `sack ${body.load}`, sackBox, (on, mood) => paintSack(on, body.load, mood), x, y)
}

/** How much somebody carries, at the sack. */
export function drawLoad(body: Body, side: number, paint: Painter): void {
  if (body.load === 0) return
  const x = body.x + side * (20 + body.load * 0.5)
  const y = body.y - 30 - body.load * 1.25
  const isFull = body.load >= mostLoad
  paint.write(isFull ? `${body.load}!` : String(body.load), x, y, {
    size: body.load > 9 ? 22 : 19,
    ink: paint.ink(body.load > 9 ? 'accent' : 'ink'),
    rim: true,
  })
}

function paintPennant(canvas: CanvasRenderingContext2D, { colour, sign }: Banner, mood: Mood): void {
  const { plank, rim } = landColours[mood]
  canvas.strokeStyle = plank[0]
  canvas.lineWidth = 4
  canvas.beginPath()
  canvas.moveTo(0, 24)
  canvas.lineTo(0, -32)
  canvas.stroke()
  canvas.beginPath()
  canvas.moveTo(1, -32)
  canvas.lineTo(32, -25)
  canvas.quadraticCurveTo(26, -17, 31, -8)
  canvas.lineTo(1, -4)
  canvas.closePath()
  canvas.strokeStyle = rim
  canvas.lineWidth = 3.2
  canvas.stroke()
  canvas.fillStyle = colour
  canvas.fill()
  canvas.save()
  canvas.translate(13, -17.5)
  canvas.scale(8.2, 8.2)
  traceSign(canvas, sign)
  canvas.strokeStyle = 'rgb(50 26 30 / 0.6)'
  canvas.lineWidth = 0.34
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.fill()
  canvas.restore()
}

/** A few coins make a purse, two dozen a burden. */
function paintSack(canvas: CanvasRenderingContext2D, load: number, mood: Mood): void {
  const { cloth, gold, rim } = landColours[mood]
  const size = 9 + load * 0.82
  const heap = Math.min(14, 1 + Math.floor(load * 0.6))
  const top = -size * 0.86
  canvas.strokeStyle = rim
  canvas.lineWidth = 3.4
  // Gold that looks out.
  const rows: { x: number; y: number }[] = []
  for (let i = 0; i < heap; i++) {
    const row = i < 5 ? 0 : i < 10 ? 1 : 2
    const place = i - row * 5
    const wide = Math.min(5, heap - row * 5)
    rows.push({ x: (place - (wide - 1) / 2) * size * 0.3, y: top - row * size * 0.26 - 2 })
  }
  for (const { x, y } of rows) {
    canvas.beginPath()
    canvas.ellipse(x, y, size * 0.27 + 2, size * 0.24 + 2, 0, 0, 2 * Math.PI)
    canvas.stroke()
  }
  rows.reverse().forEach(({ x, y }, i) => {
    canvas.beginPath()
    canvas.ellipse(x, y, size * 0.27 + 2, size * 0.24 + 2, 0, 0, 2 * Math.PI)
    canvas.fillStyle = i % 2 ? gold[1] : gold[2]
    canvas.fill()
    canvas.strokeStyle = gold[0]
    canvas.lineWidth = 1.3
    canvas.stroke()
  })
  canvas.strokeStyle = rim
  canvas.lineWidth = 3.4
  fillBlob(canvas, cloth[0], 0, 0, size, size * 0.95, 60, 0.06)
  canvas.stroke()
  canvas.fill()
  fillBlob(canvas, cloth[1], -size * 0.06, -size * 0.08, size * 0.86, size * 0.78, 60, 0.06)
  fillBlob(canvas, cloth[2], -size * 0.28, -size * 0.3, size * 0.4, size * 0.26, 61, 0.15)
  canvas.strokeStyle = cloth[0]
  canvas.lineWidth = Math.max(2, size * 0.16)
  canvas.beginPath()
  canvas.moveTo(-size * 0.62, top + size * 0.2)
  canvas.quadraticCurveTo(0, top + size * 0.42, size * 0.62, top + size * 0.2)
  canvas.stroke()
}
