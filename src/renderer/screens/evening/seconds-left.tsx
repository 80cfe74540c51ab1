/** How long something still lasts: a ring that empties around the seconds. */

import { useNow } from '../../session/now.ts'
import './seconds-left.css'

export interface SecondsLeftProps {
  /** In the page's steady milliseconds; null where it does not end by itself. */
  endsAt: number | null
  /** Seconds that the whole of it takes. */
  of: number
}

const around = 2 * Math.PI * 20

export function SecondsLeft({ endsAt, of }: SecondsLeftProps) {
  const now = useNow(100)
  if (endsAt === null) return null
  const left = Math.max(0, (endsAt - now) / 1000)
  return (
    <span className="seconds-left" role="timer" aria-live="off" data-hurry={left <= 5}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle className="seconds-track" cx="24" cy="24" r="20" />
        <circle
          className="seconds-ring"
          cx="24"
          cy="24"
          r="20"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - Math.min(1, left / of))}
        />
      </svg>
      <b>{Math.ceil(left)}</b>
      <span className="unseen"> seconds left</span>
    </span>
  )
}
