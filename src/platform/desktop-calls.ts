/** The desktop bridge, typed: every call a window may make of the main process, and every event it may hear. */

import type { Nearby } from '../protocol/advert.ts'
import type { Target } from '../protocol/link.ts'
import type { HostedParty, HostVersion, PartyOptions, Result } from './platform.ts'
import type { UpdateState } from './updates.ts'

export interface DesktopCalls {
  startHosting(options: PartyOptions): Promise<Result<HostedParty>>
  stopHosting(): Promise<Result<null>>
  hosted(): Promise<Result<HostedParty | null>>
  /** While watched, the lobby list is kept fresh and sent as `nearby`. */
  watchNearby(watching: boolean): Promise<Result<Nearby>>
  probe(target: Target): Promise<Result<HostVersion>>
  copyText(text: string): Promise<Result<null>>
  openExternal(url: string): Promise<Result<null>>
  /** What a person can paste to explain a problem, put on the clipboard. */
  copyDiagnostics(): Promise<Result<null>>
  update(): Promise<Result<UpdateState>>
  examineUpdates(): Promise<Result<UpdateState>>
  checkForUpdate(): Promise<Result<UpdateState>>
  fetchUpdate(): Promise<Result<UpdateState>>
  cancelUpdate(): Promise<Result<UpdateState>>
  installUpdate(): Promise<Result<UpdateState>>
  setAutomaticUpdates(on: boolean): Promise<Result<UpdateState>>
  /** Whether the page is in a party, whoever hosts it. */
  setPlaying(playing: boolean): Promise<Result<null>>
  /** The party of the last link (`romp://…`) that was opened and not taken yet. */
  takeLink(): Promise<Result<Target | null>>
}

export interface DesktopEvents {
  nearby: Nearby
  hosted: HostedParty | null
  update: UpdateState
  /** Somebody asked to see what is new, such as in the menu. */
  updateAsked: null
  /** A link was opened, and waits to be taken. */
  link: null
}

/** What the preload script puts on `window.romp`: named functions, never a channel. */
export type DesktopBridge = DesktopCalls & {
  [Event in keyof DesktopEvents as `on${Capitalize<Event>}`]: (
    hear: (value: DesktopEvents[Event]) => void,
  ) => () => void
}
