/** Berries in the air, the splash where one ends, and the marks that stay on the ground for a while. */

import { direction } from '../../netcode/headings.ts'
import { randomStream } from '../../netcode/random.ts'
import type { Painter } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import type { Pictures } from '../view-pictures.ts'
import { gardenColours } from './view-colours.ts'
import { type Berry, type Blaster, berryRadius, berrySpeed, splashTicks } from './world.ts'

/** Seconds that a mark stays, and the last ones of them in which it fades. */
const stays = 16
const fades = 4
const mostMarks = 90
const markBox = { left: -44, top: -40, width: 88, height: 80 }
const berryBox = { left: -14, top: -14, width: 28, height: 28 }
const markShapes = 5
/** In flight a berry is drawn larger than it is, to be seen in time. */
const flyingScale = 1.25

interface Mark {
  readonly x: number
  readonly y: number
  readonly colour: string
  readonly shape: number
  readonly size: number
  readonly since: number
}

/**
 * How far along its way a berry is drawn, in units. One's own flies where it is judged: among others as one sees them.
 * Those of others are judged against where one was when they were seen, and so are drawn as much further along: what
 * one sees coming is what hits.
 */
function drawnAt({ flown, reach, behind, seat, splash }: Berry, me: number | null): number {
  if (seat === me || me === null || splash > 0) return flown
  return Math.min(reach, flown + behind * berrySpeed)
}

export class Marks {
  #marks: Mark[] = []
  /** The splashes that left their mark already, by slot. */
  #known = new Map<number, number>()

  /** Takes in the splashes that are new, and draws what lies on the ground. */
  draw(
    canvas: CanvasRenderingContext2D,
    pictures: Pictures,
    state: Blaster,
    time: number,
    paint: Painter,
  ): void {
    this.#gather(state, time, paint)
    const { rim } = gardenColours[paint.mood]
    for (const { x, y, colour, shape, size, since } of this.#marks) {
      const age = time - since
      canvas.globalAlpha = 0.78 * Math.min(1, (stays - age) / fades)
      const grown = paint.reducedMotion ? 1 : Math.min(1, 0.55 + age * 5)
      const name = `mark ${colour} ${shape}`
      pictures.put(canvas, name, markBox, (it) => paintMark(it, colour, rim, shape), {
        x,
        y,
        wide: size * grown,
      })
    }
    canvas.globalAlpha = 1
  }

  #gather({ air }: Blaster, time: number, paint: Painter): void {
    this.#marks = this.#marks.filter(({ since }) => time - since < stays && time >= since)
    air.berries.forEach((berry, slot) => {
      if (!berry || berry.splash === 0) {
        this.#known.delete(slot)
        return
      }
      const before = this.#known.get(slot)
      this.#known.set(slot, berry.splash)
      if (before !== undefined && before >= berry.splash) return
      const { x, y } = placeOf(berry, berry.flown)
      this.#marks.push({
        x,
        y: y + 10,
        colour: paint.colour(berry.seat),
        shape: (berry.heading + slot) % markShapes,
        size: berry.victim > 0 ? 1.25 : 0.72,
        since: time,
      })
    })
    if (this.#marks.length > mostMarks) this.#marks.splice(0, this.#marks.length - mostMarks)
  }
}

/** Ground shadow, tail and berry; or the drops of its splash. */
export function drawBerry(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  berry: Berry,
  me: number | null,
  paint: Painter,
): void {
  const colour = paint.colour(berry.seat)
  if (berry.splash > 0) {
    drawSplash(canvas, berry, colour, paint)
    return
  }
  const at = drawnAt(berry, me)
  const way = direction(berry.heading)
  const { x, y } = placeOf(berry, at)
  const { rim, leaf, light } = gardenColours[paint.mood]
  // From the blaster's mouth on: before, it is inside.
  if (at < 26) return
  // The first that one sees of a berry may be well on its way: its tail says where it came from.
  const tail = Math.min(at - 24, paint.reducedMotion ? 24 : 76 + Math.max(0, 130 - at) * 0.5)
  canvas.fillStyle = colour
  for (let i = 5; i > 0; i--) {
    const back = (tail * i) / 5
    canvas.globalAlpha = 0.75 * (1 - i / 6.5)
    canvas.beginPath()
    canvas.arc(x - way.x * back, y - way.y * back, berryRadius * (1.05 - i * 0.14), 0, 2 * Math.PI)
    canvas.fill()
  }
  canvas.globalAlpha = 1
  pictures.put(canvas, `berry ${colour}`, berryBox, (it) => paintBerry(it, colour, rim, leaf, light), {
    x,
    y,
    wide: flyingScale,
  })
}

