/** Not in the party: why, and what to do about it. */

import { Eye, House, RotateCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Party } from '../../../client/party.ts'
import type { Target } from '../../../protocol/link.ts'
import type { Reason } from '../../../protocol/reasons.ts'
import { Backdrop } from '../../pieces/backdrop.tsx'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { me } from '../../session/me.ts'
import { usePartOf } from '../../session/use-party.ts'
import { endingOf, type Offer, waitText } from '../../words/reasons.ts'
import { OfferWays } from '../offers/offer-ways.tsx'
import './ending.css'

export interface EndingScreenProps {
  party: Party
  target: Target
  reason: Reason
  host: { protocol: number; version: string } | null
  /** How long the host wants us to wait; null where it named no time. */
  retryMs: number | null
  onHome(): void
}

export function EndingScreen({ party, target, reason, host, retryMs, onHome }: EndingScreenProps) {
  const { kind } = usePlatform()
  const appearance = useStore(me, (state) => state.appearance)
  const name = usePartOf(party, (state) => state.room?.name ?? null)
  const ending = endingOf(reason, { party: name, host, where: kind })
  const title = useRef<HTMLHeadingElement>(null)
  // Whoever listens hears it first, and Tab goes on to the buttons.
  useEffect(() => title.current?.focus(), [])
  return (
    <Backdrop>
      <main className="ending">
        <section className="card ending-card">
          <div className="ending-spot">
            <Likeness of={appearance} size={7} asleep={ending.face === 'asleep'} />
          </div>
          <h1 className="ending-title" ref={title} tabIndex={-1}>
            {ending.title}
          </h1>
          <p>
            {ending.text} {waitText(retryMs)}
          </p>
          {reason === 'wrong-version' && <OfferWays target={target} />}
          <div className="ending-buttons">
            {ending.offers.map((offer, i) => (
              <OfferButton key={offer} offer={offer} party={party} main={i === 0} onHome={onHome} />
            ))}
          </div>
        </section>
      </main>
    </Backdrop>
  )
}

interface OfferButtonProps {
  offer: Offer
  party: Party
  main: boolean
  onHome(): void
}

function OfferButton({ offer, party, main, onHome }: OfferButtonProps) {
  const look = main ? 'main' : 'plain'
  switch (offer) {
    case 'lobby':
      return (
        <Button look={look} icon={<House />} onClick={onHome}>
          Back to lobby
        </Button>
      )
    case 'watch':
      return (
        <Button look={look} icon={<Eye />} onClick={() => party.retry('spectator')}>
          Watch
        </Button>
      )
    case 'again':
      return (
        <Button look={look} icon={<RotateCw />} onClick={() => party.retry()}>
          Try again
        </Button>
      )
    case 'here':
      return (
        <Button look={look} icon={<RotateCw />} onClick={() => party.retry()}>
          Play here
        </Button>
      )
    case 'reload':
      return (
        <Button look={look} icon={<RotateCw />} onClick={() => location.reload()}>
          Load the page again
        </Button>
      )
  }
}
