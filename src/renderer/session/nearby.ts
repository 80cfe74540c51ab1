/** The parties around, kept fresh while a screen shows them. */

import { useEffect, useState } from 'react'
import type { Platform } from '../../platform/platform.ts'
import { type Advert, advertKey, type Nearby } from '../../protocol/advert.ts'
import type { Target } from '../../protocol/link.ts'

/** Null until the first look is done. */
export function useNearby(platform: Platform): Nearby | null {
  const [nearby, setNearby] = useState<Nearby | null>(null)
  useEffect(() => platform.watchNearby(setNearby), [platform])
  return nearby
}

/** The party that this page was served for, or else its host's own; null in the app, and while nothing is known. */
export function homeAdvert(home: Target | null, nearby: Nearby | null): Advert | null {
  if (home === null) return null
  const own = nearby?.adverts.filter((advert) => advert.own) ?? []
  return own.find((advert) => advert.room === home.room) ?? own[0] ?? null
}

/** Own parties first, then those one can join, then the rest; within that by name, so that rows do not jump about. */
export function listed(adverts: readonly Advert[], speaks: number): Advert[] {
  const rank = (advert: Advert) => (advert.own ? 0 : advert.protocol === speaks ? 1 : 2)
  return [...adverts].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || advertKey(a).localeCompare(advertKey(b)),
  )
}

/** Bots make room for people, and whoever watches needs no place. */
export function isFull(party: Pick<Advert, 'players' | 'max'>): boolean {
  return party.players >= party.max
}
