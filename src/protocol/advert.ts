/** A party as seen on the network: what a lobby list shows, and the answer of `GET /api/nearby`. */

import { roomSummary } from './info.ts'
import { z } from './schema.ts'

/** An address that answered, literal (no brackets) and with its port. */
export const reachable = z.object({ address: z.string().min(2).max(64), port: z.int().min(1).max(65535) })
export type Reachable = z.infer<typeof reachable>

export const advert = roomSummary.extend({
  hostId: z.string().max(64),
  /** The machine's name, as people know it. */
  hostName: z.string().max(80),
  version: z.string().max(40),
  protocol: z.int().min(1).max(65535),
  /** True where the host's page offers the program that it runs. */
  offers: z.boolean().optional(),
  /** Where it answered best, IPv4 first. */
  at: reachable,
  /** Round trip of the last answer, in milliseconds; null before the first one. */
  ping: z.number().min(0).nullable(),
  /** `fading` after two unanswered questions; a silent party then leaves the list. */
  liveness: z.enum(['found', 'live', 'fading']),
  /** True for the parties of the host that answers, or of this app. */
  own: z.boolean(),
})
export type Advert = z.infer<typeof advert>

export const nearby = z.object({
  /** `off` without discovery, `blocked` where the network does not let it work; then `trouble` says why. */
  discovery: z.enum(['on', 'off', 'blocked']),
  trouble: z.string().max(400).nullable(),
  adverts: z.array(advert).max(256),
  /** Where the host that answers can be reached itself, best first: a page opened on its own machine cannot know. */
  addresses: z.array(reachable).max(32).optional(),
})
export type Nearby = z.infer<typeof nearby>

/** Two adverts of the same party, however it was found. Never compare by name or address. */
export function advertKey(party: Pick<Advert, 'hostId' | 'room'>): string {
  return `${party.hostId}/${party.room}`
}
