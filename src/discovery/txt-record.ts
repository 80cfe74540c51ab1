/** What a party says of itself in the TXT record of its advert: written with care, read with suspicion. */

import type { RoomSummary } from '../protocol/info.ts'
import { type Phase, phases, roomId } from '../protocol/messages.ts'
import { cleanLine, partyNameLength } from '../protocol/text.ts'

/** The largest TXT record that every responder still carries, in bytes, each pair with its length byte. */
export const mostTxtBytes = 400
const mostPairBytes = 255
const mostNameBytes = 160
const mostMachineBytes = 63
export const machineNameLength = 80

/** The host's side: its own room, and who it is. */
export interface PartyRecord {
  protocol: number
  version: string
  hostId: string
  /** Random for each start of the program: tells a host that came back from one that stayed. */
  boot: string
  /** The machine's name, as people know it. */
  hostName: string
  party: RoomSummary
}

/** The reader's side: whatever was missing or wrong in lesser fields has been put right. */
export type HeardParty = PartyRecord

/** The record's pairs, cut so that all limits hold. Names give way first: `/api/info` says them in full. */
export function writeTxt(record: PartyRecord): Record<string, string> {
  const { party } = record
  const pairs: Record<string, string> = {
    protocol: String(record.protocol),
    version: cutBytes(record.version, 20),
    host: record.hostId,
    boot: record.boot,
    room: party.room,
    game: cutBytes(party.game, 31),
    players: String(party.players),
    bots: String(party.bots),
    max: String(party.max),
    lock: party.locked ? '1' : '0',
    phase: party.phase,
  }
  const left = (key: string, most: number) =>
    Math.min(most, mostPairBytes - key.length - 1, mostTxtBytes - txtBytes(pairs) - key.length - 2)
  pairs.name = cutBytes(cleanLine(party.name, partyNameLength), left('name', mostNameBytes))
  const machine = cutBytes(cleanLine(record.hostName, machineNameLength), left('machine', mostMachineBytes))
  if (machine !== '') pairs.machine = machine
  return pairs
}

/** Bytes of a TXT record made of these pairs. */
export function txtBytes(pairs: Record<string, string>): number {
  return Object.entries(pairs).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(`${key}=${value}`) + 1,
    0,
  )
}

/** Reads a TXT record as it came off the wire; null where it is not a party's. Never throws. */
export function readTxt(data: unknown): HeardParty | null {
  const pairs = readPairs(data)
  const protocol = whole(pairs.get('protocol'), 65535)
  const hostId = pairs.get('host') ?? ''
  const boot = pairs.get('boot') ?? ''
  const room = roomId.safeParse(pairs.get('room'))
  if (!protocol || !room.success) return null
  if (!/^[A-Za-z0-9_-]{8,64}$/.test(hostId) || !/^[A-Za-z0-9_-]{0,32}$/.test(boot)) return null
  const hostName = cleanLine(pairs.get('machine') ?? '', machineNameLength)
  const phase = pairs.get('phase') as Phase
  return {
    protocol,
    version: cleanLine(pairs.get('version') ?? '', 40),
    hostId,
    boot,
    hostName,
    party: {
      room: room.data,
      name: cleanLine(pairs.get('name') ?? '', partyNameLength) || hostName.slice(0, 40) || 'Party',
      game: cleanLine(pairs.get('game') ?? '', 40),
      phase: phases.includes(phase) ? phase : 'meadow',
      players: whole(pairs.get('players'), 512) ?? 0,
      bots: whole(pairs.get('bots'), 512) ?? 0,
      spectators: 0,
      max: whole(pairs.get('max'), 512) ?? 0,
      locked: pairs.get('lock') === '1',
    },
  }
}

/** The longest beginning of a text that takes at most so many bytes, never half a character. */
export function cutBytes(text: string, most: number): string {
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) return text.slice(0, end).trimEnd()
    end += character.length
  }
  return text
}

function readPairs(data: unknown): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const item of (Array.isArray(data) ? data : [data]).slice(0, 32)) {
    if (!(item instanceof Uint8Array) || item.length > mostPairBytes) continue
    const text = Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('utf8')
    const split = text.indexOf('=')
    if (split < 1) continue
    const key = text.slice(0, split).toLowerCase()
    // The first of several counts, as RFC 6763 has it.
    if (!pairs.has(key)) pairs.set(key, text.slice(split + 1))
  }
  return pairs
}

function whole(text: string | undefined, most: number): number | null {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return null
  return Math.min(Number(text), most)
}
