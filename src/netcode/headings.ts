/**
 * Directions as whole numbers, 1024 to a turn: 0 is along x, 256 along y (down the screen). Sines differ from machine to
 * machine in their last bits; these are made of sums and products alone, and are the same everywhere.
 */

export const turn = 1024

export interface Direction {
  readonly x: number
  readonly y: number
}

const directions: readonly Direction[] = Array.from({ length: turn }, (_, heading) => {
  // By quarters, so that the four straight ways are exact.
  const quarter = Math.floor((heading * 4) / turn)
  const angle = ((heading % (turn / 4)) * Math.PI * 2) / turn
  const [x, y] = [series(angle, 0), series(angle, 1)]
  switch (quarter) {
    case 0:
      return { x, y }
    case 1:
      return { x: -y, y: x }
    case 2:
      return { x: -x, y: -y }
    default:
      return { x: y, y: -x }
  }
})

/** The way of length 1 in which a heading points; any whole number is one. */
export function direction(heading: number): Direction {
  return directions[wrapHeading(heading)] as Direction
}

/** The same heading from 0 to 1023. */
export function wrapHeading(heading: number): number {
  return ((Math.round(heading) % turn) + turn) % turn
}

/** The heading that points nearest along (x, y); 0 where that is no way at all. */
export function headingOf(x: number, y: number): number {
  // The nearest of 16 first, and then closer and closer.
  let best = 0
  for (let step = turn / 16, from = 0; step >= 1; step /= 4) {
    const reach = step === turn / 16 ? 8 : 4
    for (let i = -reach; i <= reach; i++)
      if (along(from + i * step, x, y) > along(best, x, y)) best = from + i * step
    from = best
  }
  return wrapHeading(best)
}

/** The short way round from one heading to another: −512 to 511. */
export function headingBetween(from: number, to: number): number {
  return wrapHeading(to - from + turn / 2) - turn / 2
}

function along(heading: number, x: number, y: number): number {
  const way = direction(heading)
  return way.x * x + way.y * y
}

/** The sum of x^n / n! with alternating signs over every other n: the cosine from 0, the sine from 1. */
function series(angle: number, from: number): number {
  let term = from === 0 ? 1 : angle
  let sum = term
  for (let n = from + 2; n < from + 24; n += 2) {
    term = (-term * angle * angle) / (n * (n - 1))
    sum += term
  }
  return sum
}
