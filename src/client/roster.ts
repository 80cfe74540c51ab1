/** What each of the host's messages changes in a client's view of the party. A pure function. */

import type { HostMessage, Line, PlayerInfo } from '../protocol/messages.ts'
import type { PartyEvent, PartyState } from './party-state.ts'

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
    notice: null,
  }
}

export function afterMessage(
  state: PartyState,
  message: HostMessage,
): { state: PartyState; event?: PartyEvent } {
  switch (message.type) {
    case 'welcome': {
      const { seat, room, match, players, chat } = message.content
      return {
        state: {
          ...state,
          status: { phase: 'joined' },
          seat,
          room,
          match,
          players: bySeat(players),
          chat: kept(chat),
        },
      }
    }
    case 'room':
      return { state: { ...state, room: message.content } }
    case 'match':
      return { state: { ...state, match: message.content } }
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

function bySeat(players: readonly PlayerInfo[]): Map<number, PlayerInfo> {
  return new Map(players.map((player) => [player.seat, player]))
}

function kept(lines: readonly Line[]): readonly Line[] {
  return lines.slice(-keptLines)
}
