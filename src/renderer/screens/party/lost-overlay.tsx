/** The line is lost: it comes back by itself, the screen says when, and the game stays in sight behind. */

import { House, RotateCw, Unplug } from 'lucide-react'
import type { Status } from '../../../client/party-state.ts'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { useNow } from '../../session/now.ts'
import type { OpenParty } from '../../session/open-party.ts'
import { goHome } from '../../session/place.ts'
import { usePartOf } from '../../session/use-party.ts'

/** So long without the host, it may have gone for good. */
const perhapsGoneAfter = 60_000

export function LostOverlay({ open }: { open: OpenParty }) {
  const platform = usePlatform()
  const status = usePartOf(open.party, (state) => state.status)
  if (status.phase !== 'lost') return null
  return <Lost status={status} onTry={() => open.party.wake()} onHome={() => goHome(platform, false)} />
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
