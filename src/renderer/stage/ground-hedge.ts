/** The hedge all around the lawn: clumps of leaves, lit from above left, with blossoms in them. */

import { worldHeight, worldWidth } from '../../games/view.ts'
import { paintDaisy, traceFoliage } from './brush.ts'
import type { GroundColours } from './ground-colours.ts'
import { fade } from './palette.ts'
import { seeded } from './seeded.ts'

interface Clump {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly seed: number
}

const apart = 31
/** Where the burrows are, the inner row leaves room. */
const burrowTop = 338
const burrowBottom = 562

export function paintHedge(canvas: CanvasRenderingContext2D, colours: GroundColours): void {
  const clumps = growClumps()
  canvas.fillStyle = fade(colours.shade, 0.24)
  canvas.beginPath()
  for (const { x, y, radius, seed } of clumps) traceFoliage(canvas, x + 11, y + 13, radius, seed)
  canvas.fill()
  for (const clump of clumps) paintClump(canvas, clump, colours)
}

/** One clump of leaves in three tones. */
export function paintClump(
  canvas: CanvasRenderingContext2D,
  { x, y, radius, seed }: Clump,
  colours: Pick<GroundColours, 'hedge' | 'petals'>,
): void {
  const [deep, middle, light] = colours.hedge
  const chance = seeded(seed)
  canvas.fillStyle = deep
  canvas.beginPath()
  traceFoliage(canvas, x, y, radius, seed)
  canvas.fill()
  canvas.fillStyle = middle
  canvas.beginPath()
  traceFoliage(canvas, x - radius * 0.1, y - radius * 0.17, radius * 0.78, seed + 1)
  canvas.fill()
  canvas.fillStyle = fade(light, 0.85)
  canvas.beginPath()
  for (let leaf = 0; leaf < 8; leaf++) {
    const angle = Math.PI + chance() * Math.PI * 0.95
    const far = radius * (0.18 + chance() * 0.55)
    const leafX = x - radius * 0.14 + Math.cos(angle) * far
    const leafY = y - radius * 0.1 + Math.sin(angle) * far * 0.9
    const turn = angle + chance()
    canvas.moveTo(leafX + radius * 0.15 * Math.cos(turn), leafY + radius * 0.15 * Math.sin(turn))
    canvas.ellipse(leafX, leafY, radius * 0.15, radius * 0.085, turn, 0, 2 * Math.PI)
  }
  canvas.fill()
  if (chance() > 0.72) {
    const [petal, heart] = colours.petals[chance() > 0.5 ? 0 : 2] ?? ['#fff', '#fc3']
    for (let i = 0; i < 3; i++) {
      paintDaisy(
        canvas,
        x + (chance() - 0.5) * radius,
        y - chance() * radius * 0.6,
        2.8 + chance() * 1.6,
        petal,
        heart,
      )
    }
  }
}

/** Two rows, sorted so that the nearer covers the farther. */
function growClumps(): readonly Clump[] {
  const chance = seeded(4711)
  const clumps: Clump[] = []
  const grow = (x: number, y: number, large: number) => {
    clumps.push({
      x: x + (chance() - 0.5) * 10,
      y: y + (chance() - 0.5) * 6,
      radius: large + chance() * 6,
      seed: clumps.length * 7 + 3,
    })
  }
  for (let x = -20; x <= worldWidth + 20; x += apart) {
    grow(x, 0, 24)
    grow(x + apart / 2, 21, 19)
    grow(x, worldHeight - 16, 20)
    grow(x + apart / 2, worldHeight + 6, 25)
  }
  for (let y = 30; y <= worldHeight - 30; y += apart) {
    for (const [outer, inner] of [
      [-4, 19],
      [worldWidth + 4, worldWidth - 19],
    ] as const) {
      grow(outer, y, 24)
      if (y < burrowTop || y > burrowBottom) grow(inner, y + apart / 2, 19)
    }
  }
  return clumps.sort((a, b) => a.y - b.y)
}
