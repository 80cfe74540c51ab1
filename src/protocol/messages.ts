/** The control messages: JSON text frames, `{"type": …, "content": …}`, validated on receipt by both sides. */

import { z } from 'zod'
import { appearance, colours, emotes, shapes } from './appearance.ts'
import { notices, reasons } from './reasons.ts'
import { cleanLine, partyNameLength } from './text.ts'

/** Seats are numbered from 0; a room never has more, spectators included. */
export const mostSeats = 512

/** A room's id as it stands in a link: lower-case letters, digits and dashes. */
export const roomId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/)

export const partyName = z
  .string()
  .max(400)
  .transform((text) => cleanLine(text, partyNameLength))
  .refine((text) => text.length > 0, 'a party needs a name')

const seat = z
  .int()
  .min(0)
  .max(mostSeats - 1)
const secret = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const gameId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)
const count = z.int().min(0).max(mostSeats)
// Chat text is only bounded here: empty and over-long lines are a person's slip, answered with a notice.
const rawText = z.string().max(8192)

export const playerInfo = z.object({
  seat,
  name: z.string().max(400),
  colour: z.enum(colours),
  shape: z.enum(shapes),
  kind: z.enum(['human', 'bot', 'spectator']),
  operator: z.boolean(),
  /** False while a dropped player's seat is being held. */
  connected: z.boolean(),
  /** True while the player's page is hidden or idle: the character sleeps. */
  away: z.boolean(),
})
export type PlayerInfo = z.infer<typeof playerInfo>

const lineAuthor = { id: z.int().min(0), seat, name: z.string().max(400), colour: z.enum(colours) }

/** One line of the chat: something said (to one receiver where `to` is set), or something that happened. */
export const line = z.discriminatedUnion('kind', [
  z.object({ ...lineAuthor, kind: z.literal('said'), text: z.string().max(2000), to: seat.optional() }),
  z.object({ ...lineAuthor, kind: z.literal('joined') }),
  z.object({ ...lineAuthor, kind: z.literal('left') }),
  z.object({ ...lineAuthor, kind: z.literal('dropped') }),
  z.object({ ...lineAuthor, kind: z.literal('returned') }),
  z.object({ ...lineAuthor, kind: z.literal('removed') }),
  z.object({ ...lineAuthor, kind: z.literal('renamed'), before: z.string().max(400) }),
])
export type Line = z.infer<typeof line>

export const phases = ['meadow', 'countdown', 'playing', 'result'] as const
export type Phase = (typeof phases)[number]

export const roomInfo = z.object({
  room: roomId,
  name: z.string().max(400),
  game: gameId,
  phase: z.enum(phases),
  max: count,
  locked: z.boolean(),
})
export type RoomInfo = z.infer<typeof roomInfo>

/** The match whose snapshots follow. `number` counts up with each match, modulo 256. */
export const matchInfo = z.object({
  number: z.int().min(0).max(255),
  game: gameId,
  tickRate: z.int().min(1).max(240),
  snapshotEvery: z.int().min(1).max(60),
  /** Up to this tick nothing happens yet: the countdown, which ends for everyone when their clock passes it. */
  begins: z.int().min(0).max(100_000),
})
export type MatchInfo = z.infer<typeof matchInfo>

const nothing = z.object({})

/** What a client may say, by type. */
export const clientContents = {
  join: appearance.extend({
    /** Random and kept by the device: rights and bans follow it. */
    token: secret,
    /** The key of the seat to come back to. */
    resume: secret.optional(),
    /** Keyed hash of the host's challenge, where the room is locked. */
    proof: hex(32).optional(),
    as: z.enum(['player', 'spectator']),
  }),
  say: z.object({ text: rawText, to: seat.optional() }),
  emote: z.object({ emote: z.enum(emotes) }),
  appear: appearance,
  away: z.object({ away: z.boolean() }),
  rename: z.object({ name: partyName }),
  bots: z.object({ count }),
  remove: z.object({ seat }),
  leave: nothing,
} as const

/** What a host may say, by type. */
export const hostContents = {
  hello: z.object({
    protocol: z.int().min(1).max(65535),
    version: z.string().max(40),
    hostId: z.string().min(8).max(64),
    room: roomInfo,
    full: z.boolean(),
    /** Fresh for each session: 32 random bytes to key the password's hash with. */
    challenge: hex(32),
  }),
  welcome: z.object({
    seat,
    resume: secret,
    room: roomInfo,
    match: matchInfo,
    players: z.array(playerInfo).max(mostSeats),
    chat: z.array(line).max(64),
  }),
  refused: z.object({ reason: z.enum(reasons), retryMs: z.int().min(0).optional() }),
  room: roomInfo,
  match: matchInfo,
  player: playerInfo,
  left: z.object({ seat }),
  line: line,
  emoted: z.object({ seat, emote: z.enum(emotes) }),
  notice: z.object({
    about: z.enum(['say', 'emote', 'appear', 'rename', 'bots', 'remove']),
    notice: z.enum(notices),
    retryMs: z.int().min(0).optional(),
  }),
  bye: z.object({ reason: z.enum(reasons) }),
} as const

type Envelope<Contents extends Record<string, z.ZodType>> = {
  [Type in keyof Contents]: { type: Type; content: z.infer<Contents[Type]> }
}[keyof Contents]

export type ClientMessage = Envelope<typeof clientContents>
export type HostMessage = Envelope<typeof hostContents>

/** Why a text frame is not a message. */
export type Unreadable = { reason: 'bad-json' | 'bad-message'; detail: string }

export const readClientMessage = reader<ClientMessage>(clientContents)
export const readHostMessage = reader<HostMessage>(hostContents)

export function writeMessage(message: ClientMessage | HostMessage): string {
  return JSON.stringify(message)
}

function reader<Message>(contents: Record<string, z.ZodType>) {
  const envelope = z.object({ type: z.string().max(40), content: z.unknown() })
  return (text: string): { message: Message } | Unreadable => {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      return { reason: 'bad-json', detail: 'the text frame is not JSON' }
    }
    const outer = envelope.safeParse(json)
    if (!outer.success) return { reason: 'bad-message', detail: 'the envelope needs a type and a content' }
    const { type, content } = outer.data
    const schema = Object.hasOwn(contents, type) ? contents[type] : undefined
    if (!schema) return { reason: 'bad-message', detail: `unknown type ${JSON.stringify(type)}` }
    const inner = schema.safeParse(content)
    if (!inner.success) return { reason: 'bad-message', detail: `${type}: ${firstIssue(inner.error)}` }
    return { message: { type, content: inner.data } as Message }
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.')} ${issue.message}`.trim() : 'invalid'
}
