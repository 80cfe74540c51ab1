/** The court with everyone's trails on it: kept as one picture, to which only what is new is painted. */

import type { Face, Frame, Mood } from '../view.ts'
import { putSharp } from '../view-pictures.ts'
import { courtHeight, courtWidth, paintCourt } from './view-court.ts'
import { type Dye, dyeOf, lengthOf, paintEnd, paintStamps, paintStretch } from './view-ribbon.ts'
import { court, type Stretch, type Trails, type Walker } from './world.ts'

/** World units of newest trail that are painted anew in each frame: one's own is predicted and may be corrected. */
const unsettled = { own: 130, others: 24 }
/** Seconds that a new size must stay before everything is painted anew for it. */
const settleFor = 0.2
/** Frames in which the trails of the last round are washed away. */
const washFrames = 18

const box = { left: court.left, top: court.top, width: courtWidth, height: courtHeight }

/** How far somebody's trail is painted. */
interface Painted {
  count: number
  /** Where the painted part ends, to notice a trail that is another one now. */
  end: { readonly x: number; readonly y: number } | null
  /** World units of trail so far, for the stamps on it. */
  along: number
}

export class Lanes {
  #base: HTMLCanvasElement | null = null
  #image: HTMLCanvasElement | null = null
  #canvas: CanvasRenderingContext2D | null = null
  #key = ''
  #wanted: { key: string; since: number } | null = null
  #painted = new Map<number, Painted>()
  #washed = washFrames
  #round = 0

  draw(canvas: CanvasRenderingContext2D, { state, me, paint, faces, time }: Frame<Trails>): void {
    this.#prepare(canvas.getTransform().a, paint.mood, time)
    const dyes = (seat: number) => dyeOf(paint.colour(seat), paint.mood)
    if (this.#round !== state.round || !this.#isStill(state)) {
      this.#wash(state.round !== this.#round && !paint.reducedMotion)
      this.#round = state.round
    }
    this.#washOn()
    state.walkers.forEach((walker, seat) => {
      const { own, others } = unsettled
      if (walker) this.#settle(seat, walker, seat === me ? own : others, dyes(seat), shapeOf(faces.get(seat)))
    })
    if (this.#image) putSharp(canvas, this.#image, box)
    state.walkers.forEach((walker, seat) => {
      if (!walker) return
      const { count = 0, along = 0 } = this.#painted.get(seat) ?? {}
      paintTrail(canvas, walker, count, walker.path.length, along, dyes(seat), shapeOf(faces.get(seat)))
    })
  }

  /** Paints the empty court for this sharpness; while a window is being dragged, the old one serves. */
  #prepare(pixels: number, mood: Mood, time: number): void {
    if (typeof document === 'undefined') return
    const key = `${mood} ${pixels.toFixed(2)}`
    if (key === this.#key) {
      this.#wanted = null
      return
    }
    if (this.#key.startsWith(mood)) {
      if (this.#wanted?.key !== key) this.#wanted = { key, since: time }
      if (time - this.#wanted.since < settleFor) return
    }
    this.#key = key
    this.#wanted = null
    this.#base = makeCanvas(pixels)
    this.#image = makeCanvas(pixels)
    const base = contextOf(this.#base)
    base.scale(this.#base.width / courtWidth, this.#base.height / courtHeight)
    paintCourt(base, mood)
    this.#canvas = contextOf(this.#image)
    this.#wash(false)
  }

  /** Whether what is painted is the beginning of what there is. */
  #isStill({ walkers }: Trails): boolean {
    for (const [seat, { count, end }] of this.#painted) {
      if (count === 0) continue
      const next = walkers[seat]?.path[count]
      if (!end || !next || next.x !== end.x || next.y !== end.y) return false
    }
    return true
  }

  #wash(slowly: boolean): void {
    this.#painted.clear()
    this.#washed = slowly ? 0 : washFrames - 1
    this.#washOn()
  }

  #washOn(): void {
    if (this.#washed >= washFrames || !this.#canvas || !this.#base) return
    this.#washed++
    this.#canvas.setTransform(1, 0, 0, 1, 0, 0)
    // What a thin wash leaves behind, the last one takes away whole.
    this.#canvas.globalAlpha = this.#washed < washFrames ? 0.2 : 1
    this.#canvas.drawImage(this.#base, 0, 0)
    this.#canvas.globalAlpha = 1
  }

  /** Paints for good all but the newest `keep` world units. */
  #settle(seat: number, walker: Walker, keep: number, dye: Dye, shape: Face['shape']): void {
    const canvas = this.#canvas
    if (!canvas || this.#washed < washFrames) return
    const { path } = walker
    let upTo = path.length - 1
    let end: { readonly x: number; readonly y: number } = walker
    for (let left = keep; upTo > 0 && left > 0; upTo--) {
      const from = path[upTo] as Stretch
      left -= Math.hypot(end.x - from.x, end.y - from.y)
      end = from
    }
    const painted = this.#painted.get(seat) ?? { count: 0, end: null, along: 0 }
    if (upTo <= painted.count) return
    const { width, height } = canvas.canvas
    canvas.setTransform(width / courtWidth, 0, 0, height / courtHeight, 0, 0)
    canvas.translate(-court.left, -court.top)
    painted.along = paintTrail(canvas, walker, painted.count, upTo, painted.along, dye, shape)
    painted.count = upTo
    painted.end = path[upTo] ?? null
    this.#painted.set(seat, painted)
  }
}

/** Stretches from one number up to another. Returns how long the trail is then. */
function paintTrail(
  canvas: CanvasRenderingContext2D,
  walker: Walker,
  first: number,
  upTo: number,
  along: number,
  dye: Dye,
  shape: Face['shape'],
): number {
  const { path } = walker
  let walked = along
  for (let i = first; i < upTo; i++) {
    const from = path[i] as Stretch
    if (!from.inked) continue
    const to = path[i + 1] ?? walker
    paintStretch(canvas, from, to, from.turn, dye)
    if (!path[i - 1]?.inked) paintEnd(canvas, from, to, from.turn, dye, -1)
    if (!path[i + 1]?.inked) paintEnd(canvas, from, to, from.turn, dye, 1)
    paintStamps(canvas, from, to, from.turn, walked, shape, dye)
    walked += lengthOf(from, to, from.turn)
  }
  return walked
}

function shapeOf(face: Face | undefined): Face['shape'] {
  return face?.shape ?? 'circle'
}

function makeCanvas(pixels: number): HTMLCanvasElement {
  const image = document.createElement('canvas')
  image.width = Math.max(1, Math.round(courtWidth * pixels))
  image.height = Math.max(1, Math.round(courtHeight * pixels))
  return image
}

function contextOf(image: HTMLCanvasElement): CanvasRenderingContext2D {
  // Without transparency it is put down as it is, which is a copy.
  const canvas = image.getContext('2d', { alpha: false })
  if (!canvas) throw new Error('A canvas without a context.')
  return canvas
}
