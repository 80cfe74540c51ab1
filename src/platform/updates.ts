/** Newer versions of the app, as a screen sees them. Nothing is fetched or installed that nobody asked for. */

import type { Result } from './platform.ts'

/** A newer Romp, as its makers published it. */
export interface Release {
  version: string
  /** What is new in it, as plain text; empty where nobody wrote it down. */
  notes: string
  /** Size of what would be fetched, in bytes; null where that is not said. */
  bytes: number | null
}

/** Where the newest release stands. */
export type UpdateStage =
  /** This copy cannot be brought up to date from within; `why` is a sentence for people, `page` where newer ones are. */
  | { at: 'unsupported'; why: string; page: string | null }
  | { at: 'unknown' }
  | { at: 'checking' }
  | { at: 'newest' }
  | { at: 'available'; release: Release }
  /** `percent` is whole, 0 to 100. */
  | { at: 'fetching'; release: Release; percent: number }
  | { at: 'ready'; release: Release }
  /** With a release, fetching or installing it is what went wrong; without one, looking for it. */
  | { at: 'failed'; message: string; release: Release | null }

/** What the internet costs here, as far as the system says. */
export type ConnectionCost = 'free' | 'metered' | 'unsure'

export interface UpdateState {
  /** The version that runs now. */
  version: string
  /** Whether the app looks for releases by itself. */
  automatic: boolean
  /** Who decided that: the person, or what the connection costs. */
  because: 'chosen' | ConnectionCost
  stage: UpdateStage
}

/** Every answer is the state as it is then; what takes long goes on after it, and is watched. */
export interface Updates {
  watch(show: (state: UpdateState) => void): () => void
  /** Calls back whenever somebody asked to see this, such as in the application's menu. */
  watchAsked(show: () => void): () => void
  /** Finds out what this copy and its connection are, on this machine alone. */
  examine(): Promise<Result<UpdateState>>
  check(): Promise<Result<UpdateState>>
  fetch(): Promise<Result<UpdateState>>
  /** Stops fetching. */
  cancel(): Promise<Result<UpdateState>>
  /** Ends the app and installs what is ready; refused while others are in the hosted party. */
  install(): Promise<Result<UpdateState>>
  setAutomatic(on: boolean): Promise<Result<UpdateState>>
  /** While in a party the app does not look for releases by itself. */
  setPlaying(playing: boolean): void
}
