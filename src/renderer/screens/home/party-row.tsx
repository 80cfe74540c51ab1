/** One party in the list. */

import { Lock, Users } from 'lucide-react'
import type { Advert } from '../../../protocol/advert.ts'
import { protocolVersion } from '../../../protocol/version.ts'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { Signal } from '../../pieces/signal.tsx'
import { targetOf, useHosted } from '../../session/hosted.ts'
import { isFull } from '../../session/nearby.ts'
import { goToParty } from '../../session/place.ts'
import { gameTitle } from '../../words/names.ts'
import { versionGap, waysOn } from '../../words/versions.ts'
import { OfferLinks } from '../offers/offer-links.tsx'

export function PartyRow({ advert }: { advert: Advert }) {
  const platform = usePlatform()
  const gap = versionGap(advert, platform.kind)
  const full = isFull(advert)
  const fading = advert.liveness === 'fading'
  // From a page, another version's party can still be opened: its host serves its own page.
  const other = advert.protocol !== protocolVersion
  const closed = other && platform.kind === 'desktop'
  const target = targetOf(advert, useHosted())
  const verb = other && !closed ? 'Open' : full ? 'Watch' : 'Join'
  return (
    <li className={`party-row ${other ? 'other-version' : ''} ${fading ? 'fading' : ''}`}>
      <div className="party-words">
        <p className="party-name">
          <span>{advert.name}</span>
          {advert.own && <span className="badge">{platform.kind === 'desktop' ? 'yours' : 'here'}</span>}
          {advert.locked && <Lock className="inline-icon" role="img" aria-label="has a password" />}
        </p>
        <p className="small quiet">
          {advert.hostName} · {gameTitle(advert.game)}
          {advert.bots > 0 && ` · ${advert.bots === 1 ? 'one bot' : `${advert.bots} bots`}`}
          {!other && fading && ' · not answering just now'}
        </p>
        {gap !== null && (
          <>
            <p className={`small ${other ? 'party-gap' : 'quiet'}`}>{gap}</p>
            <OfferLinks links={waysOn(advert, target)} />
          </>
        )}
      </div>
      <p className="party-figures small">
        <span className={full ? 'full' : ''} title={`${advert.players} of ${advert.max} places taken`}>
          <Users aria-hidden="true" />
          <span className="unseen">Players: </span>
          {advert.players}/{advert.max}
          {full && ' full'}
        </span>
        <Signal ping={fading ? null : advert.ping} />
      </p>
      <Button
        look={closed || fading ? 'plain' : 'main'}
        disabled={closed}
        aria-label={`${closed ? 'Other version:' : verb} ${advert.name}`}
        onClick={() => goToParty(platform, target, { as: full ? 'spectator' : 'player' })}
      >
        {closed ? 'Other version' : verb}
      </Button>
    </li>
  )
}
