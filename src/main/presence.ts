/** What the system shows and does while this app hosts: a tray or dock entry, no sleep, a question before it ends. */

import type { HostedParty } from '../platform/platform.ts'
import type { Hosting } from './hosting.ts'

export interface Presence {
  /** The party as it is now; null where none is hosted. */
  show(party: HostedParty | null): void
}

export function createPresence(_setup: { hosting: Hosting; showWindow(): void }): Presence {
  return { show: () => {} }
}
