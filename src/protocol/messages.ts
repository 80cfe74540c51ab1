/** The control messages: JSON text frames, `{"type": …, "content": …}`, validated on receipt by both sides. */

import { appearance, colours, emotes, shapes } from './appearance.ts'
import { notices, reasons } from './reasons.ts'
import { z } from './schema.ts'
import { strengths } from './strength.ts'
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

/** Where an evening stands: the meadow is between the games, the podium at the end of a playlist. */
export const phases = ['meadow', 'vote', 'countdown', 'playing', 'result', 'podium'] as const
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
  /** Who takes part. */
  seats: z.array(seat).max(mostSeats),
})
export type MatchInfo = z.infer<typeof matchInfo>

/** A game of a playlist, with what was chosen for it by the ids of its options. */
export const listed = z.object({
  game: gameId,
  options: z.record(z.string().max(40), z.number()).refine((options) => Object.keys(options).length <= 16),
})
export type Listed = z.infer<typeof listed>
export const longestPlaylist = 12

/** Somebody who played, as they looked then; `seat` is null where they are gone. */
const contestant = { seat: seat.nullable(), ...appearance.shape, name: z.string().max(400), bot: z.boolean() }

/** How a match came out: in order of rank, best first. */
export const placing = z.object({
  ...contestant,
  /** From 1; those who share one stand together. */
  rank: z.int().min(1).max(mostSeats),
  score: z.number().nullable(),
  /** Points for the evening's table. */
  points: z.int().min(0).max(1000),
})
export type Placing = z.infer<typeof placing>

/** One row of the evening's table, best first. */
export const standing = z.object({
  ...contestant,
  points: z.int().min(0),
  wins: z.int().min(0),
  played: z.int().min(0),
})
export type Standing = z.infer<typeof standing>

/** A match of the evening that came out, and the names of who won it. */
export const playedGame = z.object({ game: gameId, winners: z.array(z.string().max(400)).max(mostSeats) })
export type PlayedGame = z.infer<typeof playedGame>
/** Older ones are forgotten. */
export const mostPlayed = 60

/** How the evening stands; told whole whenever it changes. */
export const evening = z.object({
  phase: z.enum(phases),
  paused: z.boolean(),
  /** Milliseconds until the phase ends by itself; null where it does not. */
  endsInMs: z.number().min(0).max(3_600_000).nullable(),
  playlist: z.array(listed).max(longestPlaylist),
  /** Which entry of the playlist is played, or was played last. */
  at: z.int().min(0).max(longestPlaylist),
  /** Whether those behind earn more. */
  handicap: z.boolean(),
  /** How well bots play, from the next match on. */
  strength: z.enum(strengths),
  /** Who voted for which game, while there is a vote. */
  votes: z.record(gameId, z.array(seat).max(mostSeats)),
  /** The last match, from its end to the next beginning. */
  result: z.object({ game: gameId, places: z.array(placing).max(mostSeats) }).nullable(),
  standings: z.array(standing).max(1024),
  /** The table of this playlist alone, or of the last one. */
  tally: z.array(standing).max(1024),
  /** What was played to its end, oldest first. */
  played: z.array(playedGame).max(mostPlayed),
})
export type EveningInfo = z.infer<typeof evening>

const nothing = z.object({})

/** What can be asked for and turned down. */
export const abouts = [
  'say',
  'emote',
  'cheer',
  'appear',
  'rename',
  'bots',
  'remove',
  'play',
  'vote',
  'ballot',
  'end',
  'next',
  'restart',
  'pause',
  'handicap',
] as const
export type About = (typeof abouts)[number]

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
  bots: z.object({ count, strength: z.enum(strengths).optional() }),
  /** Begins a playlist, or one game. */
  play: z.object({ playlist: z.array(listed).min(1).max(longestPlaylist) }),
  /** Lets everyone vote for the next game. */
  vote: nothing,
  ballot: z.object({ game: gameId }),
  /** Back to the meadow, whatever is going on. */
  end: nothing,
  /** From a result or a podium on to what comes next. */
  next: nothing,
  restart: nothing,
  pause: z.object({ paused: z.boolean() }),
  handicap: z.object({ handicap: z.boolean() }),
  /** Confetti onto the field, in world units, from who has nothing else to do. */
  cheer: z.object({ x: z.number().min(0).max(1600), y: z.number().min(0).max(900) }),
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
    evening,
    players: z.array(playerInfo).max(mostSeats),
    chat: z.array(line).max(64),
  }),
  refused: z.object({ reason: z.enum(reasons), retryMs: z.int().min(0).optional() }),
  room: roomInfo,
  match: matchInfo,
  /** Who takes part in the match from now on. */
  taking: z.object({ seats: matchInfo.shape.seats }),
  evening,
  player: playerInfo,
  left: z.object({ seat }),
  line: line,
  emoted: z.object({ seat, emote: z.enum(emotes) }),
  cheered: z.object({ seat, x: z.number(), y: z.number() }),
  notice: z.object({
    about: z.enum(abouts),
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
