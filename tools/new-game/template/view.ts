/** How Template is drawn and played on a screen. */

import { Walk, walkControl } from '../../../src/games/steering.ts'
import type { Control, Cue, Devices, Frame, Painter, Pose, View } from '../../../src/games/view.ts'
import {
  type Body,
  bodyRadius,
  prizeRadius,
  type Template,
  type TemplateInput,
  walkingSpeed,
} from './world.ts'

const controls: readonly Control[] = [walkControl]

class TemplateView implements View<Template, TemplateInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed })
  /** Where everyone stood in the frame before: eyes and feet go by how fast they move. */
  readonly #before = new Map<number, { x: number; y: number; vx: number; vy: number; time: number }>()

  sample(devices: Devices, state: Template, me: number | null): TemplateInput {
    return this.#walk.will(devices, me === null ? undefined : state.players[me])
  }

  /** A phone held upright shows only a part of the field: around who plays, or is followed. */
  focus(state: Template, seat: number | null) {
    return (seat === null ? undefined : state.players[seat]) ?? state.prize
  }

  caption(state: Template): string {
    const best = Math.max(0, ...state.players.map((body) => body?.score ?? 0))
    return best >= state.goal ? 'That is it!' : `First to ${state.goal} · the best has ${best}`
  }

  draw(canvas: CanvasRenderingContext2D, { state, me, paint, time }: Frame<Template>): void {
    this.#walk.pass(time)
    paint.meadow()
    const poses: Pose[] = []
    for (const [seat, body] of state.players.entries())
      if (body?.here) poses.push(this.#pose(seat, body, time))
    // Who stands further down is nearer; one's own character is never covered.
    const depth = (pose: Pose) => (pose.seat === me ? Number.POSITIVE_INFINITY : pose.y)
    poses.sort((a, b) => depth(a) - depth(b))
    drawPrize(canvas, state, paint, time)
    for (const pose of poses) paint.character({ ...pose, lookAt: state.prize })
    for (const pose of poses) {
      paint.label(pose)
      const score = state.players[pose.seat]?.score ?? 0
      paint.write(`${score}`, pose.x, pose.y - bodyRadius * 1.6, { size: 26, rim: true })
    }
  }

  /** What was heard and felt between two frames; the frames may be many ticks apart. */
  cues(before: Template, after: Template, me: number | null): readonly Cue[] {
    const cues: Cue[] = []
    for (const [seat, body] of after.players.entries()) {
      const was = before.players[seat]
      if (!body || !was || body.score <= was.score) continue
      const { x, y } = before.prize
      cues.push({ sound: 'score', burst: 'spark', x, y, seat, strength: seat === me ? 1 : 0.5 })
    }
    return cues
  }

  #pose(seat: number, { x, y }: Body, time: number): Pose {
    const before = this.#before.get(seat)
    const passed = before ? time - before.time : 0
    const isJump = !before || passed <= 0 || Math.abs(x - before.x) + Math.abs(y - before.y) > 100
    const [vx, vy] = isJump ? [0, 0] : [(x - before.x) / passed, (y - before.y) / passed]
    this.#before.set(seat, { x, y, vx, vy, time })
    return { seat, x, y, vx, vy, radius: bodyRadius }
  }
}

/** A firefly's glow that breathes. */
function drawPrize(
  canvas: CanvasRenderingContext2D,
  { prize }: Template,
  paint: Painter,
  time: number,
): void {
  const breath = paint.reducedMotion ? 1 : 1 + 0.12 * Math.sin(time * 5)
  paint.shadow(prize.x, prize.y + prizeRadius, prizeRadius, 0.7)
  for (const [share, alpha] of [
    [2.1, 0.25],
    [1.5, 0.4],
    [1, 1],
  ] as const) {
    canvas.globalAlpha = alpha
    canvas.fillStyle = share === 1 ? '#fff3b0' : '#ffd166'
    canvas.beginPath()
    canvas.arc(prize.x, prize.y, prizeRadius * share * breath, 0, 2 * Math.PI)
    canvas.fill()
  }
  canvas.globalAlpha = 1
}

export function makeTemplateView(): View<Template, TemplateInput> {
  return new TemplateView()
}
