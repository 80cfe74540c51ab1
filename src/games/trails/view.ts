/** How Trails is drawn and played on a screen. */

import { direction } from '../../netcode/headings.ts'
import type { Cue, Devices, Face, Frame, Pose, View } from '../view.ts'
import { nameOf } from '../view-words.ts'
import { drawBoard } from './view-board.ts'
import { trailsCues } from './view-cues.ts'
import { Hedge } from './view-hedge.ts'
import { Lanes } from './view-lanes.ts'
import { drawCourse, drawFinder, drawWinner, Points } from './view-marks.ts'
import { controls, steering } from './view-steering.ts'
import {
  bodyRadius,
  freeCourt,
  growth,
  stride,
  type Trails,
  type TrailsInput,
  ticksPerSecond,
  type Walker,
} from './world.ts'

/** How much is left to see of a walker that is out, and of names under way. */
const faint = { out: 0.36, name: 0.5, nameOut: 0.3 }
/** Ticks in which the names fade once the walk begins. */
const namesFade = 50

class TrailsView implements View<Trails, TrailsInput> {
  readonly controls = controls
  readonly #lanes = new Lanes()
  readonly #hedge = new Hedge()
  readonly #points = new Points()

  sample(devices: Devices, state: Trails, me: number | null): TrailsInput {
    return steering(devices, me === null ? undefined : state.walkers[me])
  }

  /** One's own way while it lasts, then the middle of those who are still in. */
  focus(state: Trails, seat: number | null) {
    const own = seat === null ? undefined : state.walkers[seat]
    if (own && !own.out) return own
    const left = state.walkers.filter((walker): walker is Walker => walker !== undefined && !walker.out)
    if (left.length === 0) return own && own.path.length > 0 ? own : null
    const mean = (of: (walker: Walker) => number) =>
      left.reduce((sum, walker) => sum + of(walker), 0) / left.length
    return { x: mean(({ x }) => x), y: mean(({ y }) => y) }
  }

  caption(state: Trails, me: number | null, faces: ReadonlyMap<number, Face>): string {
    const round = `Round ${state.round} of ${state.rounds}`
    const left = state.walkers.filter((walker) => walker && !walker.out).length
    const own = me === null ? undefined : state.walkers[me]
    switch (state.phase) {
      case 'ready':
        return own && !own.gone && own.out ? `${round} · you are in from the next one` : round
      case 'run': {
        if (own?.out && own.path.length === 0) return `${round} · you are in from the next one`
        const closing = state.walked > growth.from ? ' · the hedge closes in' : ''
        return own?.out
          ? `${round} · you are out, ${left} still in${closing}`
          : `${round} · ${left} still in${closing}`
      }
      case 'pause':
      case 'over':
        if (state.winner === 0) return `${round} · nobody was left`
        return `${round} · ${state.winner - 1 === me ? 'you' : nameOf(state.winner - 1, faces)} outlived everyone`
    }
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Trails>): void {
    const { state, me, faces, time, paint } = frame
    paint.meadow()
    paint.beforeGrass()
    this.#lanes.draw(canvas, frame)
    this.#hedge.draw(canvas, freeCourt(state.walked), paint.mood)
    const poses = posesOf(state, me, time, paint.reducedMotion)
    const winner = state.phase === 'pause' ? state.walkers[state.winner - 1] : undefined
    if (state.phase === 'ready') {
      for (const { seat } of poses) {
        const walker = state.walkers[seat] as Walker
        if (walker.out) continue
        drawCourse(canvas, walker, paint.colour(seat), seat === me, time, paint)
        if (seat === me) drawFinder(canvas, walker, time, paint)
      }
    }
    if (winner) {
      const words = state.winner - 1 === me ? 'You win!' : `${nameOf(state.winner - 1, faces)} wins!`
      drawWinner(canvas, winner, words, state, time, paint)
    }
    for (const pose of poses) paint.character(pose)
    for (const pose of poses) {
      canvas.save()
      canvas.globalAlpha = nameShown(state, pose, me)
      paint.label(pose)
      canvas.restore()
    }
    const own = me === null ? undefined : state.walkers[me]
    if (own) this.#points.draw(canvas, own, time, paint)
    if (state.phase === 'pause' || state.phase === 'over') drawBoard(canvas, state, me, faces, paint)
  }

  cues(before: Trails, after: Trails, me: number | null): readonly Cue[] {
    return trailsCues(before, after, me)
  }
}

export function makeTrailsView(): View<Trails, TrailsInput> {
  return new TrailsView()
}

/** Whoever has been in this round, the farther first, oneself in front of all. */
function posesOf(state: Trails, me: number | null, time: number, still: boolean): readonly Pose[] {
  const poses: Pose[] = []
  state.walkers.forEach((walker, seat) => {
    if (!walker || walker.gone || (walker.out && walker.path.length === 0)) return
    const way = direction(walker.heading)
    const goes = state.phase === 'run' && !walker.out
    const speed = goes ? stride(state.pace) * ticksPerSecond : 0
    const hop =
      state.phase === 'pause' && seat === state.winner - 1 && !still ? Math.abs(Math.sin(time * 7)) * 13 : 0
    poses.push({
      ...{ seat, x: walker.x, y: walker.y - hop, radius: bodyRadius },
      ...{ vx: way.x * speed, vy: way.y * speed },
      ...(!goes && !walker.out && { lookAt: { x: walker.x + way.x * 90, y: walker.y + way.y * 90 } }),
      presence: walker.out ? faint.out : 1,
    })
  })
  return poses.sort((a, b) => (a.seat === me ? 1 : b.seat === me ? -1 : a.y - b.y))
}

/** Names are there to find each other before the start; under way they would hide where one may go. */
function nameShown({ phase, clock }: Trails, { seat, presence = 1 }: Pose, me: number | null): number {
  if (phase !== 'run') return 1
  const end = seat === me ? 0 : presence < 1 ? faint.nameOut : faint.name
  return Math.max(end, 1 - (1 - end) * (clock / namesFade))
}
