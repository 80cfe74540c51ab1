/** How the meadow is drawn and played on a screen. */

import { height, width } from '../field.ts'
import { Walk, walkControl } from '../steering.ts'
import type { Control, Cue, Devices, Frame, Pose, View } from '../view.ts'
import { drawBadge } from '../view-badge.ts'
import { RollingBall } from './view-ball.ts'
import { BurrowPicture } from './view-burrow.ts'
import { meadowCues, Strides } from './view-cues.ts'
import { drawBallHint, drawGoal, drawSwoosh } from './view-marks.ts'
import { type Body, bodyRadius, hedge, type Meadow, type MeadowInput, walkingSpeed } from './world.ts'

const controls: readonly Control[] = [
  walkControl,
  {
    action: 'kick',
    label: 'Kick',
    keys: 'Space or E',
    touch: 'The round button',
    pad: 'A',
    codes: ['Space', 'KeyE'],
    buttons: [0],
  },
]
/** Whoever stands about looks at a ball that is nearer than this. */
const ballCatchesEyes = 380

class MeadowView implements View<Meadow, MeadowInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed, nearest: insideTheHedge })
  readonly #ball = new RollingBall()
  readonly #burrows = new BurrowPicture()
  readonly #strides = new Strides()
  /** Seats by their depth, kept to be sorted anew each frame with little effort. */
  #order: number[] = []

  sample(devices: Devices, state: Meadow, me: number | null): MeadowInput {
    const body = me === null ? undefined : state.players[me]
    const will = this.#walk.will(devices, body)
    return { ...will, kick: devices.held.has('kick') || devices.pressed.has('kick') }
  }

  focus(state: Meadow, me: number | null) {
    return (me === null ? undefined : state.players[me]) ?? state.ball
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Meadow>): void {
    const { state, me, paint, time } = frame
    this.#walk.pass(time)
    paint.meadow()
    this.#burrows.draw(canvas, paint.mood)
    if (this.#walk.goal && me !== null) drawGoal(canvas, this.#walk.goal, paint.colour(me), time, paint)
    const order = this.#sortByDepth(state, me)
    this.#ball.roll(state.ball, time, paint.reducedMotion)
    let ballDrawn = false
    for (const seat of order) {
      const body = state.players[seat]
      if (!body) continue
      if (!ballDrawn && body.y > state.ball.y) {
        this.#ball.draw(canvas, state.ball, paint)
        ballDrawn = true
      }
      if (body.kick > 0) drawSwoosh(canvas, body, state.ball, paint)
      paint.character(poseOf(seat, body, state))
    }
    if (!ballDrawn) this.#ball.draw(canvas, state.ball, paint)
    for (const seat of order) {
      const body = state.players[seat]
      if (!body) continue
      paint.label(poseOf(seat, body, state))
      if (body.score > 0)
        drawBadge(canvas, body.score, body.x + bodyRadius * 1.12, body.y + bodyRadius * 0.5, paint)
    }
    if (state.ball.away === 0) drawBallHint(canvas, state.ball, paint)
  }

  cues(before: Meadow, after: Meadow, me: number | null): readonly Cue[] {
    return [...meadowCues(before, after), ...this.#strides.cues(before, after, me)]
  }

  /** Who stands further down is nearer; one's own character is never covered. */
  #sortByDepth(state: Meadow, me: number | null): readonly number[] {
    const { players } = state
    this.#order = this.#order.filter((seat) => players[seat])
    if (this.#order.length !== players.reduce((count, body) => (body ? count + 1 : count), 0)) {
      this.#order = [...players.keys()].filter((seat) => players[seat])
    }
    const depth = (seat: number) => (seat === me ? Number.POSITIVE_INFINITY : (players[seat]?.y ?? 0))
    return this.#order.sort((a, b) => depth(a) - depth(b))
  }
}

export function makeMeadowView(): View<Meadow, MeadowInput> {
  return new MeadowView()
}

const edge = hedge + bodyRadius

function insideTheHedge({ x, y }: { x: number; y: number }) {
  return { x: Math.max(edge, Math.min(width - edge, x)), y: Math.max(edge, Math.min(height - edge, y)) }
}

function poseOf(seat: number, body: Body, { ball }: Meadow): Pose {
  const pose = { seat, x: body.x, y: body.y, radius: bodyRadius, vx: body.vx, vy: body.vy }
  const idle = Math.hypot(body.vx, body.vy) < 40
  const near = Math.hypot(ball.x - body.x, ball.y - body.y) < ballCatchesEyes
  return idle && near && ball.away === 0 ? { ...pose, lookAt: { x: ball.x, y: ball.y } } : pose
}
