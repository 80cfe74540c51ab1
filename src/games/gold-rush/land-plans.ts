/** What lies where, for each number of bases. */

import { type Direction, direction, turn } from '../../netcode/headings.ts'
import { height, width } from '../field.ts'
import { type Image, type Land, type Obstacle, type Place, placeOf, pond, through, unit } from './land.ts'

const halfWidth = width / 2
const halfHeight = height / 2

/** As one base sees it: [along, across, radius, kind]. */
type Sketch = readonly (readonly [number, number, number, Obstacle['kind']])[]

const forTwo: Sketch = [
  [392, 0, 34, 'rock'],
  [318, 236, 24, 'tree'],
  [318, -236, 24, 'tree'],
  [540, 300, 28, 'rock'],
  [540, -300, 28, 'rock'],
  [90, 316, 24, 'tree'],
]
const forFour: Sketch = [
  [352, 128, 34, 'rock'],
  [236, 268, 24, 'tree'],
  [628, 62, 24, 'tree'],
  [404, 338, 26, 'rock'],
]
const forThree: Sketch = [
  [138, 238, 34, 'rock'],
  [236, 128, 22, 'tree'],
  [236, -128, 22, 'tree'],
]
const forFive: Sketch = [[230, 167, 30, 'rock']]
/** Beside the round clearings of three and five bases: distances from the middle line. */
const woods: Sketch = [
  [470, -310, 26, 'tree'],
  [560, -180, 26, 'tree'],
  [505, -40, 30, 'rock'],
  [620, 10, 26, 'tree'],
  [480, 130, 26, 'tree'],
  [590, 190, 34, 'rock'],
  [540, 330, 26, 'tree'],
  [690, -290, 26, 'tree'],
  [700, 110, 26, 'tree'],
  [680, 320, 30, 'rock'],
]
const origin = { x: 0, y: 0 }
const mirrors: readonly Image[] = [
  { xx: 1, xy: 0, yx: 0, yy: 1, from: origin },
  { xx: -1, xy: 0, yx: 0, yy: -1, from: origin },
  { xx: 1, xy: 0, yx: 0, yy: -1, from: origin },
  { xx: -1, xy: 0, yx: 0, yy: 1, from: origin },
]
/** On the ellipse each base sees the land as from a circle of this radius, wherever it stands. */
const near = 260

const lands = new Map<number, Land>()

export function landFor(bases: number): Land {
  let land = lands.get(bases)
  if (!land) {
    land = layOut(bases)
    lands.set(bases, land)
  }
  return land
}

function layOut(bases: number): Land {
  const middle = { x: halfWidth, y: halfHeight }
  switch (bases) {
    case 1:
    case 2:
      return build({
        ...{
          middle,
          images: mirrors.slice(0, bases),
          home: { x: 610, y: 0 },
          baseRadius: 66,
          sketch: forTwo,
        },
        scatter: (u, v) => ({ x: u * 690, y: (v - 0.5) * 690 }),
      })
    case 4:
      return build({
        ...{ middle, images: mirrors, home: { x: 560, y: 262 }, baseRadius: 66, sketch: forFour },
        scatter: (u, v) => ({ x: u * 690, y: v * 345 }),
      })
    case 3:
      return round(3, { x: halfWidth, y: 412 }, 332, forThree)
    case 5:
      return round(5, { x: halfWidth, y: 426 }, 332, forFive)
    default:
      return ellipse(bases, middle)
  }
}

/** Bases on a circle, the first at the bottom, so that each is as far from all as any other. */
function round(bases: number, middle: Place, reach: number, sketch: Sketch): Land {
  const images = Array.from({ length: bases }, (_, i) => turned(turn / 4 + (i * turn) / bases))
  const land = build({
    ...{ middle, images, home: { x: reach, y: 0 }, baseRadius: 60, sketch },
    scatter: (u, v) => {
      const way = direction(((u - 0.5) * turn) / bases)
      const far = Math.sqrt(pond.outer * pond.outer + v * (335 * 335 - pond.outer * pond.outer))
      return { x: way.x * far, y: way.y * far }
    },
  })
  const beside = [1, -1].flatMap((side) =>
    woods.map(([x, y, radius, kind]) => ({ x: halfWidth + side * x, y: halfHeight + y, radius, kind })),
  )
  return { ...land, obstacles: [...land.obstacles, ...beside] }
}

function ellipse(bases: number, middle: Place): Land {
  const [wide, high] = [634, 292]
  const images = evenly(bases, wide, high).map((heading) => {
    const { x, y } = direction(heading)
    const base = { x: wide * x, y: high * y }
    const way = unit(base)
    return facing(way, { x: base.x - way.x * near, y: base.y - way.y * near })
  })
  const land = build({
    ...{ middle: { x: middle.x, y: middle.y + 18 }, images, home: { x: near, y: 0 }, sketch: [] },
    baseRadius: bases > 20 ? 42 : bases > 10 ? 52 : 60,
    scatter: (u, v) => {
      const across = (u - 0.5) * Math.min(420, 2900 / bases)
      return { x: near - 66 - v * 170, y: across }
    },
  })
  const rocks = mirrors.map((image) => placeOf(land.middle, image, { x: 330, y: 104 }))
  const bridges = mirrors.map((image) => unit(through(image, { x: 1, y: 0.5 })))
  return {
    ...land,
    bridges,
    obstacles: rocks.map((rock) => ({ ...rock, radius: 30, kind: 'rock' as const })),
  }
}

/** Headings of places that lie equally far apart along an ellipse; none of them is at its top. */
function evenly(count: number, wide: number, high: number): number[] {
  // The length of the arc up to each heading, from the right on.
  const arcs = [0]
  for (let heading = 1; heading <= turn; heading++) {
    const [from, to] = [direction(heading - 1), direction(heading)]
    const dx = (to.x - from.x) * wide
    const dy = (to.y - from.y) * high
    arcs.push((arcs[heading - 1] ?? 0) + Math.sqrt(dx * dx + dy * dy))
  }
  const all = arcs[turn] ?? 1
  const first = firstShare(count) * all
  return Array.from({ length: count }, (_, i) => {
    const wanted = (first + (i * all) / count) % all
    return arcs.findIndex((arc) => arc >= wanted)
  })
}

/** The first base's share of the way around: at the bottom, or for an even number beside it. */
function firstShare(count: number): number {
  return 1 / 4 + (count % 2 === 0 ? 1 / (2 * count) : 0)
}

interface Plan {
  readonly middle: Place
  readonly images: readonly Image[]
  readonly home: Place
  readonly baseRadius: number
  readonly sketch: Sketch
  scatter(u: number, v: number): Place
}

function build({ middle, images, home, baseRadius, sketch, scatter }: Plan): Land {
  return {
    ...{ middle, images, baseRadius, scatter },
    ahead: unit(home),
    bases: images.map((image) => placeOf(middle, image, home)),
    bridges: images.map((image) => unit(through(image, home))),
    obstacles: images.flatMap((image) =>
      sketch.map(([x, y, radius, kind]) => ({ ...placeOf(middle, image, { x, y }), radius, kind })),
    ),
  }
}

function turned(heading: number): Image {
  return facing(direction(heading), origin)
}

function facing({ x, y }: Direction, from: Place): Image {
  return { xx: x, xy: -y, yx: y, yy: x, from }
}
