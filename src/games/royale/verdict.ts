/** Who beats whom when all hands show: everyone plays everyone, and who does not beat more than beat them is out. */

import { beats, type Royale, seatsWhere } from './world.ts'

export interface Tally {
  /** How many show each hand, by pick. */
  readonly shown: readonly number[]
  /** How many a pick beats less how many beat it, by pick. */
  readonly score: readonly number[]
}

export interface Verdict {
  readonly stay: readonly number[]
  readonly fall: readonly number[]
  /** Whether everybody's hand was as good as everybody else's. */
  readonly isTie: boolean
}

/** Of all who show a hand: who are in, and who fall by it. */
export function tallyOf(state: Royale): Tally {
  const { actions, players } = state
  const shown = new Array<number>(actions + 1).fill(0)
  for (const player of players) {
    if (!player || player.pick < 1 || player.pick > actions) continue
    if (player.fate === 'in' || player.fate === 'falls') shown[player.pick] = (shown[player.pick] ?? 0) + 1
  }
  const score = shown.map((_, pick) => {
    let sum = 0
    for (let other = 1; pick > 0 && other <= actions; other++) {
      const many = shown[other] ?? 0
      if (beats(pick, other, actions)) sum += many
      else if (beats(other, pick, actions)) sum -= many
    }
    return sum
  })
  return { shown, score }
}

/**
 * Who stays in. An empty hand does not, unless nobody shows any: then nobody plays, and all share. Where all hands are
 * equally good, all stay. In a royale's last round only the best hands do.
 */
export function verdictOf(state: Royale): Verdict {
  const { score } = tallyOf(state)
  const all = seatsWhere(state, ({ fate }) => fate === 'in')
  const pickOf = (seat: number) => state.players[seat]?.pick ?? 0
  const scoreOf = (seat: number) => score[pickOf(seat)] ?? 0
  const shown = all.filter((seat) => pickOf(seat) > 0)
  if (shown.length === 0) return { stay: all, fall: [], isTie: false }
  const isEven = shown.every((seat) => scoreOf(seat) === 0)
  const best = shown.reduce((most, seat) => Math.max(most, scoreOf(seat)), 0)
  const least = state.isLastRound ? best : 1
  const stay = isEven ? shown : shown.filter((seat) => scoreOf(seat) >= least)
  const fall = all.filter((seat) => !stay.includes(seat))
  return { stay, fall, isTie: fall.length === 0 }
}
