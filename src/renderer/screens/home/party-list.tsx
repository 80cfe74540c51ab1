/** The parties around: a list that fills by itself, and warm words where it is empty. */

import { ChevronDown } from 'lucide-react'
import { useStore } from 'zustand'
import { advertKey, type Nearby } from '../../../protocol/advert.ts'
import { protocolVersion } from '../../../protocol/version.ts'
import { Likeness } from '../../pieces/likeness.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { me } from '../../session/me.ts'
import { homeAdvert, listed } from '../../session/nearby.ts'
import { PartyRow } from './party-row.tsx'

export function PartyList({ nearby }: { nearby: Nearby | null }) {
  const platform = usePlatform()
  // On a guest's page the party it was served for stands above, and big.
  const hero = homeAdvert(platform.home, nearby)
  const adverts = listed(nearby?.adverts ?? [], protocolVersion).filter((advert) => advert !== hero)
  return (
    <section className="card list-card" aria-labelledby="list-title">
      <header className="list-head">
        <h2 id="list-title">{hero ? 'Other parties nearby' : 'Parties nearby'}</h2>
        <span className="looking small quiet">{nearby?.discovery === 'on' ? 'looking around' : ''}</span>
      </header>
      {nearby?.trouble && (
        <p className="list-trouble small" role="status">
          {nearby.trouble}
        </p>
      )}
      {nearby === null ? (
        <p className="quiet list-wait">Looking around…</p>
      ) : adverts.length === 0 ? (
        <EmptyList />
      ) : (
        <ul className="party-list">
          {adverts.map((advert) => (
            <PartyRow key={advertKey(advert)} advert={advert} />
          ))}
        </ul>
      )}
      <Missing />
    </section>
  )
}

function EmptyList() {
  const platform = usePlatform()
  const appearance = useStore(me, (state) => state.appearance)
  return (
    <div className="empty-list">
      <Likeness of={appearance} size={7} asleep />
      <p className="empty-title">It’s quiet out here</p>
      <p className="quiet">
        {platform.hosting
          ? 'No party on this network yet. Press “Host a party”, and the others will see yours right here.'
          : 'No other party on this network yet. Ask a friend for their link, or scan the code on their screen.'}
      </p>
    </div>
  )
}

/** Worded as the symptom, since that is what people come with. */
function Missing() {
  return (
    <details className="more missing">
      <summary>
        <ChevronDown aria-hidden="true" /> Somebody hosts, and it is not here?
      </summary>
      <ul className="small">
        <li>Are both on the same Wi-Fi or cable? A guest Wi-Fi often keeps devices apart.</li>
        <li>On the host’s computer, does the firewall let Romp in? Say yes for private networks.</li>
        <li>Is a VPN on, on either side? Switch it off while you play.</li>
        <li>
          It still works by hand: type the address that their screen shows, or scan its code with a phone.
        </li>
      </ul>
    </details>
  )
}
