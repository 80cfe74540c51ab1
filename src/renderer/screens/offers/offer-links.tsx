/** Ways on for the app's player where the host has another version: each opens in the system's browser. */

import { ExternalLink } from 'lucide-react'
import { usePlatform } from '../../pieces/platform-context.ts'
import type { Link } from '../../words/versions.ts'
import './offer.css'

export function OfferLinks({ links }: { links: readonly Link[] }) {
  const platform = usePlatform()
  if (links.length === 0 || platform.kind === 'browser') return null
  return (
    <p className="offer-links small">
      {links.map(({ label, url }) => (
        <button
          key={url}
          type="button"
          className="offer-link"
          title={url}
          onClick={() => platform.openExternal(url)}
        >
          {label} <ExternalLink className="inline-icon" aria-hidden="true" />
        </button>
      ))}
    </p>
  )
}
