/** What each of the host's messages changes in a client's view of the party. A pure function. */

import type { EveningInfo, HostMessage, Line, PlayerInfo } from '../protocol/messages.ts'
import type { Evening, PartyEvent, PartyState } from './party-state.ts'

/** Lines of chat that are kept. */
export const keptLines = 50

export function newPartyState(): PartyState {
  return {
    status: { phase: 'connecting' },
    room: null,
    seat: null,
    players: new Map(),
    chat: [],
    match: null,
    evening: null,
    notice: null,
  }
}

/** `now`: when it came, in the client's milliseconds. */
export function afterMessage(
  state: PartyState,
  message: HostMessage,
  now: number,
): { state: PartyState; event?: PartyEvent } {
  switch (message.type) {
    case 'welcome': {
      const { seat, room, match, evening, players, chat } = message.content
      return {
        state: {
          ...state,
          status: { phase: 'joined' },
          seat,
          room,
          match,
          evening: eveningAt(evening, now),
          players: bySeat(players),
          chat: kept(chat),
        },
      }
    }
    case 'room':
      return { state: { ...state, room: message.content } }
    case 'match':
      return { state: { ...state, match: message.content } }
    case 'taking':
      return {
        state: { ...state, match: state.match && { ...state.match, seats: message.content.seats } },
      }
    case 'evening':
      return { state: { ...state, evening: eveningAt(message.content, now) } }
    case 'player':
      return {
        state: { ...state, players: new Map(state.players).set(message.content.seat, message.content) },
      }
    case 'left': {
      const players = new Map(state.players)
      players.delete(message.content.seat)
      return { state: { ...state, players } }
    }
    case 'line': {
      const line = message.content
      return { state: { ...state, chat: kept([...state.chat, line]) }, event: { type: 'line', line } }
    }
    case 'emoted':
      return { state, event: { type: 'emoted', ...message.content } }
    case 'cheered':
      return { state, event: { type: 'cheered', ...message.content } }
    case 'notice': {
      const { about, notice, retryMs = null } = message.content
      return { state: { ...state, notice: { id: (state.notice?.id ?? 0) + 1, about, notice, retryMs } } }
    }
    case 'hello':
    case 'refused':
    case 'bye':
      return { state }
  }
}

function eveningAt({ endsInMs, ...evening }: EveningInfo, now: number): Evening {
  return { ...evening, endsAt: endsInMs === null ? null : now + endsInMs }
}

function bySeat(players: readonly PlayerInfo[]): Map<number, PlayerInfo> {
  return new Map(players.map((player) => [player.seat, player]))
}

function kept(lines: readonly Line[]): readonly Line[] {
  return lines.slice(-keptLines)
}
