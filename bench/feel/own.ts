/** How one's own body behaves: what had to be corrected, and what became of one's inputs. */

import type { ClientLog } from './client-log.ts'
import type { HostLog } from './host-log.ts'
import type { Played } from './play.ts'
import { quantile } from './samples.ts'

/** Corrections below this are not seen, in units. */
export const visible = 2
/** Whoever comes as near as this may be pushed, in units. */
const near = 80
/** A collision shows in corrections so many milliseconds before and after the host's present. */
const before = 800
const after = 300
/** An input that was not played within so many milliseconds of its tick is lost. */
const givenUp = 1000

export interface Corrections {
  /** By minute. */
  readonly all: number
  /** Those that are seen, by minute. */
  readonly visible: number
  /** Sizes in units. */
  readonly p50: number
  readonly p99: number
}

export interface Own {
  readonly alone: Corrections
  readonly inCompany: Corrections
  /** The share of ticks that the host made with another input than the player gave for it. */
  readonly late: number
  /** The share of given changes of input that were never played. */
  readonly lost: number
}

export function ownOf({ host, clients }: Played): Own {
  const minutes = { alone: 0, inCompany: 0 }
  const sizes: Record<'alone' | 'inCompany', number[]> = { alone: [], inCompany: [] }
  const inputs = { given: 0, late: 0, changes: 0, lost: 0 }
  for (const client of clients) {
    const company = (now: number) =>
      host.nearest(client.seat, host.tickAt(now - before), host.tickAt(now + after)) < near
        ? 'inCompany'
        : 'alone'
    // A tenth of the frames tells well enough how much of the time that was.
    const looks = client.frames.filter((_, i) => i % 10 === 0)
    for (const { now } of looks) minutes[company(now)] += client.frames.length / looks.length / 60 / 60
    for (const { now, size } of client.corrections) sizes[company(now)].push(size)
    follow(host, client, inputs)
  }
  const tell = (which: 'alone' | 'inCompany'): Corrections => ({
    all: sizes[which].length / minutes[which],
    visible: sizes[which].filter((size) => size >= visible).length / minutes[which],
    p50: quantile(sizes[which], 0.5),
    p99: quantile(sizes[which], 0.99),
  })
  return {
    alone: tell('alone'),
    inCompany: tell('inCompany'),
    late: inputs.late / inputs.given,
    lost: inputs.lost / inputs.changes,
  }
}

function follow(
  host: HostLog,
  client: ClientLog,
  inputs: { given: number; late: number; changes: number; lost: number },
): void {
  const { seat, committed } = client
  const patience = Math.round(givenUp / host.period)
  for (const [tick, input] of committed) {
    const played = host.inputAt(seat, tick)
    // What was given for the last ticks was not played yet when the measuring ended.
    if (played === undefined || host.inputAt(seat, tick + patience) === undefined) continue
    inputs.given++
    if (played !== input) inputs.late++
    if (committed.get(tick - 1) === input) continue
    inputs.changes++
    let at = tick
    while (at <= tick + patience && host.inputAt(seat, at) !== input) at++
    if (at > tick + patience) inputs.lost++
  }
}
