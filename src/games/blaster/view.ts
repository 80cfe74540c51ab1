/** How the blaster is drawn and played on a screen. */

import { Walk } from '../steering.ts'
import type { Control, Cue, Devices, Face, Frame, View } from '../view.ts'
import { Pictures } from '../view-pictures.ts'
import { wallsOf } from './arena.ts'
import { Aim } from './view-aim.ts'
import { drawBerry, drawBerryShadow, Marks } from './view-berries.ts'
import { captionOf } from './view-caption.ts'
import { blasterCues } from './view-cues.ts'
import { drawGround } from './view-garden.ts'
import { drawFighter, isSeen, poseOf } from './view-people.ts'
import { drawSight } from './view-sight.ts'
import { drawHits, drawStore } from './view-signs.ts'
import { drawWall } from './view-walls.ts'
import { type Blaster, type BlasterInput, bodyRadius, idle, walkingSpeed } from './world.ts'

const controls: readonly Control[] = [
  { label: 'Walk', keys: 'WASD or arrows', touch: 'Drag anywhere', pad: 'Left stick' },
  {
    label: 'Aim',
    keys: 'Mouse; or where you walk',
    touch: 'Where you walk, or at a tap',
    pad: 'Right stick; or where you walk',
  },
  {
    action: 'shoot',
    label: 'Squirt',
    keys: 'Click or Space; hold for more',
    touch: 'Its button; or tap',
    pad: 'RT or A',
    codes: ['Space'],
    buttons: [7, 0],
  },
  {
    action: 'roll',
    label: 'Roll',
    keys: 'Shift, E or right click',
    touch: 'Its button',
    pad: 'B or LT',
    codes: ['ShiftLeft', 'ShiftRight', 'KeyE'],
    buttons: [1, 6],
    mouseButtons: [2],
  },
]

class BlasterView implements View<Blaster, BlasterInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed })
  readonly #aim = new Aim()
  readonly #pictures = new Pictures((scale) => Math.min(4, Math.max(0.5, Math.ceil(scale * 8) / 8)))
  readonly #marks = new Marks()

  sample(devices: Devices, state: Blaster, me: number | null): BlasterInput {
    const fighter = me === null ? undefined : state.fighters[me]
    if (me === null || !fighter) return idle
    // Clicks and taps shoot here, and lead nobody anywhere.
    const { x, y } = this.#walk.will({ ...devices, pointer: null, tap: null }, fighter)
    const roll = devices.held.has('roll') || devices.pressed.has('roll')
    return { x, y, ...this.#aim.read(devices, state, me, fighter, { x, y }), roll }
  }

  focus(state: Blaster, seat: number | null) {
    return (seat === null ? undefined : state.fighters[seat]) ?? null
  }

  caption(state: Blaster, me: number | null, faces: ReadonlyMap<number, Face>): string {
    return captionOf(state, me, faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Blaster>): void {
    const { state, me, paint, time } = frame
    this.#aim.pass(time)
    this.#pictures.begin(canvas, paint.mood)
    paint.meadow()
    drawGround(canvas, this.#pictures, state.arena, paint.mood)
    this.#marks.draw(canvas, this.#pictures, state, time, paint)
    const own = me === null ? undefined : state.fighters[me]
    const isIn = own !== undefined && !own.left && own.out === 0
    for (const berry of state.air.berries) if (berry) drawBerryShadow(canvas, berry, me, paint)
    for (const it of this.#standing(canvas, frame)) it.draw()
    if (isIn && !state.over) drawSight(canvas, state, own, this.#aim, time, paint)
    for (const berry of state.air.berries) if (berry) drawBerry(canvas, this.#pictures, berry, me, paint)
    if (isIn) drawStore(canvas, this.#pictures, own, paint.colour(me as number), paint)
    this.#drawLabels(canvas, frame)
  }

  cues(before: Blaster, after: Blaster, me: number | null): readonly Cue[] {
    return blasterCues(before, after, me)
  }

  /** Walls and people, the nearer ones last. */
  #standing(canvas: CanvasRenderingContext2D, { state, paint, time }: Frame<Blaster>) {
    const standing = wallsOf(state.arena).map((wall, i) => ({
      depth: wall.bottom,
      draw: () => drawWall(canvas, this.#pictures, wall, i, paint),
    }))
    const hit = new Set(state.air.berries.map((berry) => (berry && berry.splash > 0 ? berry.victim - 1 : -1)))
    state.fighters.forEach((fighter, seat) => {
      if (!fighter || !isSeen(fighter)) return
      const isHit = hit.has(seat) && fighter.out === 0 && fighter.guard === 0
      standing.push({
        depth: fighter.y + bodyRadius,
        draw: () => drawFighter(canvas, this.#pictures, seat, fighter, isHit, time, paint),
      })
    })
    return standing.sort((a, b) => a.depth - b.depth)
  }

  #drawLabels(canvas: CanvasRenderingContext2D, { state, paint }: Frame<Blaster>): void {
    let most = 1
    for (const fighter of state.fighters) if (fighter && !fighter.left) most = Math.max(most, fighter.score)
    state.fighters.forEach((fighter, seat) => {
      if (!fighter || !isSeen(fighter)) return
      paint.label(poseOf(seat, fighter))
      if (fighter.score > 0 && fighter.out === 0) drawHits(canvas, fighter, fighter.score === most, paint)
    })
  }
}

export function makeBlasterView(): View<Blaster, BlasterInput> {
  return new BlasterView()
}
