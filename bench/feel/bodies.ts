/** Where everyone stands in a game's state, whatever the game: its slots that have a place, by seat. */

export interface Place {
  readonly x: number
  readonly y: number
}

/** By seat; undefined where there is nobody. */
export type Bodies = readonly (Place | undefined)[]

/** Empty for a game in which nobody has a place. */
export function bodiesOf(state: unknown): Bodies {
  const lists = Object.entries(state as object).filter(([, value]) => isPlaced(value))
  const list = lists.find(([name]) => name === 'players') ?? lists[0]
  if (!list) return []
  return (list[1] as readonly (Place | undefined)[]).map((body) => body && { x: body.x, y: body.y })
}

export function apart(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

function isPlaced(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  const first = value.find((item) => item !== undefined)
  return typeof first?.x === 'number' && typeof first?.y === 'number'
}
