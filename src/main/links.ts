/** Links that open the app: `romp://HOST:PORT/r/ROOM`, from a web page, a chat or another program. */

import type { Target } from '../protocol/link.ts'

export interface Links {
  /** The party of the last link that no page has taken yet, once. */
  take(): Target | null
}

export function createLinks(_setup: { tell(target: Target): void; show(): void }): Links {
  return { take: () => null }
}
