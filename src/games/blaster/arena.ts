/** The gardens: what stands in them, the same from every corner, so that nobody has the better side. */

import { height, width } from '../field.ts'

export interface Wall {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly of: 'hedge' | 'crate'
}

export interface Place {
  readonly x: number
  readonly y: number
}

export interface Arena {
  readonly name: string
  readonly walls: readonly Wall[]
}

/** Middle, width and height of what stands in the upper left quarter, or across its edges. */
type Sketch = readonly [of: Wall['of'], x: number, y: number, width: number, height: number]

const courtyard: readonly Sketch[] = [
  ['hedge', 800, 450, 220, 48],
  ['hedge', 800, 450, 48, 172],
  ['hedge', 800, 178, 120, 44],
  ['hedge', 196, 450, 44, 140],
  ['hedge', 430, 258, 200, 44],
  ['hedge', 352, 330, 44, 100],
  ['crate', 214, 208, 56, 56],
  ['crate', 632, 196, 56, 56],
  ['crate', 580, 450, 56, 56],
]

const hedgerows: readonly Sketch[] = [
  ['hedge', 400, 164, 44, 200],
  ['hedge', 400, 450, 44, 150],
  ['hedge', 588, 292, 44, 160],
  ['hedge', 800, 450, 150, 44],
  ['crate', 800, 270, 58, 58],
  ['crate', 206, 310, 58, 58],
  ['crate', 264, 310, 58, 58],
  ['crate', 696, 124, 58, 58],
]

const market: readonly Sketch[] = [
  ['hedge', 800, 450, 110, 110],
  ['hedge', 800, 216, 44, 120],
  ['hedge', 330, 450, 150, 44],
  ['hedge', 276, 206, 150, 44],
  ['crate', 620, 330, 58, 58],
  ['crate', 562, 272, 58, 58],
  ['crate', 504, 450, 58, 58],
  ['crate', 446, 196, 58, 58],
  ['crate', 150, 330, 58, 58],
]

/** The same in all four quarters; what lies across an edge only once. */
function mirrored(sketches: readonly Sketch[]): readonly Wall[] {
  return sketches.flatMap(([of, x, y, w, h]) =>
    quarters(x, y).map((at) => ({
      of,
      left: at.x - w / 2,
      top: at.y - h / 2,
      right: at.x + w / 2,
      bottom: at.y + h / 2,
    })),
  )
}

function quarters(x: number, y: number): readonly Place[] {
  const across = x === width / 2 ? [x] : [x, width - x]
  const down = y === height / 2 ? [y] : [y, height - y]
  return down.flatMap((atY) => across.map((atX) => ({ x: atX, y: atY })))
}

export const arenas: readonly Arena[] = [
  { name: 'Courtyard', walls: mirrored(courtyard) },
  { name: 'Hedgerows', walls: mirrored(hedgerows) },
  { name: 'Market', walls: mirrored(market) },
]

export function wallsOf(arena: number): readonly Wall[] {
  return (arenas[arena] ?? (arenas[0] as Arena)).walls
}

/** Where players come in: as many as there may be, and free in every garden. */
export const entrances: readonly Place[] = [
  ...quarters(112, 118),
  ...quarters(500, 118),
  ...quarters(500, 366),
  ...quarters(112, 450),
  ...quarters(800, 108),
]
