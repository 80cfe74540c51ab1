/** Shows one party, the host's own room, to everyone on every usable network. */

import { randomBytes, randomInt } from 'node:crypto'
import type { RoomSummary } from '../protocol/info.ts'
import { protocolVersion, version } from '../protocol/version.ts'
import type { Choice, Interfaces } from './addresses.ts'
import { Lines } from './lines.ts'
import type { OpenLine } from './mdns-line.ts'
import { watchNetworks } from './networks.ts'
import { type Discovery, describeCondition } from './trouble.ts'
import { writeTxt } from './txt-record.ts'

/** Changes are announced at most this often, in milliseconds; a rename at once. */
const announceEvery = 1000
const mendEvery = 2000

export interface AdvertisingSetup {
  hostId: string
  /** The port that the host really listens on. */
  port: number
  party: RoomSummary
  /** The machine's name, as people know it. */
  hostName: string
  /** Tells this start of the program from the last one; random where absent. */
  boot?: string
  choice: Choice
  open: OpenLine
  read(): Interfaces
}

export interface Advertising {
  /** What the party looks like now; call whenever that may have changed. Cheap where it has not. */
  show(party: RoomSummary): void
  readonly state: Discovery
  /** After the machine slept. */
  wake(): void
  /** Says goodbye. Settles within a second. */
  stop(): Promise<void>
}

/** Shows the party until stopped. Never throws: where the network does not let it, `state` says why. */
export function advertise(setup: AdvertisingSetup): Advertising {
  const boot = setup.boot ?? randomBytes(6).toString('base64url')
  let party = setup.party
  let stopped = false
  let announcedAt = Number.NEGATIVE_INFINITY
  let later: NodeJS.Timeout | undefined
  const { hostId, hostName, port } = setup
  const txt = () => writeTxt({ protocol: protocolVersion, version, hostId, boot, hostName, party })
  let announced = txt()

  const lines = new Lines({
    open: setup.open,
    opened: (line) => line.publish({ name: instanceName(), port, txt: txt() }),
    response: () => {},
  })
  const networks = watchNetworks({
    read: setup.read,
    choice: setup.choice,
    changed: (now, anew) => lines.follow(now, anew),
  })
  lines.follow(networks.current(), false)
  const mending = setInterval(() => lines.mend(), mendEvery)
  mending.unref()

  const announce = () => {
    clearTimeout(later)
    later = undefined
    const fresh = txt()
    if (stopped || JSON.stringify(fresh) === JSON.stringify(announced)) return
    announced = fresh
    announcedAt = performance.now()
    lines.each((line) => line.retext(fresh))
  }

  return {
    show(shown) {
      const renamed = shown.name !== party.name
      party = shown
      const wait = announcedAt + announceEvery - performance.now()
      if (renamed || wait <= 0) announce()
      else later ??= setTimeout(announce, wait).unref()
    },
    get state(): Discovery {
      return stopped
        ? { discovery: 'off', trouble: null }
        : describeCondition(lines.condition, process.platform)
    },
    wake: () => {
      if (!stopped) networks.wake()
    },
    async stop() {
      stopped = true
      clearTimeout(later)
      clearInterval(mending)
      networks.stop()
      await lines.close()
    },
  }
}

/** Random, since on a clash of names the loser's goodbye would take the winner off every list. */
function instanceName(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
