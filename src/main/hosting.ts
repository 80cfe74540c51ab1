/** The party that this app hosts: at most one, in a process of its own, and opened again where that process is lost. */

import { randomBytes } from 'node:crypto'
import { addressesOf } from '../discovery/discovery.ts'
import type { Failure, HostedParty, PartyOptions, Result } from '../platform/platform.ts'
import { defaultPort, pageUrl } from '../protocol/link.ts'
import { type HostLink, startHostProcess } from './host-link.ts'
import type { Hosted, Opening } from './host-process/messages.ts'
import type { Identity } from './identity.ts'
import { keepSecret } from './secrets.ts'

/** The own party's room, the same for every host: its links need no room at all. */
const ownRoom = 'party'

/** Milliseconds before a party that was lost is opened again: the first time, the second… After the last it stays closed. */
const pauses = [250, 1000, 4000]

/** A party that stood for so long is a sound one: the next loss counts as its first. */
const soundMs = 60_000

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
  /** The host process's built module. */
  program: string
  tell(party: HostedParty | null): void
}): Hosting {
  const { hostId } = setup.identity
  let running: { link: HostLink; opening: Opening } | null = null
  /** Between the loss of a party and its return. */
  let pause: NodeJS.Timeout | null = null

  const party = (): HostedParty | null => {
    const now = running?.link.party()
    return running && now ? describe(running.opening, now) : null
  }

  const open = async (opening: Opening, losses: number): Promise<Result<HostedParty>> => {
    const link = startHostProcess(setup.program, opening, () => {
      if (running?.link === link) setup.tell(party())
    })
    running = { link, opening }
    const failure = await link.opened
    if (running?.link !== link) return fail('not-hosting', 'The party was stopped before it was open.')
    const now = link.party()
    if (failure || !now) {
      running = null
      return failure ?? fail('internal', 'The party could not be started.')
    }
    const since = performance.now()
    void link.ended.then((code) => {
      if (running?.link !== link) return
      running = null
      setup.tell(null)
      console.error(`The host process ended by itself, with code ${code}.`)
      const { port, room } = link.party() ?? now
      openAgain({ ...opening, port, name: room.name }, performance.now() - since < soundMs ? losses : 0)
    })
    return { ok: true, value: describe(opening, now) }
  }

  /** The same party at the same place, where its guests look for it. Who was there, points and chat are lost. */
  const openAgain = (opening: Opening, losses: number): void => {
    const wait = pauses[losses]
    if (wait === undefined) {
      console.error('The party was lost too often. It stays closed.')
      return
    }
    pause = setTimeout(async () => {
      pause = null
      const again = await open(opening, losses + 1)
      if (again.ok) return console.log('The party is open again; its points are lost.')
      console.error('The party could not be opened again:', again.message)
      // Somebody stopped it meanwhile, or it may be tried once more.
      if (again.code !== 'not-hosting') openAgain(opening, losses + 1)
    }, wait)
  }

  /** False where nothing was about to come back. */
  const stayClosed = (): boolean => {
    if (!pause) return false
    clearTimeout(pause)
    pause = null
    return true
  }

  return {
    party,
    async start({ name, password, max, bots }) {
      if (running) return fail('already-hosting', 'You are hosting a party already. Stop it first.')
      stayClosed()
      const operatorToken = randomBytes(16).toString('base64url')
      for (const secret of [password, operatorToken]) keepSecret(secret)
      const { pages } = setup
      return await open(
        { hostId, room: ownRoom, name, password, max, bots, operatorToken, port: defaultPort, pages },
        0,
      )
    },
    async stop() {
      const wasComing = stayClosed()
      const stopping = running?.link
      if (!stopping) {
        return wasComing ? { ok: true, value: null } : fail('not-hosting', 'No party is being hosted.')
      }
      running = null
      setup.tell(null)
      await stopping.close()
      return { ok: true, value: null }
    },
    wake: () => running?.link.wake(),
  }
}

function describe({ hostId, operatorToken }: Opening, { port, room, guests }: Hosted): HostedParty {
  const { name, locked, players } = room
  return {
    ...{ hostId, room: ownRoom, name, locked, port, operatorToken, players, guests },
    own: { host: '127.0.0.1', port, room: null },
    invitations: addressesOf().map((way) => ({
      ...{ ...way, port, url: pageUrl({ host: way.address, port, room: null }) },
    })),
  }
}

function fail(code: Failure['code'], message: string): Failure {
  return { ok: false, code, message }
}
