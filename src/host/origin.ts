/**
 * Who may talk to this host: requests for an address or a name of this machine, from its own page or the desktop app.
 * A page elsewhere can open a socket to any host on the network, and a name of its own can be made to point here
 * (DNS rebinding), so neither rule is enough without the other.
 */

import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** The origin of the desktop app's own pages. */
export const desktopOrigin = 'app://romp'

/** Endings that only a local network gives out: a name under them cannot be somebody's on the internet. */
const localEndings = ['local', 'lan', 'home', 'internal', 'home.arpa', 'localdomain', 'fritz.box']

/** Whether a `Host` header (`name`, `name:port`, `[v6]:port`) means this machine. */
export function isOwnHost(header: string | undefined, own: ReadonlySet<string> = ownNames()): boolean {
  const name = nameIn(header)
  if (name === null) return false
  if (isIP(name) !== 0) return isLoopback(name) || own.has(name)
  if (name === 'localhost' || name.endsWith('.localhost') || own.has(name)) return true
  const dot = name.indexOf('.')
  return dot > 0 && own.has(name.slice(0, dot)) && localEndings.includes(name.slice(dot + 1))
}

/** Whether a browser's `Origin` is the page that this host serves, or the desktop app; programs send none. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || origin === desktopOrigin) return true
  return host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`
}

/** Addresses and names of this machine, lower-case, as of now: networks come and go. */
export function ownNames(): Set<string> {
  const names = new Set([hostname().toLowerCase(), hostname().toLowerCase().split('.')[0] ?? ''])
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { address } of addresses ?? []) names.add(address.toLowerCase().split('%')[0] ?? '')
  }
  names.delete('')
  return names
}

function nameIn(header: string | undefined): string | null {
  const match =
    /^(?:\[([0-9a-f:.]+)(?:%[\w.-]+)?\]|([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\.?)(?::\d{1,5})?$/i.exec(
      header ?? '',
    )
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}
