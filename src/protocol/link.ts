/** Where a party is, as people type, click or scan it. */

import { roomId } from './messages.ts'

/** The first port that a host tries, and how many it tries from there on. */
export const defaultPort = 8765
export const portsTried = 8

export interface Target {
  /** A name or a literal address, without brackets. */
  host: string
  port: number
  /** Null for the host's own room. */
  room: string | null
}

/**
 * Reads what a person typed: `192.168.1.20`, `192.168.1.20:8766`, `laptop.local`, `fe80::1`, `[fe80::1]:8765`,
 * `http://…/r/ROOM`, `romp://…/ROOM`. Null where it is none of these.
 */
export function parseTarget(typed: string): Target | null {
  const text = typed.trim()
  if (text.length === 0 || text.length > 300) return null
  const bare = text.replace(/^(?:https?|wss?|romp):\/\//i, '')
  const slash = bare.search(/[/?#]/)
  const authority = slash < 0 ? bare : bare.slice(0, slash)
  const path = slash < 0 ? '' : bare.slice(slash).replace(/[?#].*$/, '')
  const place = parseAuthority(authority)
  if (!place) return null
  const room = parseRoomPath(path)
  return room === undefined ? null : { ...place, room }
}

/** The room in a page's path `/r/ROOM` (or `/play/ROOM`): null for the host's own, undefined where it is none. */
export function parseRoomPath(path: string): string | null | undefined {
  if (/^\/?(?:(?:r|play)\/?)?$/.test(path)) return null
  const match = /^\/(?:(?:r|play)\/)?([^/]+)\/?$/.exec(path)
  const id = roomId.safeParse(match?.[1]?.toLowerCase())
  return id.success ? id.data : undefined
}

/** `host:port` as it stands in a URL, IPv6 in brackets. */
export function authority(target: Pick<Target, 'host' | 'port'>): string {
  const host = target.host.includes(':') ? `[${target.host.replace('%', '%25')}]` : target.host
  return `${host}:${target.port}`
}

/** The page that a guest opens. */
export function pageUrl(target: Target): string {
  return `http://${authority(target)}/${target.room === null ? '' : `r/${target.room}`}`
}

/** What opens the party in the app, where that is installed. */
export function rompUrl(target: Target): string {
  return `romp://${authority(target)}/${target.room === null ? '' : `r/${target.room}`}`
}

/** The socket that a client dials. */
export function playUrl(target: Target): string {
  return `ws://${authority(target)}/play/${target.room ?? ''}`
}

function parseAuthority(text: string): { host: string; port: number } | null {
  const bracketed = /^\[([0-9a-f:.]+(?:%[\w.-]{1,32})?)\](?::(\d{1,5}))?$/i.exec(text)
  if (bracketed?.[1]) return isIPv6(bracketed[1]) ? withPort(bracketed[1], bracketed[2]) : null
  if (isIPv6(text)) return { host: text.toLowerCase(), port: defaultPort }
  const named = /^([a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?)\.?(?::(\d{1,5}))?$/i.exec(text)
  if (!named?.[1] || named[1].includes('..')) return null
  if (/^[\d.]+$/.test(named[1]) && !isIPv4(named[1])) return null
  return withPort(named[1], named[2])
}

function withPort(host: string, digits: string | undefined): { host: string; port: number } | null {
  const port = digits === undefined ? defaultPort : Number(digits)
  return port >= 1 && port <= 65535 ? { host: host.toLowerCase(), port } : null
}

function isIPv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

function isIPv6(text: string): boolean {
  const [address = '', zone, ...rest] = text.split('%')
  if (rest.length > 0 || (zone !== undefined && !/^[\w.-]{1,32}$/.test(zone))) return false
  if (!/^[0-9a-f:.]{2,45}$/i.test(address) || !address.includes(':')) return false
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const embedded = last.includes('.') ? 1 : 0
  if (embedded && !isIPv4(last)) return false
  const plain = embedded ? groups.slice(0, -1) : groups
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  const size = plain.length + embedded * 2
  return halves.length === 2 ? size <= 7 : size === 8
}
