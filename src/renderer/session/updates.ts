/** What is known of newer versions of the app, and whether somebody looks at it. A guest's browser knows nothing. */

import { createStore } from 'zustand/vanilla'
import type { Platform } from '../../platform/platform.ts'
import type { UpdateState } from '../../platform/updates.ts'
import { place } from './place.ts'

export const updates = createStore<{ state: UpdateState | null; open: boolean }>(() => ({
  state: null,
  open: false,
}))

/** From now on what is new is known, and the app knows when somebody plays. */
export function followUpdates(platform: Platform): void {
  const { updates: own } = platform
  if (!own) return
  own.watch((state) => updates.setState({ state }))
  own.watchAsked(() => updates.setState({ open: true }))
  own.setPlaying(place.getState().open !== null)
  place.subscribe(({ open }, before) => {
    if ((open === null) !== (before.open === null)) own.setPlaying(open !== null)
  })
}
