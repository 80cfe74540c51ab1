/** The stage as pixels: one call draws a frame of the match, with all that lives on it and around it. */

import type { AnyView, Face, Mood } from '../../games/view.ts'
import { Air } from './air.ts'
import type { Camera } from './camera.ts'
import type { Lettering } from './lettering.ts'
import { Meadow } from './meadow.ts'
import { StagePainter } from './painter.ts'
import { Particles } from './particles.ts'
import { Shake } from './shake.ts'
import { Speech } from './speech.ts'

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
}

export class Picture {
  readonly speech = new Speech()
  readonly particles = new Particles()
  readonly shake = new Shake()
  readonly painter: StagePainter
  readonly #air = new Air()

  constructor(lettering: Lettering) {
    this.painter = new StagePainter(new Meadow(), this.speech, lettering, this.particles)
  }

  draw(canvas: CanvasRenderingContext2D, shot: Shot): void {
    const { act, camera, mood, reducedMotion, time, dt, faces, me } = shot
    this.speech.pass(time)
    this.particles.advance(dt)
    this.shake.advance(dt)
    this.painter.begin({ canvas, camera, mood, reducedMotion, time, faces, me })
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
  }
}
