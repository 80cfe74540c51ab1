/** A room's chat: its last lines, and who may read which. */

import type { Line } from '../protocol/messages.ts'
import type { Player } from './player.ts'

/** Lines that whoever comes late still gets. */
const keptLines = 50

interface Entry {
  line: Line
  /** The two that whisper; null for everyone. */
  between: readonly [Player, Player] | null
}

/** A line before the chat has numbered it and named its author. */
export type Saying =
  | { kind: 'said'; text: string; to?: number }
  | { kind: 'joined' | 'left' | 'dropped' | 'returned' | 'removed' }
  | { kind: 'renamed'; before: string }

export class Chat {
  #entries: Entry[] = []
  #count = 0

  add(author: Player, saying: Saying, between: readonly [Player, Player] | null = null): Line {
    const { name, colour } = author.appearance
    const line: Line = { id: this.#count++, seat: author.seat, name, colour, ...saying }
    this.#entries.push({ line, between })
    if (this.#entries.length > keptLines) this.#entries = this.#entries.slice(-keptLines)
    return line
  }

  /** What this player may read. */
  linesFor(player: Player): Line[] {
    return this.#entries
      .filter(({ between }) => between === null || between.includes(player))
      .map(({ line }) => line)
  }
}
