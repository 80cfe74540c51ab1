/** The platform of a page that a host serves to its guests: it cannot host, and it sees what its host sees. */

import { type Advert, advertKey, type Nearby, nearby } from '../protocol/advert.ts'
import { type HostInfo, hostInfo } from '../protocol/info.ts'
import { authority, pageUrl, parseRoomPath, type Target } from '../protocol/link.ts'
import { protocolVersion } from '../protocol/version.ts'
import { offeredTo } from './browser-offered.ts'
import type { HostVersion, Platform, Result } from './platform.ts'

/** How often the list is asked for while it is on screen, in milliseconds. */
const lookEvery = 2000
/** A host that answers later than this is taken as silent. */
const patience = 4000

/** `luggage` is what the page of another host gets at the end of its address. */
export function browserPlatform(page: Window, luggage: () => string): Platform {
  const home = homeOf(page.location)
  return {
    kind: 'browser',
    home,
    hosting: null,
    offered: offeredTo(page),
    updates: null,
    copyDiagnostics: null,
    watchLinks: () => () => {},
    watchNearby: (show) => watchNearby(page, home, show),
    travel(target) {
      if (isHere(target, home)) return { kind: 'here', url: socketUrl(page.location, target.room) }
      page.location.href = pageUrl(target) + luggage()
      return { kind: 'gone' }
    },
    probe: (target) => probe(page, target, home),
    copyText: (text) => copyText(page, text),
    openExternal: (url) => {
      page.open(url, '_blank', 'noopener,noreferrer')
    },
  }
}

function homeOf(location: Location): Target {
  const fallback = location.protocol === 'https:' ? 443 : 80
  return {
    host: location.hostname.replace(/^\[|\]$/g, ''),
    port: location.port === '' ? fallback : Number(location.port),
    room: parseRoomPath(location.pathname) ?? null,
  }
}

function isHere(target: Target, home: Target): boolean {
  return target.host === home.host && target.port === home.port
}

function socketUrl(location: Location, room: string | null): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/play/${room ?? ''}`
}

function watchNearby(page: Window, home: Target, show: (nearby: Nearby) => void): () => void {
  // A page that is busy answers late: the quickest of a few is nearest to the truth.
  const pings: number[] = []
  return watchWhileVisible(page, async () => {
    const { info, ping } = await askInfo(page)
    pings.push(ping)
    if (pings.length > 5) pings.shift()
    show(await look(page, home, info, Math.min(...pings)))
  })
}

async function askInfo(page: Window): Promise<{ info: HostInfo | null; ping: number }> {
  const began = page.performance.now()
  const read = hostInfo.safeParse(await fetchJson(page, '/api/info'))
  return { info: read.success ? read.data : null, ping: page.performance.now() - began }
}

/** Asks at once, then every two seconds while the page is visible, and at once when it becomes so. */
function watchWhileVisible(page: Window, ask: () => Promise<void>): () => void {
  let timer: number | undefined
  let stopped = false
  let asking = false
  const turn = async () => {
    if (stopped || asking || page.document.hidden) return
    asking = true
    await ask()
    asking = false
    if (!stopped) timer = page.setTimeout(turn, lookEvery)
  }
  const wake = () => {
    page.clearTimeout(timer)
    void turn()
  }
  page.document.addEventListener('visibilitychange', wake)
  void turn()
  return () => {
    stopped = true
    page.clearTimeout(timer)
    page.document.removeEventListener('visibilitychange', wake)
  }
}

async function look(page: Window, home: Target, info: HostInfo | null, ping: number): Promise<Nearby> {
  const seen = nearby.safeParse(await fetchJson(page, '/api/nearby'))
  if (info === null) {
    return { discovery: 'blocked', trouble: 'This party’s host is not answering just now.', adverts: [] }
  }
  const named = seen.success ? seen.data.adverts.find(({ hostId }) => hostId === info.hostId) : undefined
  const hostName = named?.hostName ?? home.host
  const own = info.rooms.map((room) => ({ ...ownAdvert(room, info, home), hostName, ping }))
  if (!seen.success) return { discovery: 'off', trouble: null, adverts: own }
  const ownKeys = new Set(own.map(advertKey))
  const others = seen.data.adverts.filter(
    (advert) => advert.hostId !== info.hostId && !ownKeys.has(advertKey(advert)),
  )
  return { ...seen.data, adverts: [...own, ...others.map((advert) => ({ ...advert, own: false }))] }
}

/** The host's own rooms as this page reaches them: its address in the page's location is known to work. */
function ownAdvert(
  room: HostInfo['rooms'][number],
  info: HostInfo,
  home: Target,
): Omit<Advert, 'ping' | 'hostName'> {
  return {
    ...room,
    hostId: info.hostId,
    version: info.version,
    protocol: info.protocol,
    at: { address: home.host, port: home.port },
    liveness: 'live',
    own: true,
  }
}

/** Only the own host can be asked from a page; every other one is found out by opening its page. */
async function probe(page: Window, target: Target, home: Target): Promise<Result<HostVersion>> {
  if (!isHere(target, home)) return { ok: true, value: { protocol: protocolVersion, version: '' } }
  const answer = await fetchJson(page, '/api/info')
  if (answer === null) {
    return { ok: false, code: 'unreachable', message: `Nothing answers at ${authority(target)}.` }
  }
  const info = hostInfo.safeParse(answer)
  return info.success
    ? { ok: true, value: { protocol: info.data.protocol, version: info.data.version } }
    : { ok: false, code: 'not-romp', message: `What answers at ${authority(target)} is not a party.` }
}

async function fetchJson(page: Window, path: string): Promise<unknown> {
  try {
    const response = await page.fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(patience) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** The async clipboard is absent on plain HTTP, where the old command still works. */
async function copyText(page: Window, text: string): Promise<boolean> {
  try {
    await page.navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(page.document, text)
  }
}

function copyBySelection(document: Document, text: string): boolean {
  const before = document.activeElement
  // Inside an open dialog, since its focus trap takes the focus back from anything outside.
  const nest = before?.closest('[role="dialog"], [role="menu"]') ?? document.body
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position:fixed;top:0;opacity:0;font-size:16px'
  nest.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
