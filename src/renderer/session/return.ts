/**
 * The way back for a page that begins anew: after a crash, after hanging, after being loaded again. In the browser the
 * page's address does the same. Nothing secret is kept, only where the party was.
 */

import type { Platform } from '../../platform/platform.ts'
import { pageUrl, parseTarget, type Target } from '../../protocol/link.ts'
import { hosting } from './hosted.ts'
import { hostedAt } from './invitations.ts'
import type { OpenParty, Wish } from './open-party.ts'
import { pageShelf } from './shelves.ts'

const where = 'party'

/** Remembers the way to a party for as long as there is one to come back to. */
export function keepReturn({ target, party }: OpenParty, as: Wish['as']): void {
  const whose = hostedAt(hosting.getState().party, target) === null ? 'theirs' : 'own'
  pageShelf.write(where, `${as} ${whose} ${pageUrl(target)}`)
  const stop = party.subscribe(() => {
    const { phase } = party.state.status
    if (phase !== 'over' && phase !== 'refused') return
    stop()
    forgetReturn()
  })
}

export function forgetReturn(): void {
  pageShelf.write(where, null)
}

/** Calls back with the party that this page's earlier life was in, where it can still be there. */
export function findReturn(platform: Platform, go: (target: Target, wish: Pick<Wish, 'as'>) => void): void {
  const [as, whose, address] = pageShelf.read(where)?.split(' ') ?? []
  const target = parseTarget(address ?? '')
  if (target === null || !platform.hosting) return
  // The token of the own party's controls is known only to the app.
  const stop = platform.hosting.watch((party) => {
    stop()
    hosting.setState({ party })
    // The own one is gone where the app hosts no more.
    if (whose === 'own' && hostedAt(party, target) === null) return forgetReturn()
    go(target, { as: as === 'spectator' ? 'spectator' : 'player' })
  })
}
