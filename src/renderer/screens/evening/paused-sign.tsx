/** The game stands still: by whom, and for its host the way on. */

import { Pause, Play } from 'lucide-react'
import type { Party } from '../../../client/party.ts'
import { Button } from '../../pieces/button.tsx'
import { pausedWords } from '../../words/evening.ts'
import type { EveningNow } from './use-evening.ts'
import './paused-sign.css'

export function PausedSign({ party, now }: { party: Party; now: EveningNow }) {
  return (
    <div className="paused-veil">
      <section className="paused card" aria-label="Paused">
        <Pause className="paused-icon" aria-hidden="true" />
        <h2>{pausedWords(now.operator?.name ?? null, now.isOperator)}</h2>
        {now.isOperator && (
          <Button
            look="main"
            icon={<Play />}
            onClick={() => party.ask({ type: 'pause', content: { paused: false } })}
          >
            Go on
          </Button>
        )}
      </section>
    </div>
  )
}
