/** What a screen may ask of the machine it runs on. The desktop app and the browser page each answer in their way. */

import type { Nearby } from '../protocol/advert.ts'
import type { Target } from '../protocol/link.ts'
import type { Offered } from './offered.ts'
import type { Updates } from './updates.ts'

export type Failure = { ok: false; code: FailureCode; message: string }
export type Result<T> = { ok: true; value: T } | Failure

export type FailureCode =
  /** Every port that a host may use is taken. */
  | 'ports-in-use'
  | 'already-hosting'
  | 'not-hosting'
  | 'bad-value'
  | 'unreachable'
  | 'not-romp'
  /** It can be done, and not now: the message says why. */
  | 'not-now'
  | 'internal'

export interface PartyOptions {
  name: string
  /** Empty for an open party. */
  password: string
  /** Most players, bots included. */
  max: number
  bots: number
}

/** One way in that guests can use, best first. */
export interface Invitation {
  /** The page, such as `http://192.168.1.20:8765/`. */
  url: string
  /** Literal address, or `name.local`. */
  address: string
  port: number
  /** The network interface's name, as the system calls it. */
  network: string
}

export interface HostedParty {
  hostId: string
  room: string
  name: string
  locked: boolean
  port: number
  /** Whoever joins with it holds the controls. Made anew for each hosting, and known to this app alone. */
  operatorToken: string
  /** Where this app's own player dials. */
  own: Target
  invitations: Invitation[]
  /** Humans in the party now. */
  players: number
  /** Names of the people who are there now, players or watching, this app's own player not among them. */
  guests: readonly string[]
}

/** What a host that answers says of its Romp. */
export interface HostVersion {
  protocol: number
  version: string
  /** Whether its page offers the program that it runs. */
  offers?: boolean
}

export interface Platform {
  readonly kind: 'desktop' | 'browser'
  /** Calls back with the list whenever it changes, until stopped. Looking costs traffic: only while a list is on screen. */
  watchNearby(show: (nearby: Nearby) => void): () => void
  /** Goes to a party: in this page where that can be, else by opening the other host's page. */
  travel(target: Target): { kind: 'here'; url: string } | { kind: 'gone' }
  /** Asks a host whether it is there and what it speaks, before a screen commits to it. */
  probe(target: Target): Promise<Result<HostVersion>>
  /** Null where this machine cannot host: a guest's browser. */
  readonly hosting: Hosting | null
  /** The party that this page was served for: `/r/ROOM`; null in the desktop app. */
  readonly home: Target | null
  /** The program that this page's host hands on; null in the desktop app. */
  readonly offered: Offered | null
  copyText(text: string): Promise<boolean>
  /** Puts on the clipboard what explains a problem; false where it could not. Null in a guest's browser. */
  readonly copyDiagnostics: (() => Promise<boolean>) | null
  /** Null in a guest's browser. */
  readonly updates: Updates | null
  /** Calls back with each party that a link (`romp://…`) asks for, until stopped. Never in a guest's browser. */
  watchLinks(show: (target: Target) => void): () => void
  openExternal(url: string): void
}

export interface Hosting {
  start(options: PartyOptions): Promise<Result<HostedParty>>
  stop(): Promise<Result<null>>
  /** The party being hosted, now and whenever it changes; null while there is none. */
  watch(show: (party: HostedParty | null) => void): () => void
}
