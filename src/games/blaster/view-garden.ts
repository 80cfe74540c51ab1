/** The garden's ground: mown in stripes, with gravel where people walk, and the earth and shade of what stands on it. */

import { randomStream } from '../../netcode/random.ts'
import { height, width } from '../field.ts'
import type { Mood } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import type { Pictures } from '../view-pictures.ts'
import { type Wall, wallsOf } from './arena.ts'
import { type GardenColours, gardenColours } from './view-colours.ts'
import { garden } from './world.ts'

const all = { left: 0, top: 0, width, height }
const stripe = 94

export function drawGround(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  arena: number,
  mood: Mood,
): void {
  pictures.put(canvas, `ground ${arena}`, all, (it) => paintGround(it, wallsOf(arena), mood))
}

function paintGround(canvas: CanvasRenderingContext2D, walls: readonly Wall[], mood: Mood): void {
  const colours = gardenColours[mood]
  paintStripes(canvas, colours)
  paintGravel(canvas, walls, colours)
  for (const [i, wall] of walls.entries()) paintBed(canvas, wall, i, colours)
}

/** As a mower leaves them, going up and down. */
function paintStripes(canvas: CanvasRenderingContext2D, { mown: [light, dark] }: GardenColours): void {
  const { left, right, top, bottom } = garden
  canvas.save()
  canvas.beginPath()
  canvas.roundRect(left - 8, top - 8, right - left + 16, bottom - top + 16, 26)
  canvas.clip()
  for (let i = 0; i < 16; i++) {
    canvas.globalAlpha = i % 2 ? 0.28 : 0.34
    canvas.fillStyle = i % 2 ? dark : light
    canvas.fillRect(left - 8 + i * stripe, top - 8, stripe, bottom - top + 16)
  }
  canvas.restore()
}

/** A place in the middle and a walk all around, both worn a little uneven. */
function paintGravel(canvas: CanvasRenderingContext2D, walls: readonly Wall[], colours: GardenColours): void {
  const chance = randomStream(77)
  const patches: { x: number; y: number; wide: number; high: number }[] = [
    { x: width / 2, y: height / 2, wide: 228, high: 190 },
  ]
  const [inX, inY] = [292, 128]
  for (let x = inX; x <= width - inX; x += 24)
    for (const y of [inY, height - inY]) patches.push({ x, y, wide: 34, high: 30 })
  for (let y = inY; y <= height - inY; y += 24)
    for (const x of [inX, width - inX]) patches.push({ x, y, wide: 32, high: 32 })
  for (let x = inX; x <= width / 2; x += 24)
    for (const at of [x, width - x]) patches.push({ x: at, y: height / 2, wide: 32, high: 28 })
  const lay = (colour: string, more: number) =>
    patches.forEach(({ x, y, wide, high }, i) => {
      fillBlob(canvas, colour, x, y, wide + more, high + more, i + 5, wide > 100 ? 0.05 : 0.16)
    })
  lay(colours.gravelRim, 5)
  lay(colours.gravel, 0)
  for (const { x, y, wide, high } of patches) {
    for (let i = 0; i < wide / 6; i++) {
      const angle = chance() * 2 * Math.PI
      const far = Math.sqrt(chance()) * 0.9
      const size = 1.3 + chance() * 2.2
      const colour = colours.pebbles[chance() < 0.5 ? 0 : 1] ?? colours.gravel
      const [pebbleX, pebbleY] = [x + Math.cos(angle) * wide * far, y + Math.sin(angle) * high * far]
      if (walls.some((wall) => pebbleX > wall.left && pebbleX < wall.right && pebbleY > wall.top)) continue
      canvas.globalAlpha = 0.6
      fillBlob(canvas, colour, pebbleX, pebbleY, size, size * 0.75, i, 0.2)
      canvas.globalAlpha = 1
    }
  }
}

/** Dug earth around a hedge; both hedges and crates throw their shade to the lower right. */
function paintBed(canvas: CanvasRenderingContext2D, wall: Wall, seed: number, colours: GardenColours): void {
  const { left, top, right, bottom } = wall
  const chance = randomStream(seed + 300)
  if (wall.of === 'hedge') {
    canvas.fillStyle = colours.bed
    canvas.globalAlpha = 0.55
    canvas.beginPath()
    canvas.roundRect(left - 9, top - 7, right - left + 18, bottom - top + 18, 16)
    canvas.fill()
    canvas.globalAlpha = 0.9
    for (let i = 0; i < (right - left + bottom - top) / 26; i++) {
      const below = chance() < 0.6
      const x = below ? left + chance() * (right - left) : chance() < 0.5 ? left - 6 : right + 6
      const y = below ? bottom + 7 : top + chance() * (bottom - top)
      const petal = colours.petals[Math.floor(chance() * colours.petals.length)] ?? colours.light
      for (let n = 0; n < 5; n++) {
        const turn = (n / 5) * 2 * Math.PI
        fillBlob(canvas, petal, x + Math.cos(turn) * 2.6, y + Math.sin(turn) * 2.4, 1.9, 1.7, n)
      }
      fillBlob(canvas, colours.best, x, y, 1.5, 1.4, 1)
    }
    canvas.globalAlpha = 1
  }
  canvas.fillStyle = colours.shade
  canvas.beginPath()
  canvas.roundRect(left + 6, top + 8, right - left + 10, bottom - top + 9, 14)
  canvas.fill()
}
