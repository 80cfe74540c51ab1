/** What a room tells everyone in it: what somebody said and showed, and what happened to them. */

import type { Appearance, Emote } from '../protocol/appearance.ts'
import { type HostMessage, type Line, writeMessage } from '../protocol/messages.ts'
import { Chat, type Saying } from './chat.ts'
import type { Player } from './player.ts'
import type { Seats } from './seats.ts'

export class Talk {
  readonly #seats: Seats
  readonly #chat = new Chat()

  constructor(seats: Seats) {
    this.#seats = seats
  }

  /** The last lines, as far as this player may read them. */
  linesFor(player: Player): Line[] {
    return this.#chat.linesFor(player)
  }

  tell(message: HostMessage, except?: Player): void {
    const text = writeMessage(message)
    for (const player of this.#seats) if (player !== except) player.tellText(text)
  }

  /** Puts something in the chat in a player's name: what they said, or what became of them. */
  note(author: Player, saying: Saying, between: readonly [Player, Player] | null = null): void {
    const line = this.#chat.add(author, saying, between)
    if (between) for (const player of new Set(between)) player.tell({ type: 'line', content: line })
    else this.tell({ type: 'line', content: line })
  }

  /** To everyone, or between two. */
  say(player: Player, text: string, to: Player | null = null): void {
    if (to) this.note(player, { kind: 'said', text, to: to.seat }, [player, to])
    else this.note(player, { kind: 'said', text })
  }

  emote({ seat }: Player, emote: Emote): void {
    this.tell({ type: 'emoted', content: { seat, emote } })
  }

  /** Confetti onto the field. */
  cheer({ seat }: Player, place: { x: number; y: number }): void {
    this.tell({ type: 'cheered', content: { seat, ...place } })
  }

  appear(player: Player, appearance: Appearance): void {
    const before = player.appearance.name
    player.appearance = appearance
    this.show(player)
    if (before !== appearance.name) this.note(player, { kind: 'renamed', before })
  }

  setAway(player: Player, away: boolean): void {
    if (player.away === away) return
    player.away = away
    this.show(player)
  }

  /** How somebody is now. */
  show(player: Player, except?: Player): void {
    this.tell({ type: 'player', content: player.info }, except)
  }
}
