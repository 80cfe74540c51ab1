/** Who sits where in a room: seats are given from the lowest, spectators' from the highest. */

import type { PlayerInfo } from '../protocol/messages.ts'
import { mostSeats } from '../protocol/messages.ts'
import { mostSpectators } from './limits.ts'
import type { Player } from './player.ts'

/** A seat stays empty for so many milliseconds, so that no screen takes the next player for the last. */
const restBetween = 1000

export class Seats {
  readonly #players = new Map<number, Player>()
  readonly #freedAt = new Map<number, number>()
  #max: number

  constructor(max: number) {
    this.#max = max
  }

  get max(): number {
    return this.#max
  }

  [Symbol.iterator](): Iterator<Player> {
    return this.#players.values()
  }

  at(seat: number): Player | undefined {
    return this.#players.get(seat)
  }

  find(test: (player: Player) => boolean): Player | undefined {
    for (const player of this) if (test(player)) return player
    return undefined
  }

  /** The seat that a comer may take up again: by its key, or by the device's token where its line was lost. */
  heldFor({ resume, token }: { resume?: string | undefined; token: string }): Player | undefined {
    return (
      this.find(({ identity }) => identity.kind !== 'bot' && identity.resume === resume) ??
      this.find(({ identity, droppedAt }) => identity.token === token && droppedAt !== null)
    )
  }

  /** Held seats that were taken from an address, the one that was dropped first first. */
  heldFrom(address: string): Player[] {
    return [...this]
      .filter(({ identity, droppedAt }) => droppedAt !== null && identity.address === address)
      .sort((a, b) => (a.droppedAt ?? 0) - (b.droppedAt ?? 0))
  }

  count(kind: PlayerInfo['kind']): number {
    let count = 0
    for (const player of this) if (player.identity.kind === kind) count++
    return count
  }

  /** A seat for one more of this kind; null where there is none. Bots do not count against a human. */
  free(kind: PlayerInfo['kind'], now: number): number | null {
    if (kind === 'spectator') {
      if (this.count('spectator') >= mostSpectators) return null
      for (let seat = mostSeats - 1; seat >= 0; seat--) if (!this.#players.has(seat)) return seat
      return null
    }
    const taken = this.count('human') + (kind === 'bot' ? this.count('bot') : 0)
    if (taken >= this.#max) return null
    let resting: number | null = null
    for (let seat = 0; seat < mostSeats; seat++) {
      if (this.#players.has(seat)) continue
      if (now - (this.#freedAt.get(seat) ?? Number.NEGATIVE_INFINITY) >= restBetween) return seat
      resting ??= seat
    }
    return resting
  }

  take(player: Player): void {
    this.#players.set(player.seat, player)
  }

  release(player: Player, now: number): void {
    this.#players.delete(player.seat)
    this.#freedAt.set(player.seat, now)
  }
}
