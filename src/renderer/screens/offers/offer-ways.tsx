/** Ways on for the app's player whom a host of another version did not let in; the host is asked what it offers. */

import { useEffect, useState } from 'react'
import type { Target } from '../../../protocol/link.ts'
import { usePlatform } from '../../pieces/platform-context.ts'
import { type Link, waysOn } from '../../words/versions.ts'
import { OfferLinks } from './offer-links.tsx'

export function OfferWays({ target }: { target: Target }) {
  const platform = usePlatform()
  const [ways, setWays] = useState<Link[]>([])
  useEffect(() => {
    let over = false
    if (platform.kind === 'desktop') {
      void platform.probe(target).then((answer) => {
        if (!over && answer.ok) setWays(waysOn(answer.value, target))
      })
    }
    return () => {
      over = true
    }
  }, [platform, target])
  return <OfferLinks links={ways} />
}