export function drawBerryShadow(
  canvas: CanvasRenderingContext2D,
  berry: Berry,
  me: number | null,
  { mood }: Painter,
): void {
  if (berry.splash > 0) return
  const { x, y } = placeOf(berry, drawnAt(berry, me))
  canvas.fillStyle = gardenColours[mood].shade
  canvas.beginPath()
  canvas.ellipse(x + 2, y + 17, berryRadius * 0.9, berryRadius * 0.5, 0, 0, 2 * Math.PI)
  canvas.fill()
}

export function paintBerry(
  canvas: CanvasRenderingContext2D,
  colour: string,
  rim: string,
  leaf: string,
  light: string,
): void {
  canvas.fillStyle = light
  canvas.beginPath()
  canvas.arc(0, 0, berryRadius + 3, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = rim
  canvas.beginPath()
  canvas.arc(0, 0, berryRadius + 1.3, 0, 2 * Math.PI)
  canvas.fill()
  canvas.fillStyle = colour
  canvas.beginPath()
  canvas.arc(0, 0, berryRadius - 0.6, 0, 2 * Math.PI)
  canvas.fill()
  fillBlob(canvas, leaf, 2.5, -berryRadius, 4.4, 2.4, 4, 0.2)
  canvas.fillStyle = 'rgb(255 255 255 / 0.8)'
  canvas.beginPath()
  canvas.ellipse(-2.8, -2.8, 2.3, 1.6, -0.7, 0, 2 * Math.PI)
  canvas.fill()
}

/** A bright moment, and drops that fly apart. */
function drawSplash(
  canvas: CanvasRenderingContext2D,
  berry: Berry,
  colour: string,
  { mood, reducedMotion }: Painter,
): void {
  const done = 1 - berry.splash / splashTicks
  const { x, y } = placeOf(berry, berry.flown)
  const large = berry.victim > 0 ? 1.5 : 1
  const { light, rim } = gardenColours[mood]
  if (done < 0.35) {
    canvas.globalAlpha = 0.85 * (1 - done / 0.35)
    canvas.fillStyle = light
    canvas.beginPath()
    canvas.arc(x, y, (12 + done * 50) * large, 0, 2 * Math.PI)
    canvas.fill()
  }
  const chance = randomStream(berry.heading + berry.seat * 1024)
  const far = reducedMotion ? 0.5 : 1 - (1 - done) ** 3
  canvas.globalAlpha = Math.min(1, (1 - done) * 2)
  canvas.strokeStyle = rim
  canvas.lineWidth = 1.6
  canvas.fillStyle = colour
  canvas.beginPath()
  for (let i = 0; i < 9; i++) {
    const angle = chance() * 2 * Math.PI
    const reach = (14 + chance() * 26) * large * far
    const size = (2.6 + chance() * 3.4) * large * (1 - done * 0.6)
    const [dropX, dropY] = [
      x + Math.cos(angle) * reach,
      y + Math.sin(angle) * reach * 0.85 + done * done * 14,
    ]
    canvas.moveTo(dropX + size, dropY)
    canvas.arc(dropX, dropY, size, 0, 2 * Math.PI)
  }
  canvas.stroke()
  canvas.fill()
  canvas.globalAlpha = 1
}

/** Juice and pulp, with drops around. */
function paintMark(canvas: CanvasRenderingContext2D, colour: string, rim: string, shape: number): void {
  const chance = randomStream(shape * 97 + 11)
  const blobs: [x: number, y: number, wide: number, high: number][] = [[0, 0, 19, 13]]
  for (let i = 0; i < 6; i++) {
    const angle = (i / 6) * 2 * Math.PI + chance()
    const far = 15 + chance() * 9
    const size = 4 + chance() * 5
    blobs.push([Math.cos(angle) * far, Math.sin(angle) * far * 0.68, size, size * 0.74])
  }
  for (let i = 0; i < 4; i++) {
    const angle = chance() * 2 * Math.PI
    const size = 1.8 + chance() * 2
    blobs.push([Math.cos(angle) * 35, Math.sin(angle) * 25, size, size * 0.8])
  }
  canvas.globalAlpha = 0.45
  blobs.forEach(([x, y, wide, high], i) => {
    fillBlob(canvas, rim, x, y + 1, wide + 1.6, high + 1.6, i + shape * 9, 0.16)
  })
  canvas.globalAlpha = 1
  blobs.forEach(([x, y, wide, high], i) => {
    fillBlob(canvas, colour, x, y, wide, high, i + shape * 9, 0.16)
  })
  canvas.globalAlpha = 0.4
  fillBlob(canvas, '#ffffff', -6, -4, 6, 2.6, shape, 0.2)
  canvas.globalAlpha = 1
}

export function placeOf({ x, y, heading }: Berry, along: number): { x: number; y: number } {
  const way = direction(heading)
  return { x: x + way.x * along, y: y + way.y * along }
}
