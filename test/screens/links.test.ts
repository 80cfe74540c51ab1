import { describe, expect, it } from 'vitest'
import type { PartyState } from '../../src/client/party-state.ts'
import type { RoomInfo } from '../../src/protocol/messages.ts'
import { whatToDo } from '../../src/renderer/session/links-choice.ts'

const here = { host: '192.168.1.20', port: 8765, room: null }
const elsewhere = { host: '192.168.1.30', port: 8765, room: null }
const room = { room: 'party', name: 'Den' } as RoomInfo
const inParty = (status: PartyState['status'] = { phase: 'joined' }, seat: number | null = 0) => ({
  target: here,
  state: { status, seat, room },
})

describe('a link to a party', () => {
  it('is followed at once from the lobby', () => {
    expect(whatToDo(here, null)).toBe('go')
  })

  it('asks first while one is in another party, also while the line is lost', () => {
    expect(whatToDo(elsewhere, inParty())).toBe('ask')
    expect(whatToDo({ ...here, port: 8766 }, inParty())).toBe('ask')
    expect(whatToDo({ ...here, room: 'other' }, inParty())).toBe('ask')
    const lost = { phase: 'lost', since: 0, attempt: 1, retryAt: 100 } as const
    expect(whatToDo(elsewhere, inParty(lost))).toBe('ask')
  })

  it('does nothing where one is in that very party', () => {
    expect(whatToDo(here, inParty())).toBe('stay')
    expect(whatToDo({ ...here, room: 'party' }, inParty())).toBe('stay')
  })

  it('is followed at once where there is nothing to lose any more, or nothing yet', () => {
    expect(whatToDo(elsewhere, inParty({ phase: 'over', reason: 'host-stopped' }))).toBe('go')
    expect(whatToDo(elsewhere, inParty({ phase: 'connecting' }, null))).toBe('go')
    const lost = { phase: 'lost', since: 0, attempt: 1, retryAt: 100 } as const
    expect(whatToDo(here, inParty(lost, null))).toBe('go')
  })
})
