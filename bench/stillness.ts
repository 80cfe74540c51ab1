/**
 * How evenly this machine lets a process go on that does nothing but sleep from tick to tick: what no host on it can be
 * better than. `node stillness.ts` prints one line.
 */

import { quantile } from './figures.ts'
import { answerLines, say } from './lines.ts'

const period = 1000 / 60
const ticks = 300

function measureStillness(): { jitterP99: number } {
  const cell = new Int32Array(new SharedArrayBuffer(4))
  const woken: number[] = []
  let due = performance.now() + period
  for (let tick = 0; tick < ticks; tick++, due += period) {
    Atomics.wait(cell, 0, 0, Math.max(0, due - performance.now()))
    woken.push(performance.now())
  }
  const apart = woken.slice(1).map((at, i) => Math.abs(at - (woken[i] ?? at) - period))
  return { jitterP99: quantile(apart, 0.99) }
}

say({})
answerLines(measureStillness)
