/** Before a match: what it is called, its one rule, the controls, and a count that ends for everyone at the same moment. */

import { useEffect, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import { viewOf } from '../../../games/views.ts'
import { playSound } from '../../stage/sounds.ts'
import { ControlList } from './control-list.tsx'
import { useEvening } from './use-evening.ts'
import './countdown.css'

/** How often the shared clock is asked, and how long "Go!" stands, in milliseconds. */
const lookEvery = 40
const goStands = 900

export function Countdown({ party }: { party: Party }) {
  const now = useEvening(party)
  const count = useCount(party)
  const { game, evening } = now ?? {}
  if (!game) return null
  const isOn = evening?.phase === 'countdown'
  return (
    <div className="countdown" data-last={count === 1 || undefined}>
      {isOn && (
        <section className="countdown-card" aria-label="The next game">
          <h2 className="countdown-title">{game.title}</h2>
          <p className="countdown-rule">{game.rule}</p>
          {now?.state.match?.seats.includes(now.state.seat ?? -1) && (
            <ControlList controls={viewOf(game.id)?.controls ?? []} />
          )}
        </section>
      )}
      {count !== null && (
        <p key={count} className={`countdown-count ${count === 0 ? 'go' : ''}`} aria-hidden="true">
          {count === 0 ? 'Go!' : count}
        </p>
      )}
    </div>
  )
}

/** Whole seconds until the match begins, 0 right after it has, and null long before and after. */
function useCount(party: Party): number | null {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let shown: number | null = null
    let goneAt = 0
    const show = (next: number | null) => {
      if (next === shown) return
      if (next !== null) playSound(next === 0 ? 'go' : 'countdown')
      shown = next
      setCount(next)
    }
    const look = setInterval(() => {
      const { match, state } = party
      const { phase, paused } = state.evening ?? {}
      const now = performance.now()
      const left = match?.truth && phase === 'countdown' ? match.startsIn(now) : 0
      if (left > 0) show(Math.ceil(left))
      // A count that nobody saw has no end to shout about.
      else if (shown !== null && shown > 0 && match?.truth && !paused) {
        goneAt = now
        show(0)
      } else if (shown === 0 && now - goneAt > goStands) show(null)
      if (shown !== null && phase !== 'countdown' && phase !== 'playing') show(null)
    }, lookEvery)
    return () => clearInterval(look)
  }, [party])
  return count
}
