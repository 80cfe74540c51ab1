/** Hedges and crates, a little taller than they are wide, so that whoever stands behind them is half hidden. */

import { randomStream } from '../../netcode/random.ts'
import type { Painter } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import type { Pictures } from '../view-pictures.ts'
import type { Wall } from './arena.ts'
import { type GardenColours, gardenColours } from './view-colours.ts'

/** How far the top stands above the ground, in world units. */
const lift = { hedge: 17, crate: 19 } as const
const spare = 14

export function drawWall(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  wall: Wall,
  seed: number,
  paint: Painter,
): void {
  const { left, top, right, bottom, of } = wall
  const [wide, high] = [right - left, bottom - top]
  paint.beforeGrass(bottom - 4)
  const box = {
    left: -spare,
    top: -spare - lift[of],
    width: wide + 2 * spare,
    height: high + 2 * spare + lift[of],
  }
  const colours = gardenColours[paint.mood]
  const name = `${of} ${wide} ${high} ${of === 'hedge' ? seed : seed % 4}`
  const make = of === 'hedge' ? paintHedge : paintCrate
  pictures.put(canvas, name, box, (it) => make(it, wide, high, seed, colours), { x: left, y: top })
}

/** Clipped, but never quite straight: a dark face, and leaves upon leaves towards the light. */
function paintHedge(
  canvas: CanvasRenderingContext2D,
  wide: number,
  high: number,
  seed: number,
  { hedge: [face, deep, middle, light, lit], petals, fruit }: GardenColours,
): void {
  const chance = randomStream(seed * 31 + 7)
  const up = lift.hedge
  canvas.fillStyle = face
  canvas.beginPath()
  canvas.roundRect(-2, high - up - 16, wide + 4, up + 18, [0, 0, 11, 11])
  canvas.fill()
  for (let x = 5; x < wide; x += 13)
    fillBlob(canvas, deep, x + chance() * 5, high - 5 - chance() * 12, 7, 6, x + seed, 0.25)
  const tuft = (x: number, y: number, size: number, colour: string) =>
    fillBlob(canvas, colour, x, y, size, size * 0.86, Math.floor(chance() * 9999), 0.2)
  const over = (apart: number, draw: (x: number, y: number) => void) => {
    const columns = Math.max(1, Math.round(wide / apart))
    const lines = Math.max(1, Math.round(high / apart))
    for (let line = 0; line <= lines; line++)
      for (let column = 0; column <= columns; column++)
        draw((column / columns) * wide, (line / lines) * high - up)
  }
  const inside = (value: number, most: number, edge: number) => Math.max(edge, Math.min(most - edge, value))
  over(15, (x, y) => tuft(inside(x, wide, 7), inside(y + up, high, 7) - up, 12.5, deep))
  over(15, (x, y) => tuft(inside(x, wide, 9) - 1, inside(y + up, high, 9) - up - 2, 10, middle))
  over(13, (x, y) => {
    if (chance() < 0.3) return
    tuft(
      inside(x + chance() * 8 - 6, wide, 10) - 2,
      inside(y + up + chance() * 6 - 5, high, 10) - up - 3,
      5.5,
      light,
    )
  })
  over(17, (x, y) => {
    if (chance() < 0.5) return
    tuft(inside(x - 5, wide, 9) - 2, inside(y + up - 5, high, 9) - up - 4, 3, lit)
  })
  over(24, (x, y) => {
    const luck = chance()
    if (luck > 0.34) return
    const [atX, atY] = [
      inside(x + chance() * 10, wide, 8),
      inside(y + up + chance() * 8, high, 8) - up - 1,
    ] as const
    if (luck < 0.12) {
      for (let petal = 0; petal < 5; petal++) {
        const turn = (petal / 5) * 2 * Math.PI
        tuft(atX + Math.cos(turn) * 2.8, atY + Math.sin(turn) * 2.6, 2.2, petals[0] ?? lit)
      }
      tuft(atX, atY, 1.6, petals[2] ?? lit)
    } else {
      const berry = fruit[0] ?? lit
      for (let n = 0; n < 3; n++) tuft(atX + n * 3.4 - 3, atY + (n % 2) * 3, 2.3, berry)
    }
  })
}

/** A market crate, full to the brim. */
function paintCrate(
  canvas: CanvasRenderingContext2D,
  wide: number,
  high: number,
  seed: number,
  { wood: [rim, dark, middle, light], fruit, leaf }: GardenColours,
): void {
  const chance = randomStream(seed * 17 + 3)
  const up = lift.crate
  canvas.strokeStyle = rim
  canvas.lineWidth = 3
  // The side that one sees, of three boards.
  canvas.fillStyle = dark
  canvas.beginPath()
  canvas.roundRect(0, high - up - 4, wide, up + 4, [0, 0, 4, 4])
  canvas.fill()
  canvas.stroke()
  canvas.fillStyle = middle
  for (let board = 0; board < 2; board++) canvas.fillRect(3, high - up + 1 + board * 9, wide - 6, 6.5)
  canvas.fillStyle = light
  for (const x of [3, wide - 9]) canvas.fillRect(x, high - up, 6, up - 2)
  // The rim above, and what is in it.
  canvas.fillStyle = middle
  canvas.beginPath()
  canvas.roundRect(0, -up, wide, high, 5)
  canvas.fill()
  canvas.stroke()
  canvas.strokeStyle = light
  canvas.lineWidth = 2.2
  canvas.beginPath()
  canvas.roundRect(3, -up + 3, wide - 6, high - 6, 3)
  canvas.stroke()
  canvas.fillStyle = rim
  canvas.beginPath()
  canvas.roundRect(8, -up + 8, wide - 16, high - 16, 4)
  canvas.fill()
  canvas.save()
  canvas.clip()
  const colour = fruit[seed % fruit.length] ?? light
  for (let y = 12; y < high - 4; y += 9)
    for (let x = 11 + ((y / 9) % 2) * 4; x < wide - 4; x += 10) {
      const [atX, atY] = [x + chance() * 2, y - up + chance() * 2]
      fillBlob(canvas, rim, atX, atY + 0.8, 6.2, 5.9, x + y, 0.06)
      fillBlob(canvas, colour, atX, atY, 5.2, 5, x + y, 0.06)
      canvas.globalAlpha = 0.55
      fillBlob(canvas, light, atX - 1.6, atY - 1.8, 1.5, 1.1, 3)
      canvas.globalAlpha = 1
      if (chance() < 0.16) fillBlob(canvas, leaf, atX + 3, atY - 3, 4.2, 2.2, x, 0.2)
    }
  canvas.restore()
}
