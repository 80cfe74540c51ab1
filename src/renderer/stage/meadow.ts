/** The place itself: its painted ground, kept ready as one picture, and the grass that stands on it. */

import { type Mood, worldHeight, worldWidth } from '../../games/view.ts'
import { type Area, areaSeen, type Camera } from './camera.ts'
import { Grass } from './grass.ts'
import { paintGround } from './ground.ts'
import { drawLanterns } from './lanterns.ts'
import { inks } from './palette.ts'

interface Painted {
  readonly image: HTMLCanvasElement
  readonly area: Area
  readonly mood: Mood
  readonly pixels: number
}

/** Seconds that a window may still be changing its size before the ground is painted anew for it. */
const settleFor = 0.18
const moodFade = 0.7

export class Meadow {
  readonly grass = new Grass()
  #painted: Painted | null = null
  #before: { painted: Painted; since: number } | null = null
  #wantedSince: { key: string; time: number } | null = null

  drawGround(
    canvas: CanvasRenderingContext2D,
    camera: Camera,
    mood: Mood,
    time: number,
    still: boolean,
  ): void {
    this.#keepPainted(camera, mood, time)
    const seen = areaSeen(camera)
    if (!this.#painted || !covers(this.#painted.area, seen)) {
      canvas.fillStyle = inks[mood].ground
      canvas.fillRect(seen.left, seen.top, seen.right - seen.left, seen.bottom - seen.top)
    }
    const fading = this.#before && (time - this.#before.since) / moodFade
    if (this.#before && fading !== null && fading < 1) {
      stamp(canvas, this.#before.painted)
      canvas.globalAlpha = Math.max(0, fading)
    } else this.#before = null
    if (this.#painted) stamp(canvas, this.#painted)
    canvas.globalAlpha = 1
    drawLanterns(canvas, mood, time, still)
  }

  #keepPainted(camera: Camera, mood: Mood, time: number): void {
    const area = areaToPaint(camera)
    const pixels = camera.groundDetail * camera.sharpness
    this.grass.prepare(mood, camera.scale * camera.sharpness)
    const has = this.#painted
    if (has && has.mood === mood && has.pixels === pixels && covers(has.area, area)) {
      this.#wantedSince = null
      return
    }
    // While a window is being dragged, the old picture serves.
    const key = `${mood} ${pixels} ${area.left} ${area.top}`
    if (has && has.mood === mood) {
      if (this.#wantedSince?.key !== key) this.#wantedSince = { key, time }
      if (time - this.#wantedSince.time < settleFor) return
    }
    const image = paintGround(area, pixels, mood)
    if (!image) return
    if (has && has.mood !== mood) this.#before = { painted: has, since: time }
    this.#painted = { image, area, mood, pixels }
    this.#wantedSince = null
  }
}

/** All that this camera can see, wherever it goes. */
function areaToPaint(camera: Camera): Area {
  const seen = areaSeen(camera)
  const follows = seen.right - seen.left < worldWidth - 1
  const high = seen.bottom - seen.top < worldHeight - 1
  return {
    left: follows ? 0 : seen.left,
    right: follows ? worldWidth : seen.right,
    top: high ? 0 : seen.top,
    bottom: high ? worldHeight : seen.bottom,
  }
}

function covers(big: Area, small: Area): boolean {
  const near = 0.5
  return (
    big.left <= small.left + near &&
    big.top <= small.top + near &&
    big.right >= small.right - near &&
    big.bottom >= small.bottom - near
  )
}

function stamp(canvas: CanvasRenderingContext2D, { image, area }: Painted): void {
  canvas.drawImage(image, area.left, area.top, area.right - area.left, area.bottom - area.top)
}
