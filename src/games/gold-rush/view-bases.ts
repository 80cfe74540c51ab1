/** The bases: a flag with the team's sign, a chest that fills, and how much is in it. */

import type { Mood, Painter } from '../view.ts'
import type { Land, Place } from './land.ts'
import { type Banner, landColours, traceSign } from './view-colours.ts'
import { blob, fillBlob, type Paint, type Stamps } from './view-stamps.ts'

const chestBox = { left: -46, top: -60, width: 98, height: 88 }
const levels = 9
/** Coins for each that fill a chest, about what a good match brings. */
const fullChest = 95
/** Seconds that a number stays larger after a coin fell in. */
const pulseFor = 0.22

/** Where the chest of a base stands: on the side away from the middle, so that people have room. */
export function chestAt(land: Land, team: number): Place {
  const base = land.bases[team] ?? land.middle
  const dx = base.x - land.middle.x
  const off = land.baseRadius * 0.62
  return { x: base.x + (Math.abs(dx) < 40 ? 0 : dx > 0 ? off : -off), y: base.y - land.baseRadius * 0.1 }
}

export class Bases {
  readonly #stamps: Stamps
  readonly #fellAt: number[] = []

  constructor(stamps: Stamps) {
    this.#stamps = stamps
  }

  /** A coin fell into the chest. */
  fell(team: number, time: number): void {
    this.#fellAt[team] = time
  }

  /** The ring around one's own base glows. */
  drawOwnRing(
    canvas: CanvasRenderingContext2D,
    land: Land,
    team: number,
    colour: string,
    time: number,
  ): void {
    const base = land.bases[team]
    if (!base) return
    canvas.save()
    canvas.strokeStyle = colour
    canvas.globalAlpha = 0.75
    canvas.lineWidth = 5
    canvas.setLineDash([16, 12])
    canvas.lineDashOffset = -time * 14
    canvas.beginPath()
    canvas.arc(base.x, base.y, land.baseRadius - 9, 0, 2 * Math.PI)
    canvas.stroke()
    canvas.restore()
  }

  drawChest(
    canvas: CanvasRenderingContext2D,
    { x, y }: Place,
    { team, banked, members, leads }: { team: number; banked: number; members: number; leads: boolean },
    banner: Banner,
    paint: Painter,
    time: number,
  ): void {
    const full = Math.min(1, banked / (fullChest * Math.max(1, members)))
    const level = banked === 0 ? 0 : 1 + Math.floor(full * (levels - 2))
    drawFlag(canvas, x - 30, y - 6, banner, paint, paint.reducedMotion ? 0 : time + team)
    if (leads) drawCrown(canvas, x - 30, y - 106, paint, time)
    const pulse = paint.reducedMotion ? 0 : this.#pulse(team, time)
    const paintIt: Paint = (on, mood) => paintChest(on, level, mood)
    const name = `chest ${level}`
    if (pulse === 0) this.#stamps.put(canvas, name, chestBox, paintIt, x, y)
    else {
      const bounced = { x, y, wide: 1 + pulse * 0.06, high: 1 - pulse * 0.05 }
      this.#stamps.putScaled(canvas, name, chestBox, paintIt, bounced)
    }
  }

  /** How much is banked, and whose it is; above all that moves, and see-through where it covers oneself. */
  drawScore(
    canvas: CanvasRenderingContext2D,
    { x, y }: Place,
    { team, banked, covers }: { team: number; banked: number; covers: boolean },
    banner: Banner,
    paint: Painter,
    time: number,
  ): void {
    const pulse = paint.reducedMotion ? 0 : this.#pulse(team, time)
    canvas.save()
    canvas.globalAlpha = covers ? 0.45 : 1
    canvas.translate(x, y + 38)
    canvas.scale(1 + pulse * 0.24, 1 + pulse * 0.24)
    paint.write(String(banked), 0, 0, { size: 34, rim: true })
    paint.write(banner.name, 0, 26, { size: 18, rim: true })
    canvas.restore()
  }

