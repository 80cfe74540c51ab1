/** Before the party: knocking, waiting for an answer, and the password where there is one. */

import { House, RotateCw } from 'lucide-react'
import { useStore } from 'zustand'
import type { Party } from '../../../client/party.ts'
import type { Status } from '../../../client/party-state.ts'
import { Backdrop } from '../../pieces/backdrop.tsx'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { me } from '../../session/me.ts'
import { useNow } from '../../session/now.ts'
import { usePartOf } from '../../session/use-party.ts'
import { PasswordDialog } from './password-dialog.tsx'
import './ending.css'

export interface DoorstepProps {
  party: Party
  status: Extract<Status, { phase: 'connecting' | 'asking' | 'lost' }>
  onGiveUp(): void
}

export function Doorstep({ party, status, onGiveUp }: DoorstepProps) {
  const appearance = useStore(me, (state) => state.appearance)
  const name = usePartOf(party, (state) => state.room?.name ?? null)
  return (
    <Backdrop>
      <main className="ending">
        <section className="card ending-card doorstep" aria-live="polite">
          <div className="ending-spot">
            <Likeness of={appearance} size={7} />
          </div>
          {status.phase === 'lost' ? (
            <NobodyAnswers status={status} />
          ) : (
            <h1 className="ending-title">Knocking at {name ?? 'the door'}…</h1>
          )}
          <div className="ending-buttons">
            <Button icon={<House />} onClick={onGiveUp}>
              Back to lobby
            </Button>
            {status.phase === 'lost' && (
              <Button look="main" icon={<RotateCw />} onClick={() => party.wake()}>
                Try now
              </Button>
            )}
          </div>
        </section>
        {status.phase === 'asking' && (
          <PasswordDialog
            party={name}
            wrong={status.wrong}
            onAnswer={(password) => party.answerPassword(password)}
            onGiveUp={onGiveUp}
          />
        )}
      </main>
    </Backdrop>
  )
}

function NobodyAnswers({ status }: { status: Extract<Status, { phase: 'lost' }> }) {
  const wait = Math.ceil((status.retryAt - useNow(250)) / 1000)
  return (
    <>
      <h1 className="ending-title">Nobody answers yet</h1>
      <p>
        Is the party still on, and are you on the same Wi-Fi? A VPN or a guest Wi-Fi can stand between you. We
        keep knocking.
      </p>
      <p className="quiet" aria-hidden="true">
        {wait > 0 ? `Next try in ${wait} s` : 'Trying…'}
      </p>
    </>
  )
}
