/** What lies over the whole picture for a moment: a soft flash at its edges, and the dimmer light of a pause. */

import { fade } from './palette.ts'

const flashFor = 0.7
/** How much of the light a pause takes. */
const pauseDims = 0.2
const dimFor = 0.35

export class Veil {
  #flash = 0
  #colour = '#ffffff'
  #dim = 0

  flash(colour: string): void {
    this.#flash = flashFor
    this.#colour = colour
  }

  clear(): void {
    this.#flash = 0
  }

  advance(dt: number, paused: boolean): void {
    this.#flash = Math.max(0, this.#flash - dt)
    const way = paused ? dt : -dt
    this.#dim = Math.max(0, Math.min(1, this.#dim + way / dimFor))
  }

  /** In the canvas's own pixels. */
  draw(canvas: CanvasRenderingContext2D, width: number, height: number): void {
    if (this.#dim > 0) {
      canvas.fillStyle = `rgb(26 16 44 / ${(pauseDims * this.#dim).toFixed(3)})`
      canvas.fillRect(0, 0, width, height)
    }
    if (this.#flash <= 0) return
    const strength = (this.#flash / flashFor) ** 1.5 * 0.55
    const reach = Math.hypot(width, height) / 2
    const light = canvas.createRadialGradient(
      width / 2,
      height / 2,
      reach * 0.45,
      width / 2,
      height / 2,
      reach,
    )
    light.addColorStop(0, fade(this.#colour, 0))
    light.addColorStop(1, fade(this.#colour, strength))
    canvas.fillStyle = light
    canvas.fillRect(0, 0, width, height)
  }
}