  #pulse(team: number, time: number): number {
    const age = (time - (this.#fellAt[team] ?? -1)) / pulseFor
    return age < 0 || age > 1 ? 0 : 1 - age
  }
}

/** A flag on a pole, swaying. */
export function drawFlag(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  { colour, sign }: Banner,
  { mood }: Painter,
  time: number,
): void {
  const { plank, rim } = landColours[mood]
  canvas.save()
  canvas.translate(x, y)
  canvas.lineCap = 'round'
  canvas.strokeStyle = plank[0]
  canvas.lineWidth = 6
  canvas.beginPath()
  canvas.moveTo(0, 0)
  canvas.lineTo(0, -92)
  canvas.stroke()
  canvas.strokeStyle = plank[2]
  canvas.lineWidth = 2.4
  canvas.stroke()
  canvas.translate(2, -90)
  canvas.transform(1, Math.sin(time * 2.2) * 0.09, 0, 1, 0, 0)
  canvas.beginPath()
  canvas.moveTo(0, 0)
  canvas.quadraticCurveTo(18, -5 + Math.sin(time * 3.1) * 3, 54, 3)
  canvas.lineTo(44, 19)
  canvas.lineTo(54, 36)
  canvas.quadraticCurveTo(20, 32 + Math.sin(time * 3.1 + 1) * 3, 0, 38)
  canvas.closePath()
  canvas.lineJoin = 'round'
  canvas.strokeStyle = rim
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.fillStyle = colour
  canvas.fill()
  canvas.translate(22, 18)
  canvas.scale(12, 12)
  traceSign(canvas, sign)
  canvas.strokeStyle = 'rgb(50 26 30 / 0.55)'
  canvas.lineWidth = 0.3
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.fill()
  canvas.restore()
}

/** Over the flag of whoever is ahead. */
function drawCrown(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  { mood, reducedMotion }: Painter,
  time: number,
): void {
  const { gold, rim } = landColours[mood]
  canvas.save()
  canvas.translate(x, y + (reducedMotion ? 0 : Math.sin(time * 3) * 2))
  canvas.beginPath()
  canvas.moveTo(-15, 8)
  canvas.lineTo(-18, -8)
  canvas.lineTo(-8, -1)
  canvas.lineTo(0, -12)
  canvas.lineTo(8, -1)
  canvas.lineTo(18, -8)
  canvas.lineTo(15, 8)
  canvas.closePath()
  canvas.lineJoin = 'round'
  canvas.strokeStyle = rim
  canvas.lineWidth = 7
  canvas.stroke()
  canvas.strokeStyle = gold[0]
  canvas.lineWidth = 3
  canvas.stroke()
  canvas.fillStyle = gold[1]
  canvas.fill()
  canvas.restore()
}

/** An open chest with a heap of gold of the given level. */
function paintChest(canvas: CanvasRenderingContext2D, level: number, mood: Mood): void {
  const { gold, hole, plank, shade } = landColours[mood]
  fillBlob(canvas, shade, 8, 16, 42, 12, 80)
  // The lid, thrown back.
  panel(canvas, -32, -44, 64, 34, 12, plank[0], plank[1])
  canvas.fillStyle = hole
  canvas.beginPath()
  canvas.roundRect(-29, -26, 58, 24, 6)
  canvas.fill()
  const heap = level / (levels - 1)
  if (level > 0) {
    canvas.save()
    canvas.beginPath()
    canvas.rect(-60, -100, 120, 100)
    canvas.clip()
    fillBlob(canvas, gold[0], 0, -2, 27, 8 + heap * 26, 81, 0.05)
    fillBlob(canvas, gold[1], -1, -1, 25, 5 + heap * 26, 81, 0.05)
    for (let i = 0; i < 4 + level * 3; i++) {
      const x = (((i * 37) % 44) - 22) * (1 - heap * 0.15)
      const up = Math.sqrt(Math.max(0, 1 - (x / 26) ** 2)) * (5 + heap * 25)
      const y = -2 - up * (((i * 53) % 100) / 100)
      canvas.fillStyle = i % 3 ? gold[2] : gold[3]
      canvas.strokeStyle = gold[0]
      canvas.lineWidth = 1
      canvas.beginPath()
      canvas.ellipse(x, y, 5, 3.6, ((i % 5) - 2) * 0.25, 0, 2 * Math.PI)
      canvas.fill()
      canvas.stroke()
    }
    canvas.restore()
  }
  panel(canvas, -34, -8, 68, 28, 6, plank[0], plank[1])
  canvas.strokeStyle = plank[2]
  canvas.lineWidth = 2
  canvas.globalAlpha = 0.7
  canvas.beginPath()
  canvas.moveTo(-30, -4)
  canvas.lineTo(30, -4)
  canvas.stroke()
  canvas.globalAlpha = 1
  for (const x of [-24, 24]) panel(canvas, x - 4, -9, 8, 30, 2, gold[0], gold[1])
  panel(canvas, -7, -3, 14, 13, 4, gold[0], gold[2])
  canvas.fillStyle = gold[0]
  blob(canvas, 0, 3.5, 2.2, 3, 82)
  canvas.fill()
}

function panel(
  canvas: CanvasRenderingContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
  round: number,
  dark: string,
  light: string,
): void {
  canvas.fillStyle = dark
  canvas.beginPath()
  canvas.roundRect(x, y, wide, high, round)
  canvas.fill()
  canvas.fillStyle = light
  canvas.beginPath()
  canvas.roundRect(x + 2, y + 2, wide - 4, high - 5, Math.max(1, round - 2))
  canvas.fill()
}
