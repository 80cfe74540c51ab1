/** A hit that is felt: the picture trembles for a moment. */

import type { Point } from './camera.ts'

/** CSS pixels at full strength. */
const furthest = 9

export class Shake {
  #left = 0
  #length = 1
  #strength = 0

  add(seconds: number, strength: number): void {
    if (strength < this.#now()) return
    this.#left = Math.min(0.6, seconds)
    this.#length = Math.max(0.05, this.#left)
    this.#strength = Math.max(0, Math.min(1, strength))
  }

  clear(): void {
    this.#left = 0
  }

  advance(dt: number): void {
    this.#left = Math.max(0, this.#left - dt)
  }

  at(time: number): Point {
    const now = this.#now() * furthest
    return { x: Math.sin(time * 71) * now, y: Math.sin(time * 53 + 1) * now }
  }

  #now(): number {
    return this.#strength * (this.#left / this.#length) ** 2
  }
}
