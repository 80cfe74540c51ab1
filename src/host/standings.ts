/** The evening's table: who won how many points, with everyone who ever played, also those who left. */

import type { Outcome } from '../games/game.ts'
import type { Placing, Standing } from '../protocol/messages.ts'
import type { Player } from './player.ts'

/** What the winner of a match gets. */
const mostPoints = 10
/** Whoever is last in the table may earn so much more than the leader, as a share. */
const mostHelp = 0.5
/** Rows that are told: more than anybody reads, and few enough to tell each time. */
const longestTable = 200

interface Row {
  player: Player
  points: number
  wins: number
  played: number
}

export class Standings {
  readonly #rows = new Map<string, Row>()

  /** Books a match that came out, for whoever of it sits or sat in the room. Returns how everyone was placed. */
  book(outcome: Outcome, playerAt: (seat: number) => Player | undefined, handicap: boolean): Placing[] {
    const ranks = outcome.ranks
      .map((seats) => seats.map(playerAt).filter((player) => player !== undefined))
      .filter((players) => players.length > 0)
    const count = ranks.flat().length
    const leader = Math.max(0, ...[...this.#rows.values()].map(({ points }) => points))
    const places: Placing[] = []
    let ahead = 0
    for (const players of ranks) {
      // Those who share a rank share what its places are worth.
      const place = ahead + (players.length - 1) / 2
      for (const player of players) {
        const row = this.#row(player)
        const help = handicap && leader > 0 ? mostHelp * (1 - row.points / leader) : 0
        const points = Math.round(((mostPoints * (count - place)) / count) * (1 + help))
        const score = outcome.scores?.[player.seat] ?? null
        places.push({ ...contestant(player), seat: player.seat, rank: ahead + 1, score, points })
      }
      ahead += players.length
    }
    this.add(places, playerAt)
    return places
  }

  /** Books a match whose places are known. */
  add(places: readonly Placing[], playerAt: (seat: number) => Player | undefined): void {
    for (const { seat, rank, points } of places) {
      const player = seat === null ? undefined : playerAt(seat)
      if (!player) continue
      const row = this.#row(player)
      row.points += points
      row.played++
      if (rank === 1) row.wins++
    }
  }

  /** Best first. Who is among `present` stands there as they are now, the others as they were. */
  table(present: Iterable<Player>): Standing[] {
    const here = new Map<string, Player>()
    for (const player of present) if (!here.has(keyOf(player))) here.set(keyOf(player), player)
    return [...this.#rows]
      .sort(([, a], [, b]) => b.points - a.points || b.wins - a.wins)
      .slice(0, longestTable)
      .map(([key, { player, points, wins, played }]) => {
        const now = here.get(key)
        return { ...contestant(now ?? player), seat: now?.seat ?? null, points, wins, played }
      })
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0
  }

  clear(): void {
    this.#rows.clear()
  }

  #row(player: Player): Row {
    const key = keyOf(player)
    const row = this.#rows.get(key) ?? { player, points: 0, wins: 0, played: 0 }
    row.player = player
    this.#rows.set(key, row)
    return row
  }
}

/** People are known by their device, bots by their name. */
function keyOf({ identity: { token }, appearance: { name } }: Player): string {
  return token === '' ? `bot ${name}` : `device ${token}`
}

function contestant({ appearance, identity }: Player) {
  return { ...appearance, bot: identity.kind === 'bot' }
}
