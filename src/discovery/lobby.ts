/** The parties on this network, as a list that keeps itself fresh while somebody looks at it. */

import type { Nearby, Reachable } from '../protocol/advert.ts'
import { protocolVersion } from '../protocol/version.ts'
import type { Choice, Interfaces } from './addresses.ts'
import type { Answer, Ask } from './ask.ts'
import { FoundHosts, type Question } from './found-hosts.ts'
import { type Condition, Lines } from './lines.ts'
import type { OpenLine } from './mdns-line.ts'
import { type Networks, watchNetworks } from './networks.ts'
import { readPacket } from './packet.ts'
import { describeCondition } from './trouble.ts'

/** The heart of a lobby that is watched, in milliseconds. */
const beatEvery = 100
/** When everybody is asked to speak up, in milliseconds after looking began; then again and again. */
const roundsAt = [1000, 3000, 9000]
const roundEvery = 12_000
/** How long one glance keeps a lobby looking. */
const glanceMs = 20_000
/** A list that nobody looked at for so long is begun anew. */
const staleAfter = 5000

export interface LobbySetup {
  /** Whether a host is this program's own. */
  isOwn(hostId: string): boolean
  choice: Choice
  open: OpenLine
  read(): Interfaces
  ask: Ask
}

export interface Lobby {
  /** Looks, and calls back with the list whenever it changes, until stopped. Looking costs traffic. */
  watch(show: (nearby: Nearby) => void): () => void
  /** The list as it is; empty before anybody watched. */
  current(): Nearby
  /** The list as it is, for someone who asks now and then: it is kept fresh for a while after each glance. */
  glance(): Nearby
  /** After the machine slept. */
  wake(): void
  close(): Promise<void>
}

export function createLobby(setup: LobbySetup): Lobby {
  const watchers = new Set<(nearby: Nearby) => void>()
  let looking: Looking | null = null
  let hosts = new FoundHosts()
  let condition: Condition = { kind: 'carries' }
  let glanceUntil = Number.NEGATIVE_INFINITY
  let lookedUntil = Number.NEGATIVE_INFINITY
  let closed = false
  let shown = ''
  let shownAt = Number.NEGATIVE_INFINITY
  let closing = Promise.resolve()

  const current = (): Nearby => {
    if (closed) return { discovery: 'off', trouble: null, adverts: [] }
    const state = describeCondition(looking ? looking.lines.condition : condition, process.platform)
    return { ...state, adverts: hosts.adverts(setup.isOwn, protocolVersion) }
  }
  const showChanges = () => {
    if (watchers.size === 0) return
    const nearby = current()
    const text = JSON.stringify(nearby)
    if (text === shown) return
    shown = text
    shownAt = performance.now()
    for (const show of [...watchers]) show(nearby)
  }
  // The first change is shown at once; a crowd of them waits for the next beat.
  const showSoon = () => {
    if (performance.now() - shownAt >= beatEvery) showChanges()
  }
  const beat = () => {
    if (watchers.size === 0 && performance.now() > glanceUntil) return rest()
    looking?.beat()
    showChanges()
  }
  const look = () => {
    if (looking || closed) return
    if (performance.now() - lookedUntil > staleAfter) hosts = new FoundHosts()
    else hosts.doubt(performance.now())
    looking = startLooking(setup, hosts, beat, showSoon)
  }
  const rest = () => {
    if (!looking) return
    condition = looking.lines.condition
    lookedUntil = performance.now()
    closing = Promise.all([closing, looking.stop()]).then(() => {})
    looking = null
  }

  return {
    current,
    watch(show) {
      const watcher = (nearby: Nearby) => show(nearby)
      watchers.add(watcher)
      look()
      // Whoever comes to a list that others watch already is shown it with the next beat.
      shown = ''
      return () => {
        if (watchers.delete(watcher) && watchers.size === 0 && performance.now() > glanceUntil) rest()
      }
    },
    glance() {
      if (!closed) {
        glanceUntil = performance.now() + glanceMs
        look()
      }
      return current()
    },
    wake() {
      hosts.forgive(performance.now())
      looking?.networks.wake()
    },
    async close() {
      closed = true
      watchers.clear()
      rest()
      await closing
    },
  }
}

interface Looking {
  lines: Lines
  networks: Networks
  beat(): void
  stop(): Promise<void>
}

function startLooking(setup: LobbySetup, hosts: FoundHosts, beat: () => void, changed: () => void): Looking {
  let rounds = 0
  let roundAt = 0
  let lastMend = performance.now()
  const scheduleFrom = (start: number) => {
    rounds = 0
    roundAt = start + (roundsAt[0] ?? roundEvery)
  }
  scheduleFrom(performance.now())
  let running = true

  const lines = new Lines({
    open: setup.open,
    opened: (line) => line.ask(),
    response: (packet, source) => {
      if (!running) return
      const heard = readPacket(packet, source, networks.current())
      if (heard.sightings.length === 0 && heard.goodbyes.length === 0) return
      hosts.hear(heard, performance.now())
      askAround()
      changed()
    },
  })
  const networks = watchNetworks({
    read: setup.read,
    choice: setup.choice,
    changed: (now, anew) => {
      lines.follow(now, anew)
      hosts.forgive(performance.now())
      scheduleFrom(performance.now())
    },
  })
  lines.follow(networks.current(), false)

  const askAround = () => {
    for (const question of hosts.due(performance.now())) {
      void firstAnswer(question, setup.ask).then((outcome) => {
        hosts.settle(question, outcome, performance.now())
        if (running) changed()
      })
    }
  }
  const timer = setInterval(beat, beatEvery)
  timer.unref()

  return {
    lines,
    networks,
    beat() {
      const now = performance.now()
      if (now >= roundAt) {
        lines.each((line) => line.ask())
        const [before = 0, next] = [roundsAt[rounds], roundsAt[rounds + 1]]
        roundAt = now + (next === undefined ? roundEvery : next - before)
        rounds++
      }
      if (now - lastMend > 2000) {
        lastMend = now
        lines.mend()
      }
      askAround()
    },
    async stop() {
      running = false
      clearInterval(timer)
      networks.stop()
      await lines.close()
    },
  }
}

/** Asks all addresses at once; settles with the first answer of the host that was meant, or null after all. */
async function firstAnswer(
  { hostId, to }: Question,
  ask: Ask,
): Promise<{ at: Reachable; answer: Answer } | null> {
  const answers = to.map(async (at) => {
    const answer = await ask(at)
    if (answer.kind !== 'romp' || answer.greeting.hostId !== hostId) throw new Error('somebody else')
    return { at, answer }
  })
  return Promise.any(answers).catch(() => null)
}
