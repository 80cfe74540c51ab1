/** A playlist as its host puts it together: added to, taken from, sorted, shuffled. Pure. */

import { type Listed, longestPlaylist } from '../../../protocol/messages.ts'

/** `key` tells two entries of the same game apart. */
export interface Entry extends Listed {
  readonly key: number
}
export type Playlist = readonly Entry[]

export function isFull(list: Playlist): boolean {
  return list.length >= longestPlaylist
}

/** At its end; unchanged where it is full. */
export function added(list: Playlist, { game, options }: Listed): Playlist {
  if (isFull(list)) return list
  const key = Math.max(0, ...list.map((entry) => entry.key)) + 1
  return [...list, { game, options, key }]
}

export function removed(list: Playlist, key: number): Playlist {
  return list.filter((entry) => entry.key !== key)
}

/** So many places further down, or up where `by` is negative; never beyond an end. */
export function moved(list: Playlist, key: number, by: number): Playlist {
  const from = list.findIndex((entry) => entry.key === key)
  const entry = list[from]
  if (!entry) return list
  const rest = removed(list, key)
  const to = Math.max(0, Math.min(rest.length, from + by))
  return [...rest.slice(0, to), entry, ...rest.slice(to)]
}

/** `random` gives numbers in [0, 1). */
export function shuffled(list: Playlist, random: () => number): Playlist {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [mixed[last], mixed[other]]
    if (a && b) [mixed[last], mixed[other]] = [b, a]
  }
  return mixed
}

export function withOptions(list: Playlist, key: number, options: Listed['options']): Playlist {
  return list.map((entry) => (entry.key === key ? { ...entry, options } : entry))
}

/** As the host is asked to play it. */
export function asked(list: Playlist): Listed[] {
  return list.map(({ game, options }) => ({ game, options }))
}
