/** A vote for the next game: one voice each, which may change its mind. */

export class Ballots {
  readonly #chosen = new Map<number, string>()

  cast(seat: number, game: string): void {
    this.#chosen.set(seat, game)
  }

  /** Someone left, and their voice with them. */
  withdraw(seat: number): void {
    this.#chosen.delete(seat)
  }

  clear(): void {
    this.#chosen.clear()
  }

  hasVoted(seat: number): boolean {
    return this.#chosen.has(seat)
  }

  get counts(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const game of this.#chosen.values()) counts[game] = (counts[game] ?? 0) + 1
    return counts
  }

  /** One of those with the most votes; of all `games` where nobody voted. `random` in [0, 1) breaks the tie. */
  winner(games: readonly string[], random: number): string {
    const { counts } = this
    const most = Math.max(0, ...Object.values(counts))
    const best = most === 0 ? games : Object.keys(counts).filter((game) => counts[game] === most)
    return best[Math.floor(random * best.length)] ?? (games[0] as string)
  }
}
