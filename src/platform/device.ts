/** What this device remembers between visits: who its player is, its secret, its comforts. */

import { type Appearance, appearance, randomAppearance } from '../protocol/appearance.ts'

/** A shelf of strings. Where the browser blocks storage it still works, until the page goes away. */
export interface Shelf {
  read(key: string): string | null
  /** Null takes the thing off the shelf. */
  write(key: string, value: string | null): void
}

const prefix = 'romp.'

/** `open` gives the storage, and may throw: reading `localStorage` does where cookies are blocked. */
export function shelf(open: () => Storage): Shelf {
  const memory = new Map<string, string>()
  const tryStorage = <T>(use: (storage: Storage) => T): T | null => {
    try {
      return use(open())
    } catch {
      return null
    }
  }
  return {
    read: (key) => tryStorage((storage) => storage.getItem(prefix + key)) ?? memory.get(key) ?? null,
    write(key, value) {
      // Memory first: a full or blocked storage must not lose it for this visit.
      if (value === null) memory.delete(key)
      else memory.set(key, value)
      tryStorage((storage) =>
        value === null ? storage.removeItem(prefix + key) : storage.setItem(prefix + key, value),
      )
    },
  }
}

/** Fills with random bytes: `crypto.getRandomValues`, which plain HTTP pages have too. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void

const tokenForm = /^[A-Za-z0-9_-]{16,64}$/

/** A secret of this device that nobody else learns; every host gets a token of its own, made from it. */
export function deviceSecret(kept: Shelf, fill: FillRandom): string {
  const known = kept.read('secret')
  if (known && tokenForm.test(known)) return known
  const bytes = new Uint8Array(16)
  fill(bytes)
  const secret = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  kept.write('secret', secret)
  return secret
}

/** Who the player was last time, or a cheerful stranger that is kept from now on. */
export function keptAppearance(kept: Shelf, random: () => number): Appearance {
  const known = readJson(kept.read('me'))
  const read = appearance.safeParse(known)
  if (read.success) return read.data
  const stranger = randomAppearance(random)
  keepAppearance(kept, stranger)
  return stranger
}

const carryMark = '#me='

/** What another host's page must be opened with, since storage does not follow: the end of its address. */
export function carried(me: Appearance): string {
  return carryMark + encodeURIComponent(JSON.stringify(me))
}

/** Who came along in a page's address; null where nobody did. */
export function carriedIn(hash: string): Appearance | null {
  if (!hash.startsWith(carryMark) || hash.length > 2000) return null
  const read = appearance.safeParse(readJson(decode(hash.slice(carryMark.length))))
  return read.success ? read.data : null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

export function keepAppearance(kept: Shelf, me: Appearance): void {
  kept.write('me', JSON.stringify(me))
}

/** The key of the seat in one room, for a page that is loaded again. */
export function keptResume(kept: Shelf, roomUrl: string): string | null {
  const key = kept.read(`seat ${roomUrl}`)
  return key && tokenForm.test(key) ? key : null
}

export function keepResume(kept: Shelf, roomUrl: string, key: string | null): void {
  kept.write(`seat ${roomUrl}`, key)
}

/** What stands on a shelf is as untrusted as what comes over the wire: somebody may have edited it. */
export function readJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
