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

  /** The seats that chose each game; those first who voted first. */
  get voices(): Record<string, number[]> {
    const voices: Record<string, number[]> = {}
    for (const [seat, game] of this.#chosen) voices[game] = [...(voices[game] ?? []), seat]
    return voices
  }

  /** One of those with the most votes; of all `games` where nobody voted. `random` in [0, 1) breaks the tie. */
  winner(games: readonly string[], random: number): string {
    const voices = Object.entries(this.voices)
    const most = Math.max(0, ...voices.map(([, seats]) => seats.length))
    const best = most === 0 ? games : voices.filter(([, { length }]) => length === most).map(([game]) => game)
    return best[Math.floor(random * best.length)] ?? (games[0] as string)
  }
}
