/** The evening's table in words and ranks. */

import type { Standing } from '../../protocol/messages.ts'

export interface RankedStanding extends Standing {
  /** From 1; those who stand level share one. */
  rank: number
}

/** The table as the host sends it, best first, with everyone's rank. */
export function ranked(table: readonly Standing[]): RankedStanding[] {
  let rank = 0
  return table.map((row, i) => {
    const above = table[i - 1]
    if (!above || above.points !== row.points || above.wins !== row.wins) rank = i + 1
    return { ...row, rank }
  })
}

/** Who stands on the podium: the first three ranks, with all who share them, at most so many. */
export function podiumOf(table: readonly Standing[], most = 6): RankedStanding[] {
  return ranked(table)
    .filter(({ rank }) => rank <= 3)
    .slice(0, most)
}
