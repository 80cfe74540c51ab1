/** Who this player is, everywhere at once: on the home screen, and in the party that is open. */

import { createStore } from 'zustand/vanilla'
import { carriedIn, deviceSecret, keepAppearance, keptAppearance } from '../../platform/device.ts'
import type { Appearance } from '../../protocol/appearance.ts'
import type { Target } from '../../protocol/link.ts'
import { tokenAt } from '../../protocol/token.ts'
import { deviceShelf } from './shelves.ts'

const secret = deviceSecret(deviceShelf, (bytes) => crypto.getRandomValues(bytes))

/** What the host at an address knows this device by. */
export function tokenFor(target: Target): string {
  return tokenAt(secret, target)
}

export const me = createStore<{ appearance: Appearance }>(() => ({
  appearance: arriving() ?? keptAppearance(deviceShelf, Math.random),
}))

export function become(appearance: Appearance): void {
  keepAppearance(deviceShelf, appearance)
  me.setState({ appearance })
}

/** Whoever comes from another host's page stays who they are; the address is tidied up at once. */
function arriving(): Appearance | null {
  const appearance = carriedIn(location.hash)
  if (appearance === null) return null
  keepAppearance(deviceShelf, appearance)
  history.replaceState(null, '', location.pathname + location.search)
  return appearance
}
