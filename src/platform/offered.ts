/** The program that the host of a guest's page hands on, as a screen asks for it. */

import type { OfferList } from '../protocol/offer.ts'
import type { OwnSystem } from './own-system.ts'

export interface Offered {
  /** What the guest's own machine is. */
  readonly system: OwnSystem
  /** Null where the host does not answer. */
  list(): Promise<OfferList | null>
  /** Begins a download by the browser's own means; `busy` while others have all places, `gone` where there is none. */
  get(file: string): Promise<'begun' | 'busy' | 'gone'>
}
