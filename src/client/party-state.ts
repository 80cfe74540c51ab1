/** What a client knows of its party, as one immutable value that is replaced when something changes. */

import type { Emote } from '../protocol/appearance.ts'
import type { EveningInfo, Line, MatchInfo, PlayerInfo, RoomInfo } from '../protocol/messages.ts'
import type { Notice, Reason } from '../protocol/reasons.ts'

export type Status =
  /** Dialling, or waiting for the host's answer. */
  | { phase: 'connecting' }
  /** The party has a password. `wrong` after one that was not it. */
  | { phase: 'asking'; wrong: boolean }
  | { phase: 'joined' }
  /** The line was lost; it is being dialled again. Times in the client's milliseconds. */
  | { phase: 'lost'; since: number; attempt: number; retryAt: number }
  /** The host does not let us in. `retryMs` where waiting helps. */
  | {
      phase: 'refused'
      reason: Reason
      host: { protocol: number; version: string } | null
      retryMs: number | null
    }
  /** It is over: the host said goodbye, or we did. */
  | { phase: 'over'; reason: Reason }

/** How the evening stands, with the end of its phase in the client's milliseconds; null where it does not end by itself. */
export type Evening = Omit<EveningInfo, 'endsInMs'> & { endsAt: number | null }

export interface PartyState {
  status: Status
  /** Null until the host's first word. */
  room: RoomInfo | null
  /** Own seat, once joined; it stays through a lost line. */
  seat: number | null
  /** Everyone in the room by seat, spectators and held seats included. */
  players: ReadonlyMap<number, PlayerInfo>
  /** The last fifty lines, oldest first. */
  chat: readonly Line[]
  match: MatchInfo | null
  /** Null until it is joined. */
  evening: Evening | null
  /** The last answer that turned a request of ours down; `id` counts up, so that the same one twice can be told apart. */
  notice: { id: number; about: string; notice: Notice; retryMs: number | null } | null
}

/** Things that pass: shown once, not kept. */
export type PartyEvent =
  | { type: 'line'; line: Line }
  | { type: 'emoted'; seat: number; emote: Emote }
  /** Confetti, in world units. */
  | { type: 'cheered'; seat: number; x: number; y: number }

/** Figures about the line, read once a frame or so; not part of the state, which would change all the time. */
export interface LinkFigures {
  /** Round trip in milliseconds; null before the first answer. */
  ping: number | null
  /** Spread of arrivals, in milliseconds. */
  jitter: number
  /** How far in the past others are drawn, in milliseconds. */
  delay: number
  /** How far ahead of the host's last snapshot own movement runs, in milliseconds. */
  lead: number
  /** Milliseconds since the host was last heard. */
  silence: number
  corrections: number
  bytesIn: number
  bytesOut: number
}
