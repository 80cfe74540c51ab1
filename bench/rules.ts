/**
 * A tick's work in the meadow's rules, and whether ten minutes of it leave anything behind on the heap.
 * `node --expose-gc rules.ts` prints one line.
 */

import { meadow } from '../src/games/meadow/game.ts'
import type { MeadowInput } from '../src/games/meadow/world.ts'
import { randomStream } from '../src/netcode/random.ts'
import { quantile } from './figures.ts'
import { answerLines, say } from './lines.ts'

export interface RulesFigures {
  bodies: number
  ticks: number
  /** Milliseconds of one tick: step and quantise. */
  median: number
  p99: number
  /** Bytes on the heap after a collection, at the end of each minute. */
  heap: number[]
}

const bodies = 100
const minutes = 10
const ticksPerMinute = 60 * meadow.ticksPerSecond
/** Ticks that a direction is held. */
const heldFor = 30

function measureRules(): RulesFigures {
  const random = randomStream(1)
  const seats = Array.from({ length: bodies }, (_, seat) => seat)
  const state = meadow.state.quantise(meadow.start(seats, 1, {}))
  const inputs: MeadowInput[] = seats.map(() => ({ ...meadow.idle }))
  // Allocated before the first look at the heap, so that what is measured is not the measuring.
  const took = new Float64Array(minutes * ticksPerMinute)
  const heap: number[] = []
  for (let tick = 1; tick <= took.length; tick++) {
    for (const seat of seats) if ((tick + seat) % heldFor === 0) inputs[seat] = anyInput(random)
    const began = performance.now()
    meadow.step(state, { tick, dt: 1 / meadow.ticksPerSecond, inputs, behind: () => 0 })
    meadow.state.quantise(state)
    took[tick - 1] = performance.now() - began
    if (tick % ticksPerMinute === 0) heap.push(heapNow())
  }
  const all = [...took]
  return { bodies, ticks: all.length, median: quantile(all, 0.5), p99: quantile(all, 0.99), heap }
}

function anyInput(random: () => number): MeadowInput {
  const axis = () => Math.floor(random() * 3) - 1
  return { x: axis(), y: axis(), kick: random() < 0.1 }
}

function heapNow(): number {
  if (!globalThis.gc) throw new Error('run it with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

say({ ready: true })
answerLines(measureRules)
