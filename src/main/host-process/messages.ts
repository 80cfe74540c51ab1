/** What the main process and the host process say to each other: orders one way, reports the other, each read where it arrives. */

import { z } from 'zod'
import { roomSummary } from '../../protocol/info.ts'

const port = z.int().min(1).max(65535)

/** The party as main wants it. */
const opening = z.strictObject({
  hostId: z.string(),
  room: z.string(),
  name: z.string(),
  /** Empty for an open party. */
  password: z.string(),
  max: z.int(),
  bots: z.int(),
  operatorToken: z.string(),
  /** The first port to try. */
  port,
  /** Folder of the built page. */
  pages: z.string(),
})
export type Opening = z.infer<typeof opening>

const order = z.discriminatedUnion('type', [
  /** The first one, once in a process's life. */
  z.strictObject({ type: z.literal('open'), party: opening }),
  /** After the machine slept. */
  z.strictObject({ type: z.literal('wake') }),
  /** Say goodbye and end. */
  z.strictObject({ type: z.literal('close') }),
])
export type Order = z.infer<typeof order>

/** The party as it is. */
const hosted = z.strictObject({ port, room: roomSummary, guests: z.array(z.string()) })
export type Hosted = z.infer<typeof hosted>

const report = z.discriminatedUnion('type', [
  /** It is open; told again whenever something about it has changed. */
  z.strictObject({ type: z.literal('hosted'), party: hosted }),
  /** It cannot be opened; `message` is one clear sentence. */
  z.strictObject({
    type: z.literal('refused'),
    code: z.enum(['ports-in-use', 'bad-value', 'internal']),
    message: z.string(),
  }),
])
export type Report = z.infer<typeof report>

/** Throws where main said something else. */
export const readOrder = (message: unknown): Order => order.parse(message)

/** Throws where the host process said something else. */
export const readReport = (message: unknown): Report => report.parse(message)
