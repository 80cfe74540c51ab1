/** A pace that is exact on average and costs no more than a timer: what the floors are sent at. */

/** Beats that are made up for; further behind, they are let go, or a busy machine would never catch up. */
const mostBehind = 5

/** Calls `beat` `rate` times a second for ever. A timer is late by up to a millisecond; the next one makes up for it. */
export function pace(rate: number, beat: () => void): void {
  const period = 1000 / rate
  let due = performance.now() + period
  const wait = () => {
    const now = performance.now()
    due = Math.max(due, now - mostBehind * period)
    while (due <= now) {
      beat()
      due += period
    }
    setTimeout(wait, Math.max(0, due - performance.now()))
  }
  setTimeout(wait, period)
}
