/**
 * The hosts that were found: one entry a host however often, and under whatever names and addresses, it is published.
 * Capped in every direction, since anybody on the network can add to it.
 */

import type { Advert, Reachable } from '../protocol/advert.ts'
import type { HostInfo, RoomSummary } from '../protocol/info.ts'
import { cleanLine, partyNameLength } from '../protocol/text.ts'
import type { Answer } from './ask.ts'
import * as life from './liveness.ts'
import type { Heard, Sighting } from './packet.ts'

export const mostHosts = 256
/** One machine can run several hosts, but not fill the list. */
export const mostHostsOfOneSource = 16
const mostInstances = 8
const mostCandidates = 6
export const mostRoomsOfOneHost = 32
export const mostAdverts = 256

interface FoundHost {
  readonly hostId: string
  /** The newest sighting of each published instance. */
  readonly instances: Map<string, Sighting>
  readonly pulse: life.Pulse
  boot: string
  /** Where it answered last; null before that. */
  at: Reachable | null
  ping: number | null
  answer: { version: string; protocol: number; offers?: boolean | undefined; info: HostInfo | null } | null
}

/** A question to be put to all of these addresses at once; the first good answer counts. */
export interface Question {
  hostId: string
  to: Reachable[]
  askedAt: number
}

/** Times are milliseconds of any steady clock. */
export class FoundHosts {
  readonly #hosts = new Map<string, FoundHost>()

  hear({ sightings, goodbyes }: Heard, now: number): void {
    for (const sighting of sightings) this.#see(sighting, now)
    for (const { instance, source } of goodbyes) this.#part(instance, source, now)
  }

  /** The questions that are due; each must be followed by `settle`. */
  due(now: number): Question[] {
    const questions: Question[] = []
    for (const host of this.#hosts.values()) {
      if (life.isForgotten(host.pulse, now)) this.#hosts.delete(host.hostId)
      else if (life.takeQuestion(host.pulse, now)) {
        // Once it has answered somewhere, only that address is asked, until it fails.
        const to = host.at && host.pulse.misses === 0 ? [host.at] : candidates(host)
        questions.push({ hostId: host.hostId, to, askedAt: now })
      }
    }
    return questions
  }

  /** What came of a question: the answer and where it came from, or null. */
  settle(
    { hostId, askedAt }: Question,
    outcome: { at: Reachable; answer: Answer } | null,
    now: number,
  ): void {
    const host = this.#hosts.get(hostId)
    if (!host) return
    const answer = outcome?.answer
    if (outcome && answer?.kind === 'romp' && answer.greeting.hostId === hostId) {
      life.answered(host.pulse, askedAt)
      host.at = outcome.at
      host.ping = Math.round(answer.ping * 10) / 10
      host.answer = { ...answer.greeting, info: answer.info }
    } else {
      life.missed(host.pulse, askedAt, now)
    }
  }

