/** A connection to a virtual party that is made by hand: it sends what a test likes, and remembers what it was told. */

import type { Receiver } from '../../src/protocol/connection.ts'
import { reasonOf } from '../../src/protocol/reasons.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import type { VirtualParty } from './virtual-party.ts'

export interface Knocker {
  readonly session: Receiver
  /** The types of the messages that came. */
  readonly told: readonly string[]
  heard(type: string): Record<string, unknown> | undefined
  join(token: string, more?: Record<string, unknown>): void
  /** From now on so many bytes that were meant for it lie unread. */
  stick(bytes: number): void
  readonly probes: number
  /** Cut without a word. */
  readonly isCut: boolean
  /** Why it was closed; null while it is open. */
  readonly closed: string | null
}

export function knock(world: VirtualParty, room = '', address = '10.0.0.9'): Knocker {
  const messages: { type: string; content: Record<string, unknown> }[] = []
  let backlog = 0
  let probes = 0
  let isCut = false
  let closed: string | null = null
  const connection = {
    send: (frame: string | Uint8Array) => {
      if (typeof frame === 'string') messages.push(JSON.parse(frame))
    },
    close: (code: number) => {
      closed = reasonOf(code)
    },
    cut: () => {
      isCut = true
    },
    probe: () => {
      probes++
    },
    backlog: () => backlog,
  }
  const session = world.host.accept(connection, { room, address, protocol: protocolVersion })
  return {
    session,
    get told() {
      return messages.map(({ type }) => type)
    },
    heard: (type) => messages.find((message) => message.type === type)?.content,
    join: (token, more = {}) =>
      session.text(
        JSON.stringify({
          type: 'join',
          content: { name: 'Raw', colour: 'sky', shape: 'star', token, as: 'player', ...more },
        }),
      ),
    stick: (bytes) => {
      backlog = bytes
    },
    get probes() {
      return probes
    },
    get isCut() {
      return isCut
    },
    get closed() {
      return closed
    },
  }
}
