/** Home: who I am, the party to host or to join at once, and the parties around. */

import { Backdrop } from '../../pieces/backdrop.tsx'
import { MoodButton } from '../../pieces/mood-button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { Wordmark } from '../../pieces/wordmark.tsx'
import { useNearby } from '../../session/nearby.ts'
import { AboutDoor } from '../about/about-door.tsx'
import { OfferCard } from '../offers/offer-card.tsx'
import { AddressForm } from './address-form.tsx'
import { HomeParty } from './home-party.tsx'
import { HostCard } from './host-card.tsx'
import { MeCard } from './me-card.tsx'
import { PartyList } from './party-list.tsx'
import './home.css'

export function HomeScreen() {
  const platform = usePlatform()
  const nearby = useNearby(platform)
  return (
    <Backdrop>
      <div className="home">
        <header className="home-head">
          <Wordmark />
          <p className="home-motto">A party on your own network</p>
          <AboutDoor />
          <MoodButton />
        </header>
        <main className="home-main">
          <section className="home-hero" aria-label={platform.hosting ? 'Your own party' : 'This party'}>
            {platform.hosting ? <HostCard hosting={platform.hosting} /> : <HomeParty nearby={nearby} />}
          </section>
          <MeCard />
          <div className="home-address">
            <AddressForm />
            <OfferCard />
          </div>
          <PartyList nearby={nearby} />
        </main>
      </div>
    </Backdrop>
  )
}
