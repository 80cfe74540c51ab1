/** What a host tells anyone who asks: the answer of `GET /api/info`. */

import { mostSeats, phases, roomId } from './messages.ts'
import { z } from './schema.ts'

const count = z.int().min(0).max(mostSeats)

export const roomSummary = z.object({
  room: roomId,
  name: z.string().min(1).max(400),
  game: z.string().max(40),
  phase: z.enum(phases),
  players: count,
  bots: count,
  spectators: count,
  max: count,
  locked: z.boolean(),
})
export type RoomSummary = z.infer<typeof roomSummary>

export const hostInfo = z.object({
  product: z.literal('romp'),
  version: z.string().max(40),
  protocol: z.int().min(1).max(65535),
  hostId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  rooms: z.array(roomSummary).max(256),
  /** True where the host hands its own program on: `GET /api/offer` says which. */
  offers: z.boolean().optional(),
})
export type HostInfo = z.infer<typeof hostInfo>
