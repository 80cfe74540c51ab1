/** The program that a host hands on to its guests: the answer of `GET /api/offer`. */

import { z } from './schema.ts'

/** The systems that Romp is made for, as Node names them. */
export const systems = ['linux', 'win32', 'darwin'] as const
export type System = (typeof systems)[number]

/** Nothing in it needs quoting anywhere: it stands in addresses and headers, and becomes a file of the guest's. */
export const offeredName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)

export const offer = z.object({
  /** Under `/offer/`, and what the guest's file is called. */
  file: offeredName,
  /** The desktop app, or the headless host. */
  kind: z.enum(['app', 'headless']),
  version: z.string().min(1).max(40),
  system: z.enum(systems),
  arch: z.string().regex(/^[a-z0-9]{1,16}$/),
  bytes: z.int().min(1),
  /** In hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Offer = z.infer<typeof offer>

export const offerList = z.object({
  product: z.literal('romp'),
  version: z.string().max(40),
  offers: z.array(offer).max(8),
  /** True while there is a file whose hash is not known yet: ask again in a few seconds. */
  pending: z.boolean(),
})
export type OfferList = z.infer<typeof offerList>

/** The path of an offered file on its host. */
export function offerPath(file: string): string {
  return `${offerFolder}${file}`
}
export const offerFolder = '/offer/'
