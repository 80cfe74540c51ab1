/** The one timer of a host: calls when something is due, and now and then while nothing is. */

/** Milliseconds between two looks while no match runs. */
const idleWait = 250

/**
 * Calls `advance(now)` whenever `next(now)` comes due, until stopped; `wake` when that may have become sooner. Timers only know whole milliseconds: a look
 * that is early by a fraction waits for the rest of it without sleeping.
 */
export function keepPace(
  now: () => number,
  next: (now: number) => number | null,
  advance: (now: number) => void,
): { wake(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  let soon: NodeJS.Immediate | null = null
  let stopped = false
  const look = () => {
    const due = next(now())
    if (due === null || now() >= due) advance(now())
    plan()
  }
  const plan = () => {
    if (stopped) return
    const due = next(now())
    const wait = Math.min(idleWait, (due ?? Number.POSITIVE_INFINITY) - now())
    if (wait > 1) timer = setTimeout(look, Math.floor(wait))
    else soon = setImmediate(look)
  }
  const forget = () => {
    if (timer) clearTimeout(timer)
    if (soon) clearImmediate(soon)
  }
  plan()
  return {
    wake: () => {
      forget()
      plan()
    },
    stop: () => {
      stopped = true
      forget()
    },
  }
}
