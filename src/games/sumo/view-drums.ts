/** The drums: lacquered barrels with a skin that rings when somebody is thrown back. */

import type { Painter } from '../view.ts'
import { drumRadius, type Place } from './platform.ts'
import { colours } from './view-colours.ts'
import { footing } from './view-platform.ts'
import { bodyRadius, type Sumo, stands } from './world.ts'

const tall = 22
const ringsFor = 0.35

export class Drums {
  #struckAt: number[] = []

  /** Somebody touches it: it rings. */
  notice(drums: readonly Place[], { players }: Sumo, time: number): void {
    drums.forEach((drum, i) => {
      const touched = players.some(
        (body) =>
          body &&
          stands(body) &&
          body.reel > 0 &&
          Math.hypot(body.x - drum.x, body.y - drum.y) < bodyRadius + drumRadius + 4,
      )
      if (touched) this.#struckAt[i] = time
    })
  }

  draw(canvas: CanvasRenderingContext2D, { x, y }: Place, nth: number, paint: Painter, time: number): void {
    const { drum } = colours[paint.mood]
    const since = (time - (this.#struckAt[nth] ?? -1)) / ringsFor
    const rings = since < 1 && !paint.reducedMotion ? (1 - since) * Math.sin(since * 26) : 0
    const ground = y + footing
    paint.shadow(x, ground, drumRadius * 1.05)
    canvas.save()
    canvas.translate(x, ground)
    canvas.scale(1 + rings * 0.08, 1 - rings * 0.08)
    const high = drumRadius * 0.62
    canvas.fillStyle = drum[1]
    canvas.beginPath()
    canvas.ellipse(0, 0, drumRadius * 0.94, high, 0, 0, Math.PI)
    canvas.lineTo(-drumRadius, -tall)
    canvas.lineTo(drumRadius, -tall)
    canvas.fill()
    canvas.fillStyle = drum[0]
    canvas.beginPath()
    canvas.ellipse(-3, -2, drumRadius * 0.8, high, 0, 0, Math.PI)
    canvas.lineTo(-drumRadius, -tall)
    canvas.lineTo(drumRadius * 0.7, -tall)
    canvas.fill()
    canvas.fillStyle = drum[3]
    canvas.beginPath()
    canvas.ellipse(0, -tall, drumRadius + 1.5, high + 1.5, 0, 0, 2 * Math.PI)
    canvas.fill()
    canvas.fillStyle = drum[2]
    canvas.beginPath()
    canvas.ellipse(0, -tall, drumRadius - 1, high - 1, 0, 0, 2 * Math.PI)
    canvas.fill()
    this.#drawMark(canvas, drum[0], high)
    if (since < 1) {
      canvas.globalAlpha = 1 - since
      canvas.strokeStyle = drum[2]
      canvas.lineWidth = 3
      canvas.beginPath()
      canvas.ellipse(0, -tall, drumRadius * (1 + since), high * (1 + since), 0, 0, 2 * Math.PI)
      canvas.stroke()
    }
    canvas.restore()
  }

  /** Three commas that chase each other. */
  #drawMark(canvas: CanvasRenderingContext2D, colour: string, high: number): void {
    canvas.fillStyle = colour
    canvas.save()
    canvas.translate(0, -tall)
    canvas.scale(1, high / drumRadius)
    canvas.beginPath()
    for (let i = 0; i < 3; i++) {
      const angle = (i / 3) * 2 * Math.PI
      const [x, y] = [Math.cos(angle) * 7.5, Math.sin(angle) * 7.5]
      canvas.moveTo(x + 4.6, y)
      canvas.arc(x, y, 4.6, 0, 2 * Math.PI)
      canvas.moveTo(Math.cos(angle) * 12, Math.sin(angle) * 12)
      canvas.arc(0, 0, 12, angle, angle + 1.2)
      canvas.arc(0, 0, 9, angle + 1.2, angle, true)
    }
    canvas.fill()
    canvas.restore()
  }
}
