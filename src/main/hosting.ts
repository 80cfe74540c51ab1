/** The party that this app hosts: at most one, on the first free port, advertised for as long as it runs. */

import { randomBytes } from 'node:crypto'
import { type Advertising, addressesOf, startAdvertising } from '../discovery/discovery.ts'
import { HostError, type RunningHost, startHost } from '../host/server.ts'
import type { Failure, HostedParty, PartyOptions, Result } from '../platform/platform.ts'
import type { Nearby } from '../protocol/advert.ts'
import type { RoomSummary } from '../protocol/info.ts'
import { defaultPort, pageUrl, portsTried } from '../protocol/link.ts'
import type { Identity } from './identity.ts'

/** The own party's room, the same for every host: its links need no room at all. */
const ownRoom = 'party'

export interface Hosting {
  start(options: PartyOptions): Promise<Result<HostedParty>>
  stop(): Promise<Result<null>>
  party(): HostedParty | null
  /** After the machine slept. */
  wake(): void
}

export function createHosting(setup: {
  identity: Identity
  /** The built page, which guests are served. */
  pages: string
  /** What guests are answered who ask who else is on the network. */
  nearby(): Nearby
  tell(party: HostedParty | null): void
}): Hosting {
  let running: { host: RunningHost; advertising: Advertising; operatorToken: string } | null = null
  let starting = false

  const party = (): HostedParty | null => (running ? describe(running.host, running.operatorToken) : null)
  return {
    party,
    async start(options) {
      if (running || starting) {
        return fail('already-hosting', 'You are hosting a party already. Stop it first.')
      }
      starting = true
      try {
        const { name, password, max, bots } = options
        const operatorToken = randomBytes(16).toString('base64url')
        const host = await startHost({
          ...{ port: defaultPort, portsTried, room: ownRoom, rooms: 'own', game: 'meadow' },
          ...{ name, password, max, bots, operatorToken },
          hostId: setup.identity.hostId,
          pages: setup.pages,
          nearby: setup.nearby,
        })
        running = { host, advertising: advertise(host, setup.identity), operatorToken }
      } catch (error) {
        return explain(error)
      } finally {
        starting = false
      }
      const { host, advertising, operatorToken } = running
      host.watch(() => {
        if (running?.host !== host) return
        advertising.show(roomOf(host))
        setup.tell(party())
      })
      const value = describe(host, operatorToken)
      setup.tell(value)
      return { ok: true, value }
    },
    async stop() {
      const stopping = running
      if (!stopping) return fail('not-hosting', 'No party is being hosted.')
      running = null
      setup.tell(null)
      await Promise.all([stopping.host.stop(), stopping.advertising.stop()])
      return { ok: true, value: null }
    },
    wake: () => running?.advertising.wake(),
  }
}

function advertise(host: RunningHost, { hostId, nonce }: Identity): Advertising {
  return startAdvertising({ hostId, port: host.port, party: roomOf(host), boot: nonce })
}

/** The own room, which a host keeps for as long as it runs. */
function roomOf(host: RunningHost): RoomSummary {
  const room = host.info().rooms.find((candidate) => candidate.room === ownRoom)
  if (!room) throw new Error('the host has lost its own room')
  return room
}

function describe(host: RunningHost, operatorToken: string): HostedParty {
  const { name, locked, players } = roomOf(host)
  const { hostId, port } = host
  return {
    ...{ hostId, room: ownRoom, name, locked, port, operatorToken },
    own: { host: '127.0.0.1', port, room: null },
    invitations: addressesOf().map((way) => ({
      ...{ ...way, port, url: pageUrl({ host: way.address, port, room: null }) },
    })),
    players,
    guests: host.guests(),
  }
}

function explain(error: unknown): Failure {
  if (error instanceof HostError) {
    return fail(error.code === 'ports-in-use' ? 'ports-in-use' : 'bad-value', error.message)
  }
  console.error('hosting failed:', error)
  return fail('internal', 'The party could not be started. Try again, or start Romp anew.')
}

function fail(code: Failure['code'], message: string): Failure {
  return { ok: false, code, message }
}