  /** After a sleep or a change of networks: nobody is blamed, everybody is asked. */
  forgive(now: number): void {
    for (const { pulse } of this.#hosts.values()) life.forgive(pulse, now)
  }

  /** After nobody looked for a moment: a goodbye may have been missed, so everybody is asked and a first silence believed. */
  doubt(now: number): void {
    for (const { pulse } of this.#hosts.values()) life.doubt(pulse, now)
  }

  /** What a lobby list shows: parties that can be joined first, each group in the order in which it was found. */
  adverts(isOwn: (hostId: string) => boolean, protocol: number): Advert[] {
    const adverts: Advert[] = []
    for (const host of this.#hosts.values()) adverts.push(...advertsOf(host, isOwn(host.hostId)))
    const fits = adverts.filter((advert) => advert.protocol === protocol)
    return [...fits, ...adverts.filter((advert) => advert.protocol !== protocol)].slice(0, mostAdverts)
  }

  #see(sighting: Sighting, now: number): void {
    const { hostId, boot } = sighting.heard
    let host = this.#hosts.get(hostId)
    if (!host) {
      if (!this.#makeRoom(sighting.source)) return
      host = {
        ...{ hostId, boot, instances: new Map(), pulse: life.newPulse(now) },
        ...{ at: null, ping: null, answer: null },
      }
      this.#hosts.set(hostId, host)
    }
    if (host.boot !== boot) {
      if (isImpostor(host, sighting)) return
      restart(host, boot, now)
    }
    if (host.instances.size >= mostInstances && !host.instances.has(sighting.instance)) {
      const [oldest] = host.instances.keys()
      if (oldest !== undefined) host.instances.delete(oldest)
    }
    const before = host.instances.get(sighting.instance)
    host.instances.set(sighting.instance, sighting)
    life.heard(host.pulse, now)
    // A change that was announced (a rename, a player) is asked about at once: the answer says it in full.
    if (before && JSON.stringify(before.heard) !== JSON.stringify(sighting.heard)) life.hurry(host.pulse, now)
  }

  /** A goodbye takes back the one instance that it names, and is believed only from the machine that published it. */
  #part(instance: string, source: string, now: number): void {
    for (const host of this.#hosts.values()) {
      if (host.instances.get(instance)?.source !== source) continue
      host.instances.delete(instance)
      if (host.instances.size === 0) this.#hosts.delete(host.hostId)
      else life.doubt(host.pulse, now)
      return
    }
  }

  /** Whether a host from this source may be added; one that never answered gives way to it. */
  #makeRoom(source: string): boolean {
    const hosts = [...this.#hosts.values()]
    const fromThere = hosts.filter(({ instances }) => {
      for (const sighting of instances.values()) if (sighting.source === source) return true
      return false
    })
    const crowd =
      fromThere.length >= mostHostsOfOneSource ? fromThere : hosts.length >= mostHosts ? hosts : null
    if (!crowd) return true
    const weakest =
      crowd.find(({ pulse }) => pulse.goneAt !== null) ??
      crowd.find(({ pulse }) => !pulse.answered && pulse.misses > 0)
    if (!weakest) return false
    return this.#hosts.delete(weakest.hostId)
  }
}

/** Whether another machine claims to be a host that answers where it always was. If it is right, that one soon fails. */
function isImpostor(host: FoundHost, { source }: Sighting): boolean {
  return (
    host.pulse.answered &&
    host.pulse.misses === 0 &&
    ![...host.instances.values()].some((known) => known.source === source)
  )
}

/** The same host, started anew: what its earlier self published is void, and it has a clean slate. */
function restart(host: FoundHost, boot: string, now: number): void {
  Object.assign(host, { boot, at: null, ping: null, answer: null })
  host.instances.clear()
  Object.assign(host.pulse, life.newPulse(now))
}

/** Where a host may be, best first: the address that answered last, then packets' sources, then what packets name. */
function candidates(host: FoundHost): Reachable[] {
  const all: Reachable[] = host.at ? [host.at] : []
  const sightings = [...host.instances.values()].reverse()
  for (const { addresses, port } of sightings) all.push({ address: addresses[0] ?? '', port })
  for (const { addresses, port } of sightings)
    all.push(...addresses.slice(1).map((address) => ({ address, port })))
  const known = new Set<string>()
  return all
    .filter(({ address, port }) => {
      const key = `${address} ${port}`
      return address !== '' && !known.has(key) && known.add(key)
    })
    .slice(0, mostCandidates)
}

function advertsOf(host: FoundHost, own: boolean): Advert[] {
  const liveness = life.livenessOf(host.pulse)
  const at = host.at ?? candidates(host)[0]
  const sightings = [...host.instances.values()]
  const told = sightings.findLast(({ source }) => source === at?.address) ?? sightings.at(-1)
  if (!liveness || !told || !at) return []
  const { heard } = told
  const { protocol, version } = host.answer ?? heard
  const rooms = host.answer?.info?.rooms ?? [heard.party]
  const shared = {
    ...{ hostId: host.hostId, hostName: heard.hostName, protocol, version: cleanLine(version, 40) },
    ...{ at, ping: host.ping, liveness, own },
    ...(host.answer?.offers ? { offers: true } : {}),
  }
  const known = new Set<string>()
  return rooms
    .slice(0, mostRoomsOfOneHost)
    .filter(({ room }) => !known.has(room) && known.add(room))
    .map((room) => ({ ...cleaned(room), ...shared }))
}

function cleaned(room: RoomSummary): RoomSummary {
  return {
    ...room,
    name: cleanLine(room.name, partyNameLength) || 'Party',
    game: cleanLine(room.game, 40),
  }
}
