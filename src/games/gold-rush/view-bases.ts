/** The bases: a flag with the team's sign, a chest that fills, and how much is in it. */

import type { Painter } from '../view.ts'
import type { Paint, Pictures } from '../view-pictures.ts'
import type { Land, Place } from './land.ts'
import { chestBox, levels, paintChest } from './view-chest.ts'
import type { Banner } from './view-colours.ts'
import { drawCrown, drawFlag } from './view-flag.ts'

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
  readonly #pictures: Pictures
  readonly #fellAt: number[] = []

  constructor(pictures: Pictures) {
    this.#pictures = pictures
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
    if (pulse === 0) this.#pictures.putSharp(canvas, name, chestBox, paintIt, x, y)
    else {
      const bounced = { x, y, wide: 1 + pulse * 0.06, high: 1 - pulse * 0.05 }
      this.#pictures.put(canvas, name, chestBox, paintIt, bounced)
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
