/** How large the stage is, how sharply it is drawn, and what of it is left for the field. */

import { type Screen, sharpestInHand, sharpestZoomed, sharpnessFor } from './camera.ts'
import { Ease } from './ease.ts'

/** The elements that are measured: the canvas, and the room between what stands at the stage's edges. */
export interface Measured {
  readonly element: HTMLCanvasElement
  readonly fieldRoom: HTMLElement
}

export class ScreenFit {
  readonly #measured: Measured
  readonly #ease = new Ease()
  #screen: Screen = { width: 1, height: 1, sharpness: 1 }
  #wanted = 0
  #keepsRoom = false

  constructor(measured: Measured) {
    this.#measured = measured
  }

  get screen(): Screen {
    return this.#screen
  }

  /** Whether the field leaves room for what stands above it, as in every match. */
  keepRoom(keeps: boolean): void {
    if (keeps === this.#keepsRoom) return
    this.#keepsRoom = keeps
    this.measure()
  }

  /** Once a frame, in milliseconds. A window that moved to another screen says so by nothing else. */
  pass(now: number): void {
    this.#ease.frame(now)
    if (window.devicePixelRatio * this.#ease.share !== this.#wanted) this.measure()
  }

  /** After the stage changed its size. */
  measure(): void {
    const { element, fieldRoom } = this.#measured
    // With their fractions: at a zoom of 110 % a whole number of CSS pixels is not one of the screen's, and all would blur.
    const box = element.getBoundingClientRect()
    const width = Math.max(1, box.width)
    const height = Math.max(1, box.height)
    this.#wanted = window.devicePixelRatio * this.#ease.share
    const sharpest = matchMedia('(pointer: coarse)').matches ? sharpestInHand : sharpestZoomed
    const sharpness = sharpnessFor(width, height, this.#wanted, sharpest)
    const top = fieldRoom.offsetTop
    const field = { top, bottom: top + Math.max(1, fieldRoom.offsetHeight) }
    this.#screen = { width, height, sharpness, ...(this.#keepsRoom && { field }) }
    const pixelsWide = Math.round(width * sharpness)
    const pixelsHigh = Math.round(height * sharpness)
    if (element.width !== pixelsWide) element.width = pixelsWide
    if (element.height !== pixelsHigh) element.height = pixelsHigh
  }
}
