/** How others look on a player's screen, against where the host had them: how old, frozen, invented or jumping. */

import { apart } from './bodies.ts'
import type { ClientLog, Frame } from './client-log.ts'
import type { HostLog } from './host-log.ts'
import type { Played } from './play.ts'
import type { Profile } from './profiles.ts'
import { most, quantile } from './samples.ts'
import { Track } from './track.ts'

/** A body that the host moves by less in a tick stands, in units: then nobody can tell how old its picture is. */
const standing = 1
/** Drawn steps below this share of the host's own are none. */
const hardly = 0.1
/** A step this much longer than the body's speed explains is seen as a jump, in units. */
const seenJump = 8
/** Playback may run this much faster than the world and still be no jump. */
const faster = 1.1
/** Ticks around what is drawn in which the body's speed may explain its step. */
const around = 12

export interface Others {
  /** Of the time in which they moved, the share in which they were drawn beyond the newest snapshot. */
  readonly extrapolated: number
  /** Of the time in which they moved, the share in which their picture stood still. */
  readonly frozen: number
  /** How old their picture is, in milliseconds. */
  readonly past: number
  readonly pastMost: number
  /** The longest step in one frame beyond what their speed explains, in units. */
  readonly jump: number
  /** Jumps that are seen, by minute of a player's time. */
  readonly jumps: number
}

export function othersOf({ host, clients, seconds }: Played): Others {
  const seen: Seen = { past: [], jumps: [], moving: 0, frozen: 0, extrapolated: 0 }
  for (const viewer of clients)
    for (const { seat } of clients) if (seat !== viewer.seat) look(host, viewer, seat, seen)
  const minutes = (clients.length * seconds) / 60
  return {
    extrapolated: seen.extrapolated / seen.moving,
    frozen: seen.frozen / seen.moving,
    past: quantile(seen.past, 0.5),
    pastMost: quantile(seen.past, 0.99),
    jump: most(seen.jumps),
    jumps: seen.jumps.filter((jump) => jump > seenJump).length / minutes,
  }
}

/** How much older than the way to the client the picture is, in milliseconds: a way that is longer is no fault. */
export function ageBeyondWay({ profile, others }: { profile: Profile; others: Others }): number {
  const { roundTrip, wayUp = 0.5 } = profile.weather
  return others.past - roundTrip * (1 - wayUp)
}

interface Seen {
  past: number[]
  jumps: number[]
  moving: number
  frozen: number
  extrapolated: number
}

function look(host: HostLog, viewer: ClientLog, seat: number, seen: Seen): void {
  const track = new Track(host, seat)
  let before: Frame | null = null
  for (const frame of viewer.frames) {
    const [from, to] = [before?.bodies[seat], frame.bodies[seat]]
    const present = host.tickAt(frame.now)
    const at = to ? track.find(to, present) : null
    if (at !== null) {
      seen.past.push((present - at) * host.period)
    }
    if (before && from && to && track.last !== null) {
      const ticks = (frame.now - before.now) / host.period
      const drawn = apart(from, to)
      const { least } = host.stepsBetween(seat, track.last - 1, present)
      if (least > standing) {
        seen.moving++
        if (frame.seen > frame.newest) seen.extrapolated++
        if (drawn < least * ticks * hardly) seen.frozen++
      }
      const explained = host.stepsBetween(seat, track.last - around, present).most * ticks * faster
      seen.jumps.push(Math.max(0, drawn - explained))
    }
    before = frame
  }
}
