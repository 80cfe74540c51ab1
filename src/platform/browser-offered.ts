/** The program that the host of a guest's page hands on, fetched by the browser's own means. */

import { offerList, offerPath } from '../protocol/offer.ts'
import type { Offered } from './offered.ts'
import { systemOf } from './own-system.ts'

/** Milliseconds after which a host that does not answer is taken as silent. */
const patience = 6000

export function offeredTo(page: Window): Offered {
  const ask = (path: string, method: 'GET' | 'HEAD') =>
    page.fetch(path, { method, cache: 'no-store', signal: AbortSignal.timeout(patience) }).catch(() => null)
  return {
    system: systemOf(page.navigator.userAgent, page.navigator.maxTouchPoints),
    async list() {
      const answer = await ask('/api/offer', 'GET')
      const read = offerList.safeParse(await answer?.json().catch(() => null))
      return read.success ? read.data : null
    },
    async get(file) {
      // A refusal would come to the guest as a broken download without a word.
      const answer = await ask(offerPath(file), 'HEAD')
      if (!answer?.ok) return answer?.status === 503 ? 'busy' : 'gone'
      const link = page.document.createElement('a')
      link.href = offerPath(file)
      link.download = file
      link.click()
      return 'begun'
    },
  }
}
