/** Who holds the room's controls. The role is bound to a device's token, never to a name. */

import { banTime } from './limits.ts'
import type { Player } from './player.ts'

export class Roles {
  /** The device that the room was made for; where it is there, the controls are its. */
  readonly #owner: string | null
  readonly #bannedUntil = new Map<string, number>()

  constructor(owner: string | null) {
    this.#owner = owner
  }

  /**
   * Gives the role to the owner, else leaves it with whoever has it, else gives it to the human who is here longest
   * (the first of `players`). Returns those whose role changed.
   */
  assign(players: Iterable<Player>): Player[] {
    const humans = [...players].filter(({ identity }) => identity.kind !== 'bot')
    const operator =
      humans.find(({ identity }) => identity.token === this.#owner) ??
      humans.find((player) => player.operator) ??
      humans.find(({ identity }) => identity.kind === 'human')
    const changed = humans.filter((player) => player.operator !== (player === operator))
    for (const player of changed) player.operator = player === operator
    return changed
  }

  ban(player: Player, now: number): void {
    if (player.identity.token !== '') this.#bannedUntil.set(player.identity.token, now + banTime)
  }

  /** Lets go of bans that are over. */
  forget(now: number): void {
    for (const [token, until] of this.#bannedUntil) if (until <= now) this.#bannedUntil.delete(token)
  }

  /** Milliseconds that this device must still wait; 0 where it may come. */
  banned(token: string, now: number): number {
    const left = Math.ceil((this.#bannedUntil.get(token) ?? 0) - now)
    return Math.max(0, left)
  }
}
