/** The game stands still: by whom, and for its host the way on. */

import { Pause, Play } from 'lucide-react'
import type { Party } from '../../../client/party.ts'
import { Button } from '../../pieces/button.tsx'
import { pausedWords } from '../../words/evening.ts'
import { useArrival } from './arrival.ts'
import type { EveningNow } from './use-evening.ts'
import './paused-sign.css'

export function PausedSign({ party, now }: { party: Party; now: EveningNow }) {
  const words = pausedWords(now.operator?.name ?? null, now.isOperator)
  return (
    <div className="paused-veil">
      {now.isOperator ? <WayOn party={party} words={words} /> : <Standstill words={words} />}
    </div>
  )
}

function Standstill({ words }: { words: string }) {
  return (
    <section className="paused" aria-label="Paused">
      <Pause className="paused-icon" aria-hidden="true" />
      <h2>{words}</h2>
    </section>
  )
}

function WayOn({ party, words }: { party: Party; words: string }) {
  const card = useArrival<HTMLElement>()
  return (
    <section ref={card} className="paused" aria-label="Paused" tabIndex={-1} data-pad="panel">
      <Pause className="paused-icon" aria-hidden="true" />
      <h2>{words}</h2>
      <Button
        look="main"
        icon={<Play />}
        onClick={() => party.ask({ type: 'pause', content: { paused: false } })}
      >
        Go on
      </Button>
    </section>
  )
}
