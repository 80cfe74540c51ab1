/** The one timer of a host: calls when something is due, and now and then while nothing is. */

/** Milliseconds between two looks while no match runs. */
const idleWait = 250

/** Windows wakes whoever sleeps for less than a millisecond many milliseconds later. */
const sleepsFinely = process.platform !== 'win32'
const cell = new Int32Array(new SharedArrayBuffer(4))

/**
 * Calls `advance(now)` whenever `next(now)` comes due, until stopped; `wake` when that may have become sooner. Timers
 * only know whole milliseconds: a look that is early by a fraction of one sleeps for the rest, or waits without
 * sleeping where the system cannot sleep so short. What arrived meanwhile is read before the tick is made.
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
    if (wait > 1) {
      timer = setTimeout(look, Math.floor(wait))
    } else {
      if (sleepsFinely && wait > 0) Atomics.wait(cell, 0, 0, wait)
      soon = setImmediate(look)
    }
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
