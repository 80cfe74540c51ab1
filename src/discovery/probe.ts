/** Asks an address that someone typed whether a host is there, and which Romp it runs. */

import type { Target } from '../protocol/link.ts'
import { cleanLine } from '../protocol/text.ts'
import { askInfo } from './ask.ts'

/** A name has to be looked up first, which takes mDNS a while. */
const patience = 4000

/** The same shape as a platform's `Result`, whose codes these are. */
export type Probed =
  | { ok: true; value: { protocol: number; version: string; offers: boolean } }
  | { ok: false; code: 'unreachable' | 'not-romp'; message: string }

/** Settles within a few seconds, and never rejects. */
export async function probe(target: Target): Promise<Probed> {
  const answer = await askInfo({ address: target.host, port: target.port }, { patience, hold: true })
  switch (answer.kind) {
    case 'silent':
      return {
        ok: false,
        code: 'unreachable',
        message: `Nobody answers at ${target.host}. Is the party still on, and are you on the same network? If so, the host's firewall may be in the way.`,
      }
    case 'other':
      return {
        ok: false,
        code: 'not-romp',
        message: `Something answers at ${target.host}, but it is not a Romp party. Check the address and the number after the colon.`,
      }
    case 'romp': {
      const { protocol, offers = false } = answer.greeting
      return { ok: true, value: { protocol, version: cleanLine(answer.greeting.version, 40), offers } }
    }
  }
}
