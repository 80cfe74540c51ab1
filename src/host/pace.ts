/** The one timer of a host: calls when something is due, and now and then while nothing is. */

/** Milliseconds between two looks while no match runs. */
const idleWait = 250

/** So many milliseconds before something is due, what arrived is read, so that it still counts. */
const lastLook = 0.3

/** A timer may be late by so many milliseconds: it counts whole ones, from a clock that is read now and then. */
const timersLate = 1

/** Windows wakes whoever sleeps for less than a millisecond many milliseconds later. */
const sleepsFinely = process.platform !== 'win32'
const cell = new Int32Array(new SharedArrayBuffer(4))

/**
 * Calls `advance(now)` whenever `next(now)` comes due, until stopped; `wake` when that may have become sooner. Timers
 * only know whole milliseconds: they are left early, and the rest of one is slept, or waited for without sleeping where
 * the system cannot sleep so short.
 */
export function keepPace(
  now: () => number,
  next: (now: number) => number | null,
  advance: (now: number) => void,
): { wake(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  let soon: NodeJS.Immediate | null = null
  let stopped = false
  const rest = () => (next(now()) ?? Number.POSITIVE_INFINITY) - now()
  const look = () => {
    const left = rest()
    if (left <= lastLook) {
      sleep(left)
      advance(now())
    } else if (left === Number.POSITIVE_INFINITY) {
      advance(now())
    }
    plan()
  }
  const plan = () => {
    if (stopped) return
    const wait = Math.min(idleWait, rest() - lastLook)
    if (wait >= timersLate + 1) {
      timer = setTimeout(look, Math.floor(wait) - timersLate)
    } else {
      if (sleepsFinely) sleep(wait)
      // Between this and the look, what arrived is read.
      soon = setImmediate(look)
    }
  }
  const sleep = (ms: number) => {
    if (sleepsFinely && ms > 0) Atomics.wait(cell, 0, 0, ms)
    for (const until = now() + ms; !sleepsFinely && now() < until; );
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
