/** Everyone in the room as the views see them; made anew only when somebody changed. */

import type { Face } from '../../games/view.ts'
import type { PlayerInfo } from '../../protocol/messages.ts'

export class Faces {
  #of: ReadonlyMap<number, PlayerInfo> | null = null
  #map: ReadonlyMap<number, Face> = new Map()

  of(players: ReadonlyMap<number, PlayerInfo>): ReadonlyMap<number, Face> {
    if (this.#of === players) return this.#map
    const map = new Map<number, Face>()
    for (const [seat, player] of players) map.set(seat, { ...player, bot: player.kind === 'bot' })
    this.#of = players
    this.#map = map
    return map
  }
}
