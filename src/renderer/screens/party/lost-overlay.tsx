/**
 * The line is lost: it comes back by itself, the screen says when, and the game stays in sight behind. Where the own app
 * has given its party up, nothing comes back, and it says that.
 */

import { House, RotateCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import type { Status } from '../../../client/party-state.ts'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { useHosted } from '../../session/hosted.ts'
import { hostedAt } from '../../session/invitations.ts'
import { useNow } from '../../session/now.ts'
import type { OpenParty } from '../../session/open-party.ts'
import { goHome } from '../../session/place.ts'
import { usePartOf } from '../../session/use-party.ts'

/** So long without the host, it may have gone for good. */
const perhapsGoneAfter = 60_000

export function LostOverlay({ open }: { open: OpenParty }) {
  const platform = usePlatform()
  const status = usePartOf(open.party, (state) => state.status)
  const isGivenUp = useGivenUp(open)
  if (status.phase !== 'lost') return null
  const onHome = () => goHome(platform, false)
  if (isGivenUp) return <GivenUp onHome={onHome} />
  return <Lost status={status} onTry={() => open.party.wake()} onHome={onHome} />
}

/** Whether this app hosted the party, and does not any more. */
function useGivenUp({ target }: OpenParty): boolean {
  const hosted = useHosted()
  const [wasOwn, setWasOwn] = useState(false)
  if (!wasOwn && hostedAt(hosted, target) !== null) setWasOwn(true)
  return wasOwn && hosted === null
}

function GivenUp({ onHome }: { onHome(): void }) {
  return (
    <div className="lost-veil">
      <section className="lost card" aria-labelledby="lost-title">
        <Unplug className="lost-icon" aria-hidden="true" />
        <div role="alert">
          <h2 id="lost-title">Your party has stopped</h2>
          <p className="quiet">
            It broke off several times, so it stays closed. You can host it again. Should that go on, “About
            this Romp” in the lobby copies what explains it.
          </p>
        </div>
        <div className="lost-buttons">
          <Button look="main" icon={<House />} onClick={onHome}>
            Back to lobby
          </Button>
        </div>
      </section>
    </div>
  )
}

interface LostProps {
  status: Extract<Status, { phase: 'lost' }>
  onTry(): void
  onHome(): void
}

function Lost({ status, onTry, onHome }: LostProps) {
  const now = useNow(250)
  const wait = Math.ceil((status.retryAt - now) / 1000)
  const gone = now - status.since > perhapsGoneAfter
  return (
    <div className="lost-veil">
      <section className="lost card" aria-labelledby="lost-title">
        <Unplug className="lost-icon" aria-hidden="true" />
        <div role="alert">
          <h2 id="lost-title">{gone ? 'The host may be gone' : 'The connection is lost'}</h2>
          <p className="quiet">
            {gone
              ? 'It has not answered for a while. We keep knocking; you come back in by yourself if it returns.'
              : 'It comes back by itself, and your place is kept for a minute.'}
          </p>
        </div>
        <p className="lost-when">{wait > 0 ? `Next try in ${wait} s` : 'Trying…'}</p>
        <div className="lost-buttons">
          <Button look={gone ? 'main' : 'plain'} icon={<House />} onClick={onHome}>
            Back to lobby
          </Button>
          <Button look={gone ? 'plain' : 'main'} icon={<RotateCw />} onClick={onTry}>
            Try now
          </Button>
        </div>
      </section>
    </div>
  )
}
