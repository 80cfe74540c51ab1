/** Plays one match among bots, and says what came of it. */

import type { AnyGame } from '../../src/games/game.ts'
import { standardOptions } from '../../src/games/options.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { seenBy, stepWith } from '../../test/support/bot-match.ts'
import type { Job } from './jobs.ts'

export interface Played {
  readonly job: Job
  /** Null where it had no result in time. */
  readonly ranks: readonly (readonly number[])[] | null
  readonly seconds: number
  /** The longest that anybody had nothing to do, in seconds. */
  readonly longestWait: number
  /** Milliseconds of the rules and of all bots together, in the mean of its ticks. */
  readonly rules: number
  readonly bots: number
  /** What was wrong with its state, or with what it threw. */
  readonly fault: string | null
}

/** A match may last so many times as long as its game says. */
export const patience = 2
const looks = 120

export function play(game: AnyGame, job: Job): Played {
  const longest = game.lasts * patience * game.ticksPerSecond
  const random = randomStream(job.seed)
  const waits = new Map(job.seats.map((seat) => [seat, 0]))
  let [tick, wait, rules, bots] = [0, 0, 0, 0]
  let fault: string | null = null
  let ranks: Played['ranks'] = null
  try {
    const state = game.state.quantise(game.start(job.seats, job.seed, standardOptions(game)))
    const brains = job.seats.map((seat, i) => game.bot.play(seat, random, job.strengths[i] ?? 'fair'))
    while (tick < longest && ranks === null) {
      tick++
      const began = performance.now()
      const inputs: { [seat: number]: unknown } = {}
      for (const [i, seat] of job.seats.entries())
        inputs[seat] = game.input.quantise(brains[i]?.next(seenBy(game, state, seat), tick))
      const chosen = performance.now()
      stepWith(game, state, tick, inputs)
      rules += performance.now() - chosen
      bots += chosen - began
      for (const seat of job.seats) {
        const waited = game.isOut?.(state, seat) ? (waits.get(seat) ?? 0) + 1 : 0
        waits.set(seat, waited)
        wait = Math.max(wait, waited)
      }
      if (tick % looks === 0) fault ??= faultOf(game, state)
      ranks = game.result(state)?.ranks ?? null
    }
    fault ??= faultOf(game, state) ?? faultOfRanks(ranks, job.seats)
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  return {
    ...{ job, ranks, fault, rules: rules / tick, bots: bots / tick },
    seconds: tick / game.ticksPerSecond,
    longestWait: wait / game.ticksPerSecond,
  }
}

function faultOf(game: AnyGame, state: unknown): string | null {
  if (!game.state.same(game.state.quantise(game.state.copy(state)), state))
    return 'its state is not quantised'
  return /NaN|Infinity/.test(JSON.stringify(state)) ? 'its state holds what is not a number' : null
}

function faultOfRanks(ranks: Played['ranks'], seats: readonly number[]): string | null {
  if (!ranks) return null
  const placed = ranks.flat().sort((a, b) => a - b)
  return placed.join() === seats.join() ? null : `it placed the seats ${placed}, not ${seats}`
}
