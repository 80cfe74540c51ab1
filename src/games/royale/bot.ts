/** Somebody who picks hands: by habit, or by what the others showed before, which is all that they can know. */

import type { Bot, Strength } from '../game.ts'
import { type Past, someHabit, step } from './bot-habits.ts'
import { Notes } from './bot-notes.ts'
import { tallyOf } from './verdict.ts'
import { beats, type Royale, type RoyaleInput, ticksPerSecond } from './world.ts'

interface Temper {
  /** How often they follow their habit, and how often they think about the others; else they pick blindly. */
  readonly habit: number
  readonly thought: number
}

const tempers: Readonly<Record<Strength, Temper>> = {
  gentle: { habit: 0.6, thought: 0 },
  fair: { habit: 0.45, thought: 0.2 },
  sharp: { habit: 0, thought: 0.9 },
}
/** Seconds until they have made up their mind, at the least and at the most. */
const ponders = { least: 0.5, most: 2 }
const untried: Past = { last: 0, outcome: 'even' }

export const royaleBot: Bot<Royale, RoyaleInput> = {
  play(seat, random, strength) {
    const temper = tempers[strength]
    const habit = someHabit(random)
    const watched = new Watched()
    let seen = ''
    let plan = { pick: 0, atLeft: 0 }
    return {
      next(state) {
        const { clock, actions, royale, round } = state
        const now = `${royale} ${round} ${clock.phase}`
        if (now !== seen) {
          seen = now
          if (clock.phase === 'reveal') watched.look(state)
          if (clock.phase === 'pick') {
            const ponder = ponders.least + random() * (ponders.most - ponders.least)
            const pick = choose(state)
            plan = { pick, atLeft: clock.left - ponder * ticksPerSecond }
          }
        }
        const isIn = clock.phase === 'pick' && state.players[seat]?.fate === 'in'
        return { pick: isIn && clock.left <= plan.atLeft ? Math.min(plan.pick, actions) : 0 }
      },
    }

    function choose(state: Royale): number {
      const { actions } = state
      const mood = random()
      const blind = 1 + Math.floor(random() * actions)
      if (mood < temper.habit) return habit(watched.pastOf(seat), actions, random) || blind
      if (mood < temper.habit + temper.thought) return watched.bestAgainstOthers(state, seat, random)
      return blind
    }
  },
}

/** What the hands that were shown say about everyone. */
class Watched {
  readonly #notes = new Map<number, Notes>()
  readonly #pasts = new Map<number, Past>()

  pastOf(seat: number): Past {
    return this.#pasts.get(seat) ?? untried
  }

  look(state: Royale): void {
    const { score } = tallyOf(state)
    state.players.forEach((player, seat) => {
      if (!player || player.pick === 0) return
      const notes = this.#notes.get(seat) ?? new Notes()
      this.#notes.set(seat, notes)
      notes.saw(this.pastOf(seat), player.pick, state.actions)
      const came = score[player.pick] ?? 0
      this.#pasts.set(seat, { last: player.pick, outcome: came > 0 ? 'won' : came < 0 ? 'lost' : 'even' })
    })
  }

  /** The hand that is likely to beat the most; of equals any. */
  bestAgainstOthers(state: Royale, seat: number, random: () => number): number {
    const { actions, players } = state
    const likely = new Array<number>(actions + 1).fill(0)
    players.forEach((player, at) => {
      if (player?.fate !== 'in' || at === seat) return
      const foreseen = this.#notes.get(at)?.foresee(this.pastOf(at), actions)
      foreseen?.forEach((chance, pick) => {
        likely[pick] = (likely[pick] ?? 0) + chance
      })
    })
    let best = { pick: 0, worth: Number.NEGATIVE_INFINITY }
    const first = Math.floor(random() * actions)
    for (let i = 0; i < actions; i++) {
      const pick = step(1, first + i, actions)
      const worth = likely.reduce(
        (sum, chance, other) =>
          other === 0
            ? sum
            : sum + (beats(pick, other, actions) ? chance : beats(other, pick, actions) ? -chance : 0),
        0,
      )
      if (worth > best.worth + 1e-9) best = { pick, worth }
    }
    return best.pick
  }
}
