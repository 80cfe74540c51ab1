/** The time of the page's steady clock, for screens that count down. */

import { useEffect, useState } from 'react'

/** Milliseconds as `performance.now()` gives them, looked at anew every so often. */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
