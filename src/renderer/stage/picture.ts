/** The stage as pixels: one call draws a frame of the match, with all that lives on it and around it. */

import type { AnyView, Face, Mood } from '../../games/view.ts'
import { Air } from './air.ts'
import { areaSeen, type Camera } from './camera.ts'
import { Celebration } from './celebration.ts'
import type { Lettering } from './lettering.ts'
import { Meadow } from './meadow.ts'
import { StagePainter } from './painter.ts'
import { grainFor } from './paper.ts'
import { Particles } from './particles.ts'
import { Shake } from './shake.ts'
import { Speech } from './speech.ts'
import { Throws } from './throws.ts'
import { Veil } from './veil.ts'

export interface Shot {
  readonly camera: Camera
  readonly mood: Mood
  readonly reducedMotion: boolean
  /** Seconds since the stage began, and since the last frame. */
  readonly time: number
  readonly dt: number
  readonly faces: ReadonlyMap<number, Face>
  readonly me: number | null
  /** What is played and how it stands; null for the empty meadow. */
  readonly act: { readonly view: AnyView; readonly state: unknown } | null
  /** Whether the match stands still. */
  readonly paused?: boolean
  /** Who leads the evening. */
  readonly crowned?: ReadonlySet<number>
}

/** How strongly a winner hops. */
const hop = 4.2

export class Picture {
  readonly speech = new Speech()
  readonly particles = new Particles()
  readonly throws = new Throws()
  readonly celebration = new Celebration()
  readonly shake = new Shake()
  readonly veil = new Veil()
  readonly painter: StagePainter
  readonly #air = new Air()
  readonly #beneathNames = (canvas: CanvasRenderingContext2D) => this.throws.draw(canvas)
  readonly #honours = (seat: number) => this.celebration.honours(seat)
  readonly #hop = (seat: number) => this.painter.pop(seat, hop)

  constructor(lettering: Lettering) {
    this.painter = new StagePainter(new Meadow(), this.speech, lettering, this.particles)
  }

  /** Another game begins: what flies and trembles belongs to the last one. */
  clear(): void {
    this.particles.clear()
    this.throws.clear()
    this.celebration.clear()
    this.shake.clear()
    this.veil.clear()
    this.painter.clear()
  }

  draw(canvas: CanvasRenderingContext2D, shot: Shot): void {
    const { act, camera, mood, reducedMotion, time, dt, faces, me, crowned, paused = false } = shot
    this.#advance(shot)
    this.veil.advance(dt, paused)
    this.painter.begin({
      ...{ canvas, camera, mood, reducedMotion, time, faces, me },
      ...(crowned && { crowned }),
      honours: this.#honours,
      beneathNames: this.#beneathNames,
    })
    const shake = reducedMotion ? { x: 0, y: 0 } : this.shake.at(time)
    const unit = camera.scale * camera.sharpness
    const left = (camera.left + shake.x) * camera.sharpness
    const top = (camera.top + shake.y) * camera.sharpness
    canvas.setTransform(unit, 0, 0, unit, left, top)
    if (act) act.view.draw(canvas, { state: act.state, me, faces, time, paint: this.painter })
    else this.painter.meadow()
    this.painter.finish()
    this.particles.draw(canvas)
    this.#air.draw(canvas, mood, time, reducedMotion, this.painter.crowd)
    this.celebration.draw(canvas)
    canvas.setTransform(1, 0, 0, 1, 0, 0)
    this.veil.draw(canvas, camera.width * camera.sharpness, camera.height * camera.sharpness)
  }

  #advance({ dt, time, camera, reducedMotion }: Shot): void {
    this.speech.pass(time)
    this.particles.advance(dt)
    const grain = grainFor(camera.scale)
    this.throws.advance(dt, grain)
    this.shake.advance(dt)
    this.celebration.advance(dt, { still: reducedMotion, sky: areaSeen(camera), grain, hop: this.#hop })
  }
}
