/** Whom the stage honours: the winners of the last match while they are celebrated, and who leads the evening. */

import type { Evening } from '../../client/party-state.ts'
import type { Mood } from '../../games/view.ts'
import type { Placing, Standing } from '../../protocol/messages.ts'
import { playerColours } from './palette.ts'

/** A crown that many wear honours nobody. */
const mostLeaders = 2

/** The seats of who has most points. */
export function leadersOf(standings: readonly Standing[]): ReadonlySet<number> {
  const most = Math.max(1, ...standings.map(({ points }) => points))
  const leading = standings.filter(({ points }) => points === most)
  const seats = leading.map(({ seat }) => seat).filter((seat) => seat !== null)
  return new Set(leading.length <= mostLeaders ? seats : [])
}

/** Seats with their colours. Nobody, where everybody shares the first place. */
export function winnersOf(places: readonly Placing[], mood: Mood): ReadonlyMap<number, string> {
  const first = places.filter(({ rank }) => rank === 1)
  if (first.length === places.length && places.length > 1) return new Map()
  return coloursOf(first, mood)
}

function coloursOf(
  them: readonly Pick<Placing, 'seat' | 'colour'>[],
  mood: Mood,
): ReadonlyMap<number, string> {
  const colours = new Map<number, string>()
  for (const { seat, colour } of them) if (seat !== null) colours.set(seat, playerColours[mood][colour])
  return colours
}

export class Honours {
  #standings: readonly Standing[] | null = null
  #leaders: ReadonlySet<number> = new Set()
  #phase: Evening['phase'] | null = null

  get leaders(): ReadonlySet<number> {
    return this.#leaders
  }

  /**
   * Once a frame. Answers with whom to celebrate from now on, nobody where a celebration is over, and null where
   * nothing changed.
   */
  pass(evening: Evening | null, mood: Mood): ReadonlyMap<number, string> | null {
    if (!evening) return null
    if (evening.standings !== this.#standings) {
      this.#standings = evening.standings
      this.#leaders = leadersOf(evening.standings)
    }
    if (evening.phase === this.#phase) return null
    this.#phase = evening.phase
    if (evening.phase === 'result') return winnersOf(evening.result?.places ?? [], mood)
    if (evening.phase !== 'podium') return new Map()
    const champions = leadersOf(evening.tally)
    return coloursOf(
      evening.tally.filter(({ seat }) => seat !== null && champions.has(seat)),
      mood,
    )
  }
}
