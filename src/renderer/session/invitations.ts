/** The links that guests can use to come to a party, best first. */

import { useEffect, useState } from 'react'
import type { HostedParty, Platform } from '../../platform/platform.ts'
import type { Nearby } from '../../protocol/advert.ts'
import { authority, pageUrl, type Target } from '../../protocol/link.ts'

export interface Way {
  url: string
  /** The address as one would read it out. */
  address: string
  /** What tells it from the others: the network it is on. */
  network: string | null
}

/** `hosted` where this app hosts the party in question; its addresses are the best known. */
export function waysTo(target: Target, hosted: HostedParty | null, nearby: Nearby | null): Way[] {
  const ways: Way[] = []
  const add = (way: Way) => {
    if (!ways.some(({ url }) => url === way.url)) ways.push(way)
  }
  for (const { url, address, port, network } of hosted?.invitations ?? []) {
    add({ url, address: authority({ host: address, port }), network })
  }
  if (hosted === null && !isThisDevice(target.host)) add(wayOf(target))
  for (const { address, port } of hosted === null ? (nearby?.addresses ?? []) : []) {
    add(wayOf({ host: address, port, room: target.room }))
  }
  for (const { own, at, room } of nearby?.adverts ?? []) {
    const same = own && (target.room === null || room === target.room)
    if (hosted === null && same && !isThisDevice(at.address)) {
      add(wayOf({ host: at.address, port: at.port, room: target.room }))
    }
  }
  return ways
}

function wayOf(target: Target): Way {
  return { url: pageUrl(target), address: authority(target), network: null }
}

/** An address that means another device to everyone who reads it. */
export function isThisDevice(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host)
}

/** The party that this app hosts, if it is the one at `target`. */
export function hostedAt(hosted: HostedParty | null, target: Target): HostedParty | null {
  if (hosted === null || hosted.port !== target.port) return null
  return isThisDevice(target.host) ||
    target.host === hosted.own.host ||
    hosted.invitations.some(({ address }) => address === target.host)
    ? hosted
    : null
}

/** One look at what the host sees of itself: enough for its addresses. */
export function useNearbyOnce(platform: Platform, wanted: boolean): Nearby | null {
  const [nearby, setNearby] = useState<Nearby | null>(null)
  useEffect(() => {
    if (!wanted) return
    const stop = platform.watchNearby((seen) => {
      setNearby(seen)
      stop()
    })
    return stop
  }, [platform, wanted])
  return nearby
}
