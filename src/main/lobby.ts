/** The parties on this network, looked for while the window shows their list. */

import { openLobby } from '../discovery/discovery.ts'
import type { Nearby } from '../protocol/advert.ts'
import type { Identity } from './identity.ts'

export interface Lobby {
  /** Starts or stops looking for the window; the list as it is now. */
  watch(watching: boolean): Nearby
  /** The list as it was when somebody looked last. */
  current(): Nearby
  wake(): void
  close(): Promise<void>
}

export function createLobby(setup: { identity: Identity; tell(nearby: Nearby): void }): Lobby {
  const lobby = openLobby({ isOwn: (hostId) => hostId === setup.identity.hostId })
  let stop: (() => void) | null = null
  return {
    watch(watching) {
      if (watching) stop ??= lobby.watch(setup.tell)
      else {
        stop?.()
        stop = null
      }
      return lobby.current()
    },
    current: () => lobby.current(),
    wake: () => lobby.wake(),
    close: () => lobby.close(),
  }
}
