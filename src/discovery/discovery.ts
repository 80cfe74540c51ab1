/**
 * Discovery as programs use it: `startAdvertising` shows a party on this machine's networks, `openLobby` lists the
 * parties of others, `addressesOf` says what to invite guests with.
 */

import { hostname, networkInterfaces } from 'node:os'
import type { RoomSummary } from '../protocol/info.ts'
import { type Choice, type Interfaces, type WayIn, waysIn } from './addresses.ts'
import { type Advertising, advertise } from './advertiser.ts'
import { askInfo } from './ask.ts'
import { createLobby, type Lobby } from './lobby.ts'
import { openMdnsLine } from './mdns-line.ts'

export type { Advertising, Lobby }

/** Where the host listens: absent, `0.0.0.0` and `::` mean everywhere. */
interface Bound {
  bind?: string | undefined
}

export interface AdvertisingOptions extends Bound {
  hostId: string
  /** The port that the host really listens on. */
  port: number
  /** The own room; tell later changes with `show`. */
  party: RoomSummary
  /** Tells this start of the program from the last one: at most 32 letters, digits, `-` and `_`. Random where absent. */
  boot?: string
}

export interface LobbyOptions {
  /** Whether a host is this program's own, now. */
  isOwn(hostId: string): boolean
}

/**
 * Shows a party until `stop()`, whose promise settles within a second. Never throws: `state` says whether and why the
 * network does not let it.
 */
export function startAdvertising({ bind, ...options }: AdvertisingOptions): Advertising {
  return advertise({
    ...options,
    hostName: machineName(),
    choice: choiceFor(bind),
    open: openMdnsLine,
    read: readInterfaces,
  })
}

/** A list of parties that costs nothing until it is watched, or glanced at. */
export function openLobby({ isOwn }: LobbyOptions): Lobby {
  return createLobby({ isOwn, choice: {}, open: openMdnsLine, read: readInterfaces, ask: askInfo })
}

/** The addresses to invite guests with, best first, IPv4 before IPv6; empty without a network. */
export function addressesOf({ bind }: Bound = {}): WayIn[] {
  const interfaces = readInterfaces()
  if (isEverywhere(bind)) return waysIn(interfaces)
  return Object.entries(interfaces)
    .filter(([, infos]) => infos?.some(({ address, internal }) => address === bind && !internal))
    .map(([network]) => ({ address: bind, network }))
}

/** The machine's name, as people know it. */
export function machineName(): string {
  return hostname().replace(/\.(local|lan|home|internal|localdomain|home\.arpa|fritz\.box)\.?$/i, '')
}

function choiceFor(bind: string | undefined): Choice {
  return isEverywhere(bind) ? {} : { only: [bind] }
}

function isEverywhere(bind: string | undefined): bind is '' | '0.0.0.0' | '::' | undefined {
  return bind === undefined || ['', '0.0.0.0', '::'].includes(bind)
}

/** Some systems do not let a program see the interfaces at all. */
function readInterfaces(): Interfaces {
  try {
    return networkInterfaces()
  } catch {
    return {}
  }
}
