/** What the host of this page hands on, asked for when a screen shows it. */

import { useEffect, useState } from 'react'
import type { Offered } from '../../../platform/offered.ts'
import type { Offer } from '../../../protocol/offer.ts'

/** Milliseconds until a host that still hashes its file, or is silent, is asked again. */
const askAgainAfter = 3000

export function useOffers(offered: Offered | null): readonly Offer[] {
  const [offers, setOffers] = useState<readonly Offer[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const ask = async () => {
      const list = (await offered?.list()) ?? null
      if (over) return
      setOffers(list?.offers ?? [])
      if (list === null || list.pending) timer = setTimeout(ask, askAgainAfter)
    }
    if (offered !== null) void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [offered])
  return offers
}
